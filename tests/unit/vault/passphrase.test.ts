// @vitest-environment node
/** The passphrase is asked for again without a trace, and changed without touching a record. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { fail, ok } from '@/lib/result';
import { fromBase64 } from '@/vault/base64';
import { deriveKey, seal } from '@/vault/crypto';
import { changePassphrase, verifyPassphrase } from '@/vault/passphrase';
import { createVault, lockVault, unlockVault, vaultState } from '@/vault/vault';
import { disk, findMarker, notes, openVault, putNotes, setDisk, testPassphrase, testSecret, value } from './notes';

const nextPassphrase = 'TEST passphrase, the next';

interface Stored {
  vault: { kdf: { salt: string; memoryKiB: number }; key: { iv: string; data: string }; check: string };
}

beforeEach(async () => {
  await openVault();
  await putNotes({ id: 'a', text: 'one', secret: testSecret });
});

describe('verifyPassphrase', () => {
  it('says whether it is the passphrase, and changes nothing', async () => {
    const before = [await disk(), await fakeBrowser.storage.session.get(null)];
    expect(await verifyPassphrase(testPassphrase)).toEqual(ok(null));
    expect(await verifyPassphrase(`${testPassphrase} `)).toEqual(fail('wrong-passphrase'));
    expect(await verifyPassphrase('')).toEqual(fail('wrong-passphrase'));
    expect([await disk(), await fakeBrowser.storage.session.get(null)]).toEqual(before);
    await lockVault();
    expect(await verifyPassphrase(testPassphrase)).toEqual(ok(null));
    expect(await vaultState()).toBe('locked');
  });

  it('never says yes where there is no passphrase', async () => {
    fakeBrowser.reset();
    expect(await verifyPassphrase(testPassphrase)).toEqual(fail('not-found'));
    await createVault({ mode: 'no-secrets' });
    expect(await verifyPassphrase(testPassphrase)).toEqual(fail('not-found'));
    expect(await verifyPassphrase('')).toEqual(fail('not-found'));
  });
});

describe('changePassphrase', () => {
  it('wraps the same key anew: other salt, other ciphertext, same records, still unlocked', async () => {
    const before = (await disk()) as unknown as Stored;
    const session = await fakeBrowser.storage.session.get(null);
    const set = vi.spyOn(fakeBrowser.storage.local, 'set');
    expect(await changePassphrase(testPassphrase, nextPassphrase)).toEqual(ok(null));
    expect(set.mock.calls.map(([items]) => Object.keys(items))).toEqual([['vault']]);
    const after = (await disk()) as unknown as Stored;
    expect({ ...after, vault: 0 }).toEqual({ ...before, vault: 0 });
    expect(after.vault.kdf.memoryKiB).toBe(47_104);
    expect(after.vault.kdf.salt).not.toBe(before.vault.kdf.salt);
    expect(after.vault.key.iv).not.toBe(before.vault.key.iv);
    expect(after.vault.key.data).not.toBe(before.vault.key.data);
    expect(after.vault.check).not.toBe(before.vault.check);
    expect(await fakeBrowser.storage.session.get(null)).toEqual(session);
    expect(await vaultState()).toBe('unlocked');
    expect(await notes()).toHaveLength(1);
    for (const marker of [testPassphrase, nextPassphrase]) {
      expect(findMarker(JSON.stringify([after, session]), marker)).toEqual([]);
    }
    await lockVault();
    expect(await unlockVault(testPassphrase)).toEqual(fail('wrong-passphrase'));
    expect(await unlockVault(nextPassphrase)).toEqual(ok('unlocked'));
    expect(await notes()).toEqual([{ id: 'a', text: 'one', secret: testSecret }]);
  });

  it('brings an old cost up to that of today', async () => {
    const { vault, ...rest } = (await disk()) as unknown as Stored;
    const { key: session } = (await fakeBrowser.storage.session.get('key')) as { key: { key: string } };
    // As an earlier version would have left it: wrapped at the floor, without a checksum.
    const kdf = { ...vault.kdf, name: 'argon2id' as const, memoryKiB: 19_456, passes: 2, lanes: 1 };
    const wrapping = value(await deriveKey(testPassphrase, kdf));
    const dataKey = fromBase64(session.key) ?? new Uint8Array();
    const key = await seal(wrapping, { format: 1, id: 'vault', field: 'key' }, dataKey);
    await setDisk({ ...rest, vault: { format: 1, mode: 'encrypted', kdf, key } });
    expect(await changePassphrase(testPassphrase, testPassphrase)).toEqual(ok(null));
    expect(((await disk()) as unknown as Stored).vault.kdf.memoryKiB).toBe(47_104);
    await lockVault();
    expect(await unlockVault(testPassphrase)).toEqual(ok('unlocked'));
    expect(await notes()).toHaveLength(1);
  });

  it('wants the old passphrase, a long enough new one, and an unlocked vault', async () => {
    const before = await disk();
    expect(await changePassphrase(nextPassphrase, nextPassphrase)).toEqual(fail('wrong-passphrase'));
    expect(await changePassphrase('', nextPassphrase)).toEqual(fail('wrong-passphrase'));
    expect(await changePassphrase(testPassphrase, 'elevenchars')).toEqual(fail('passphrase-too-short'));
    await lockVault();
    expect(await changePassphrase(testPassphrase, nextPassphrase)).toEqual(fail('vault-locked'));
    expect(await disk()).toEqual(before);
    fakeBrowser.reset();
    expect(await changePassphrase(testPassphrase, nextPassphrase)).toEqual(fail('not-found'));
    await createVault({ mode: 'no-secrets' });
    expect(await changePassphrase(testPassphrase, nextPassphrase)).toEqual(fail('not-found'));
  });

  it('keeps the old passphrase when the storage fails, or only says that it wrote', async () => {
    const before = await disk();
    const set = vi.spyOn(fakeBrowser.storage.local, 'set');
    set.mockRejectedValueOnce(new Error('QUOTA_BYTES quota exceeded'));
    expect(await changePassphrase(testPassphrase, nextPassphrase)).toEqual(fail('storage-full'));
    set.mockResolvedValueOnce();
    expect(await changePassphrase(testPassphrase, nextPassphrase)).toEqual(fail('storage-failed'));
    expect(await disk()).toEqual(before);
    expect(await verifyPassphrase(testPassphrase)).toEqual(ok(null));
  });

  it('loses no record that is written at the same time, and carries out one change after the other', async () => {
    const answers = await Promise.all([
      putNotes({ id: 'b', text: 'two' }),
      changePassphrase(testPassphrase, nextPassphrase),
      putNotes({ id: 'c', text: 'three' }),
      changePassphrase(testPassphrase, 'TEST passphrase, a third'),
    ]);
    expect(answers.map(({ ok: isDone }) => isDone)).toEqual([true, true, true, false]);
    await lockVault();
    expect(await unlockVault(nextPassphrase)).toEqual(ok('unlocked'));
    expect(await notes()).toHaveLength(3);
  });
});
