// @vitest-environment node
/** Records are written as a whole or not at all, one after the other, and damage costs one record. */
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import * as z from 'zod/mini';
import { fail, ok } from '@/lib/result';
import { recordKind } from '@/vault/record-kind';
import { readVault, updateVault } from '@/vault/store';
import { createVault, vaultTrouble } from '@/vault/vault';
import { disk, type Note, noteKind, notes, putNotes, setDisk, testPassphrase, testSecret, value } from './notes';

let emptyDisk: Record<string, unknown>;
let session: Record<string, unknown>;

beforeAll(async () => {
  fakeBrowser.reset();
  value(await createVault({ mode: 'encrypted', passphrase: testPassphrase }));
  emptyDisk = await disk();
  session = await fakeBrowser.storage.session.get(null);
});

beforeEach(async () => {
  fakeBrowser.reset();
  await setDisk(emptyDisk);
  await fakeBrowser.storage.session.set(session);
});

const one: Note = { id: 'a', text: 'one', secret: testSecret };
const two: Note = { id: 'b', text: 'two' };
const failed = (kind: string) => ({ ok: false, failure: { kind } });
const damaged = async () =>
  value(
    await readVault((snapshot) => {
      snapshot.list(noteKind);
      return snapshot.damaged();
    }),
  );

describe('updateVault', () => {
  it('puts, changes and removes records', async () => {
    await putNotes(one, two);
    const answer = await updateVault((transaction) => {
      transaction.put(noteKind, { ...two, text: 'changed' });
      transaction.remove('a');
      return ok(transaction.list(noteKind));
    });
    expect(answer).toEqual(ok([{ id: 'b', text: 'changed' }]));
    expect(await notes()).toEqual([{ id: 'b', text: 'changed' }]);
    expect(Object.keys(await disk()).sort()).toEqual(['index', 'record:b', 'vault']);
  });

  it('keeps kinds apart', async () => {
    const otherKind = recordKind('other', z.object({ id: z.string(), size: z.number() }));
    await putNotes(one);
    await updateVault((transaction) => ok(transaction.put(otherKind, { id: 'o', size: 3 })));
    const seen = await readVault((snapshot) => [
      snapshot.list(noteKind).length,
      snapshot.list(otherKind),
      snapshot.find(noteKind, 'o'),
      snapshot.find(otherKind, 'o')?.size,
      snapshot.damaged(),
    ]);
    expect(seen).toEqual(ok([1, [{ id: 'o', size: 3 }], undefined, 3, []]));
  });

  it('loses none of twenty parallel changes of one record', async () => {
    await putNotes({ id: 'count', text: '0' });
    await Promise.all(
      Array.from({ length: 20 }, (_, number) =>
        updateVault((transaction) => {
          const count = Number(transaction.find(noteKind, 'count')?.text ?? Number.NaN);
          transaction.put(noteKind, { id: 'count', text: String(count + 1) });
          transaction.put(noteKind, { id: `n${number}`, text: 'kept' });
          return ok(null);
        }),
      ),
    );
    const kept = await notes();
    expect(kept.find(({ id }) => id === 'count')?.text).toBe('20');
    expect(kept.filter(({ text }) => text === 'kept')).toHaveLength(20);
  });

  it('waits while another window writes, and reads what that has written', async () => {
    await putNotes({ id: 'count', text: '0' });
    const events: string[] = [];
    let finish = () => {};
    const other = navigator.locks.request('latchkey-vault', async () => {
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      events.push('other');
    });
    const mine = updateVault((transaction) => ok(transaction.list(noteKind))).then(() => events.push('mine'));
    // Long enough for everything that does not wait.
    await readVault(() => 1);
    await settle();
    finish();
    await Promise.all([other, mine]);
    expect(events).toEqual(['other', 'mine']);
  });

  it('loses nothing of two that begin with the same state', async () => {
    await putNotes({ id: 'a', text: '' });
    const gate = holdReads();
    const append = (letter: string) =>
      updateVault((transaction) => {
        const text = `${transaction.find(noteKind, 'a')?.text}${letter}`;
        return ok(transaction.put(noteKind, { id: 'a', text }));
      });
    const both = Promise.all([append('x'), append('y')]);
    await settle();
    gate.open();
    expect(await both).toEqual([ok(undefined), ok(undefined)]);
    expect(await notes()).toEqual([{ id: 'a', text: 'xy' }]);
  });

  it('begins anew, once, when somebody has written without waiting', async () => {
    await putNotes(one);
    const before = await disk();
    await putNotes(two);
    const foreign = await disk();
    await setDisk(before);
    let rounds = 0;
    const answer = await updateVault((transaction) => {
      rounds += 1;
      if (rounds === 1) void fakeBrowser.storage.local.set(foreign);
      transaction.put(noteKind, { id: 'c', text: 'three' });
      return ok(transaction.list(noteKind).length);
    });
    expect([answer, rounds]).toEqual([ok(3), 2]);
    expect(await notes()).toEqual([one, two, { id: 'c', text: 'three' }]);
  });

  it('gives up rather than write over somebody who goes on writing', async () => {
    await putNotes(one);
    const states = [await disk()];
    for (const text of ['1', '2']) {
      await putNotes({ id: 'b', text });
      states.push(await disk());
    }
    await setDisk(states.shift() ?? {});
    const answer = await updateVault((transaction) => {
      void fakeBrowser.storage.local.set(states.shift() ?? {});
      return ok(transaction.put(noteKind, { id: 'c', text: 'three' }));
    });
    expect(answer).toEqual(failed('storage-failed'));
    expect(await notes()).toEqual([one, { id: 'b', text: '2' }]);
  });

  it('writes everything in one call, and nothing when the work fails or changes nothing', async () => {
    const set = vi.spyOn(fakeBrowser.storage.local, 'set');
    await putNotes(one, two);
    expect(set.mock.calls.map(([items]) => Object.keys(items).sort())).toEqual([['index', 'record:a', 'record:b']]);
    const before = await disk();
    const answer = await updateVault((transaction) => {
      transaction.remove('a');
      return fail('not-found', 'x');
    });
    expect(answer).toEqual({ ok: false, failure: { kind: 'not-found', detail: 'x' } });
    expect(await updateVault((transaction) => ok(transaction.list(noteKind).length))).toEqual(ok(2));
    expect(set).toHaveBeenCalledTimes(1);
    expect(await disk()).toEqual(before);
  });

  it('lets the next write through after one that threw', async () => {
    await expect(
      updateVault(() => {
        throw new Error('a bug');
      }),
    ).rejects.toThrow('a bug');
    expect((await putNotes(one)).ok).toBe(true);
  });

  it('refuses what is not a record of its kind', async () => {
    await expect(putNotes({ id: 'a' } as Note)).rejects.toThrow('not a record of the kind note');
    expect(await disk()).toEqual(emptyDisk);
  });

  it('uses a fresh IV and changes the ciphertext with every write', async () => {
    const ivs = new Set<unknown>();
    for (let round = 0; round < 5; round += 1) {
      await putNotes(one);
      const stored = await disk();
      for (const key of ['index', 'record:a']) ivs.add((stored[key] as { sealed: { iv: string } }).sealed.iv);
    }
    expect(ivs.size).toBe(10);
  });
});

describe('when the storage fails', () => {
  it.each([
    ['storage-full', new Error('QUOTA_BYTES quota exceeded')],
    ['storage-full', new Error('Resource::kQuotaBytes quota exceeded')],
    ['storage-full', new Error('QuotaExceededError: storage.local API call exceeded its quota limitations.')],
    ['storage-full', new DOMException('Encountered disk full while committing transaction.', 'QuotaExceededError')],
    [
      'storage-full',
      new Error('IO error: .../000003.log: FILE_ERROR_NO_SPACE (ChromeMethodBFE: 3::WritableFileAppend::8)'),
    ],
    [
      'storage-failed',
      new Error('IO error: .../000003.log: Unable to write (ChromeMethodBFE: 3::WritableFileAppend::5)'),
    ],
    ['storage-failed', new Error('An unexpected error occurred')],
    ['storage-failed', undefined],
  ])('says so and keeps the old vault: %s, %s', async (kind, error) => {
    await putNotes(one);
    const before = await disk();
    const set = vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(error);
    expect(await putNotes({ ...one, text: 'new' }, two)).toEqual(failed(kind));
    set.mockRestore();
    expect(await disk()).toEqual(before);
    expect(await notes()).toEqual([one]);
  });

  it('reads again what the browser could not parse and dropped', async () => {
    await putNotes(one);
    vi.spyOn(fakeBrowser.storage.local, 'get').mockRejectedValueOnce(new Error('Corruption: Invalid JSON'));
    expect(await notes()).toEqual([one]);
  });

  it('says so when what was written is not there afterwards', async () => {
    await putNotes(one);
    const set = vi.spyOn(fakeBrowser.storage.local, 'set').mockResolvedValue();
    expect(await putNotes({ ...one, text: 'new' })).toEqual(failed('storage-failed'));
    set.mockRestore();
    expect(await notes()).toEqual([one]);
  });

  it('says so when it cannot be read', async () => {
    vi.spyOn(fakeBrowser.storage.local, 'get').mockRejectedValue(new Error('IO error'));
    expect(await readVault(() => 1)).toEqual(failed('storage-failed'));
    expect(await putNotes(one)).toEqual(failed('storage-failed'));
  });

  it('finds the old or the new state of each record after a write that was cut off at any key', async () => {
    await putNotes(one, two);
    const before = await disk();
    const set = vi.spyOn(fakeBrowser.storage.local, 'set');
    await updateVault((transaction) => {
      transaction.put(noteKind, { ...one, text: 'new' });
      transaction.put(noteKind, { id: 'c', text: 'three' });
      transaction.remove('b');
      return ok(null);
    });
    const after = await disk();
    const changed = Object.keys(set.mock.calls[0]?.[0] ?? {});
    expect(changed).toEqual(['record:a', 'record:c', 'index']);
    for (let cut = 0; cut <= changed.length; cut += 1) {
      const torn = { ...before };
      for (const key of changed.slice(0, cut)) torn[key] = after[key];
      await setDisk(torn);
      const found = new Map((await notes()).map(({ id, text }) => [id, text]));
      expect(['one', 'new']).toContain(found.get('a'));
      expect(['two', undefined]).toContain(found.get('b'));
      expect(['three', undefined]).toContain(found.get('c'));
      expect(await damaged()).toEqual([]);
    }
  });

  it('deletes with the next write what a cut-off removal left behind', async () => {
    await putNotes(one, two);
    const remove = vi.spyOn(fakeBrowser.storage.local, 'remove').mockRejectedValue(new Error('closing'));
    value(await updateVault((transaction) => ok(transaction.remove('b'))));
    remove.mockRestore();
    expect(Object.keys(await disk())).toContain('record:b');
    expect(await notes()).toEqual([one]);
    await putNotes({ ...one, text: 'new' });
    expect(Object.keys(await disk()).sort()).toEqual(['index', 'record:a', 'vault']);
  });
});

describe('damage', () => {
  it.each<[string, (stored: Record<string, unknown>) => unknown]>([
    ['a changed bit', ({ 'record:a': entry }) => flipped(entry)],
    ['a missing record', () => null],
    ['a record cut off', ({ 'record:a': entry }) => cutOff(entry)],
    ['no record at all', () => 'x'],
    ['another record in its place', ({ 'record:b': entry }) => entry],
    ['the index in its place', ({ index }) => index],
    ['a readable record', () => ({ format: 1, readable: { kind: 'note', revision: 9, data: one } })],
    ['no base64', () => ({ format: 1, sealed: { iv: '!'.repeat(16), data: 'AA==' } })],
  ])('costs that record alone: %s', async (_what, damage) => {
    await putNotes(one, two);
    const stored = await disk();
    await setDisk({ ...stored, 'record:a': damage(stored) });
    expect(await notes()).toEqual([two]);
    expect(await damaged()).toEqual(['a']);
    // It stays on the list until it is removed or written anew, and what is written meanwhile does not touch it.
    await putNotes({ ...two, text: 'new' });
    expect(await damaged()).toEqual(['a']);
    await putNotes(one);
    expect(await damaged()).toEqual([]);
    expect(await notes()).toHaveLength(2);
  });

  it('is a record of another kind than the list says', async () => {
    fakeBrowser.reset();
    value(await createVault({ mode: 'no-secrets' }));
    await putNotes(one, two);
    const { readable } = (await disk())['record:a'] as { readable: object };
    await setDisk({ ...(await disk()), 'record:a': { format: 1, readable: { ...readable, kind: 'other' } } });
    expect(await notes()).toEqual([two]);
    expect(await damaged()).toEqual(['a']);
  });

  it('is an older copy of a record, put back', async () => {
    await putNotes(one);
    const old = await disk();
    await putNotes({ ...one, text: 'new' });
    await setDisk({ ...(await disk()), 'record:a': old['record:a'] });
    expect(await notes()).toEqual([]);
    expect(await damaged()).toEqual(['a']);
  });

  it('is data that its kind does not know', async () => {
    const looseKind = recordKind('note', z.looseObject({ id: z.string() }));
    await updateVault((transaction) => ok(transaction.put(looseKind, { id: 'a', text: 7 })));
    await putNotes(two);
    expect(await notes()).toEqual([two]);
    expect(await damaged()).toEqual(['a']);
    value(await updateVault((transaction) => ok(transaction.remove('a'))));
    expect(await damaged()).toEqual([]);
  });

  it.each<[string, (stored: Record<string, unknown>) => unknown]>([
    ['a changed bit', ({ index }) => flipped(index)],
    ['a record in its place', ({ 'record:a': entry }) => entry],
    ['an older one', () => emptyDisk.index],
    ['a readable one', () => ({ format: 1, readable: { revision: 9, records: [] } })],
    ['none', () => undefined],
  ])('of the index costs nothing but the order: %s', async (what, damage) => {
    await putNotes(one, two);
    await putNotes({ id: 'c', text: 'three' });
    const { index: _, ...stored } = await disk();
    const broken = { ...stored, index: damage({ ...stored, index: _ }) };
    await setDisk(broken);
    if (what === 'an older one') return expect(await notes()).toEqual([]);
    expect(await notes()).toEqual([one, two, { id: 'c', text: 'three' }]);
    expect(await disk()).toEqual(JSON.parse(JSON.stringify(broken)));
    await putNotes({ ...one, text: 'new' });
    expect((await notes()).map(({ text }) => text).sort()).toEqual(['new', 'three', 'two']);
  });

  it('of index and record costs that record, which stays where it is', async () => {
    await putNotes(one, two);
    const stored = await disk();
    const broken = flipped(stored['record:a']);
    await setDisk({ ...stored, index: null, 'record:a': broken });
    expect(await notes()).toEqual([two]);
    expect(await damaged()).toEqual(['a']);
    await putNotes({ ...two, text: 'new' });
    expect((await disk())['record:a']).toEqual(broken);
    expect(await damaged()).toEqual(['a']);
    // Mended from outside, it is on the list again.
    await setDisk({ ...(await disk()), 'record:a': stored['record:a'] });
    expect(await notes()).toHaveLength(2);
  });
});

describe('what a later version has written', () => {
  const later = (entry: unknown) => ({ ...(entry as object), format: 2 });

  it('is not read, and is not written over: the index', async () => {
    await putNotes(one);
    const stored = await disk();
    const newer = { ...stored, index: later(stored.index) };
    await setDisk(newer);
    expect(await readVault(() => 1)).toEqual(failed('vault-newer'));
    expect(await putNotes(two)).toEqual(failed('vault-newer'));
    expect(await vaultTrouble()).toEqual({ kind: 'vault-newer' });
    expect(await disk()).toEqual(newer);
  });

  it('is not read, and is not written over: a record', async () => {
    await putNotes(one, two);
    const stored = await disk();
    await setDisk({ ...stored, 'record:a': later(stored['record:a']) });
    const before = await disk();
    expect(await putNotes({ ...one, text: 'new' }, two)).toEqual(failed('vault-newer'));
    expect(await disk()).toEqual(before);
    value(await putNotes({ ...two, text: 'new' }));
    expect((await disk())['record:a']).toEqual(before['record:a']);
    expect(await damaged()).toEqual(['a']);
  });
});

/** Lets every read of the vault that has begun end only when the gate is opened. */
function holdReads(): { open: () => void } {
  const { get } = fakeBrowser.storage.local;
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  vi.spyOn(fakeBrowser.storage.local, 'get').mockImplementation((async (keys: null) => {
    const found = await Reflect.apply(get, fakeBrowser.storage.local, [keys]);
    await opened;
    return found;
  }) as never);
  return { open };
}

/** Everything that waits for nothing else has happened. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setTimeout(resolve, 0));
}

function flipped(entry: unknown): unknown {
  const { sealed, ...rest } = entry as { sealed: { iv: string; data: string } };
  const bytes = Buffer.from(sealed.data, 'base64');
  bytes[0] = (bytes[0] ?? 0) ^ 1;
  return { ...rest, sealed: { ...sealed, data: bytes.toString('base64') } };
}

function cutOff(entry: unknown): unknown {
  const { sealed, ...rest } = entry as { sealed: { iv: string; data: string } };
  return { ...rest, sealed: { ...sealed, data: sealed.data.slice(0, -8) } };
}
