// @vitest-environment node
/** Export files open again, with their own passphrase alone; bad ones are named and change nothing. */
import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { fail, ok } from '@/lib/result';
import { instanceKind, profileKind } from '@/profiles/kinds';
import { formatVersion } from '@/vault/format';
import { fileMode, readEnvelope } from '@/vault/read-envelope';
import { readVault } from '@/vault/store';
import { encryptedExport, exportName, plainExport, recordsOf, type TransferRecord } from '@/vault/transfer';
import { payTrueKeyCost } from '../key-cost';
import { badFiles, plainFile } from './bad-files';
import { disk, findMarker, noteKind, openVault, putNotes, testPassphrase, testSecret, value } from './notes';

const filePassphrase = 'TEST passphrase of a file';
const kinds = [noteKind];
const records: TransferRecord[] = [
  { kind: 'note', data: { id: 'a', text: 'VISIBLE-text', secret: testSecret } as { id: string } },
  { kind: 'note', data: { id: 'b', text: 'two' } as { id: string } },
];

beforeEach(() => fakeBrowser.reset());

describe('frozen files', () => {
  payTrueKeyCost();

  interface Sample {
    passphrase: string;
    file: string;
    records: TransferRecord[];
  }
  const folder = new URL('samples/transfer/', import.meta.url);
  const names = readdirSync(folder);

  it('has one of each mode for every version', () => {
    const versions = Array.from({ length: formatVersion }, (_, index) => index + 1);
    const wanted = versions.flatMap((version) => [`encrypted.${version}.json`, `plain.${version}.json`]);
    expect(names.sort()).toEqual(wanted.sort());
  });

  it.each(names)('opens %s', async (name) => {
    const sample = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Sample;
    const [mode] = name.split('.');
    expect(await fileMode(sample.file)).toEqual(ok(mode));
    const read = await readEnvelope(sample.file, [instanceKind, profileKind], sample.passphrase);
    expect(read).toEqual(ok({ mode, records: sample.records }));
  });
});

describe('an encrypted export', () => {
  it('A1: gives back what was in the vault, secrets included, and shows nothing of it', async () => {
    await openVault();
    await putNotes({ id: 'a', text: 'VISIBLE-text', secret: testSecret }, { id: 'b', text: 'two' });
    const taken = value(await readVault((snapshot) => recordsOf(snapshot, kinds)));
    expect(taken).toEqual(records);
    const text = value(await encryptedExport(taken, filePassphrase));
    for (const marker of ['VISIBLE-text', testSecret, filePassphrase]) expect(findMarker(text, marker)).toEqual([]);
    expect(JSON.parse(text)).toMatchObject({
      latchkey: 'export',
      format: 1,
      mode: 'encrypted',
      kdf: { name: 'argon2id', memoryKiB: 47_104, passes: 2, lanes: 1 },
    });
    expect(await readEnvelope(text, kinds, filePassphrase)).toEqual(ok({ mode: 'encrypted', records }));
    for (const wrong of [testPassphrase, '', undefined]) {
      expect(await readEnvelope(text, kinds, wrong)).toEqual(fail('wrong-file-passphrase'));
    }
    const again = value(await encryptedExport(taken, filePassphrase));
    for (const member of ['kdf', 'sealed', 'check'])
      expect(JSON.parse(again)[member]).not.toEqual(JSON.parse(text)[member]);
  });

  it('wants a passphrase as long as the vault’s, and room in a file that can be read', async () => {
    expect(await encryptedExport(records, 'elevenchars')).toEqual(fail('passphrase-too-short'));
    const large = [{ kind: 'note', data: { id: 'a', text: 'x'.repeat(900_000) } as { id: string } }];
    expect(await encryptedExport(large, filePassphrase)).toEqual(fail('file-too-large'));
    expect(plainExport(large, kinds).ok).toBe(true);
  });
});

describe('a plain export', () => {
  it('A1: holds no secret, whatever it is given', async () => {
    const text = value(plainExport([...records, { kind: 'other', data: { id: 'x' } }], kinds));
    expect(findMarker(text, testSecret)).toEqual([]);
    expect(await readEnvelope(text, kinds)).toEqual(
      ok({ mode: 'plain', records: [{ kind: 'note', data: { id: 'a', text: 'VISIBLE-text' } }, records[1]] }),
    );
  });
});

it('names a file by its day', () => {
  expect(exportName(new Date(2026, 0, 5))).toBe('latchkey-2026-01-05.json');
});

describe('A11: a bad file', () => {
  let encrypted = '';
  const note = (id: unknown, more: object = {}) => ({ kind: 'note', data: { id, text: 'x', ...more } });

  beforeAll(async () => {
    encrypted = value(await encryptedExport(records, filePassphrase));
  });

  it.each(badFiles({ record: note, text: 'text', secret: 'secret' }))(
    'is named and changes nothing: %s, %s',
    async (kind, _what, text) => {
      await openVault();
      await putNotes({ id: 'a', text: 'kept' });
      const before = [await disk(), await fakeBrowser.storage.session.get(null)];
      const importKey = vi.spyOn(crypto.subtle, 'importKey');
      const file = text(encrypted);
      expect(await readEnvelope(file, kinds, filePassphrase)).toEqual(fail(kind as 'file-damaged'));
      expect(importKey).not.toHaveBeenCalled();
      expect([await disk(), await fakeBrowser.storage.session.get(null)]).toEqual(before);
      expect({}).not.toHaveProperty('x');
    },
  );

  it.each<[string, TransferRecord[]]>([
    ['file-duplicate', [...records, ...records]],
    ['file-newer', [{ kind: 'later', data: { id: 'x' } }]],
    ['file-malformed', [{ kind: 'note', data: { id: 'x' } }]],
    ['file-malformed', {} as TransferRecord[]],
    ['file-unsafe', JSON.parse('[{"kind":"note","data":{"id":"a","__proto__":{}}}]')],
  ])('is named when its passphrase has opened it, too: %s', async (kind, content) => {
    const text = value(await encryptedExport(content, filePassphrase));
    expect(await readEnvelope(text, kinds, filePassphrase)).toEqual(fail(kind as 'file-damaged'));
  });

  it('is not opened with what was sealed elsewhere', async () => {
    // The vault's own key block, with a passphrase the thief knows, is no file.
    await openVault();
    const { vault } = (await disk()) as { vault: { kdf: unknown; key: unknown; check: string } };
    const envelope = {
      latchkey: 'export',
      format: 1,
      mode: 'encrypted',
      kdf: vault.kdf,
      sealed: vault.key,
      check: vault.check,
    };
    expect(await readEnvelope(JSON.stringify(envelope), kinds, testPassphrase)).toEqual(fail('wrong-file-passphrase'));
  });

  it('loses the fields its kinds do not know', async () => {
    expect(await readEnvelope(plainFile([note('a', { more: 'x' })]), kinds)).toEqual(
      ok({ mode: 'plain', records: [note('a')] }),
    );
  });
});
