// @vitest-environment node
/** Every record is accounted for: what can be read, what is damaged, what can be exported. */
import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { fail, ok } from '@/lib/result';
import { acceptRebuiltIndex, takeInventory } from '@/vault/inventory';
import { recordKind } from '@/vault/record-kind';
import { readVault, updateVault } from '@/vault/store';
import { recordsOf } from '@/vault/transfer';
import { lockVault, unlockVault } from '@/vault/vault';
import { disk, noteKind, notes, openVault, putNotes, setDisk, testPassphrase, value } from './notes';

const looseKind = recordKind('note', z.looseObject({ id: z.string() }));
const otherKind = recordKind('other', z.object({ id: z.string() }));

beforeEach(async () => {
  await openVault();
  await putNotes({ id: 'a', text: 'one' }, { id: 'b', text: 'two' }, { id: 'c', text: 'three' });
  await updateVault((transaction) => {
    transaction.put(looseKind, { id: 'd', text: 7 });
    return ok(transaction.put(otherKind, { id: 'o' }));
  });
});

const entry = (id: string, state: string, canBeExported: boolean, kind = 'note') => ({
  id,
  kind,
  state,
  canBeExported,
});

describe('takeInventory', () => {
  it('names every record with its state', async () => {
    const stored = await disk();
    await setDisk({ ...stored, 'record:a': 'x', 'record:b': { ...(stored['record:b'] as object), format: 2 } });
    const inventory = value(await takeInventory([noteKind]));
    expect(inventory).toEqual({
      mode: 'encrypted',
      isIndexRebuilt: false,
      entries: [
        entry('a', 'damaged', false),
        entry('b', 'newer', false),
        entry('c', 'whole', true),
        entry('d', 'damaged', false),
        entry('o', 'whole', false, 'other'),
      ],
    });
    // What it says can be exported is what an export takes.
    const records = value(await readVault((snapshot) => recordsOf(snapshot, [noteKind])));
    expect(records).toEqual([{ kind: 'note', data: { id: 'c', text: 'three' } }]);
    value(await updateVault((transaction) => ok(['a', 'd'].map((id) => transaction.remove(id)))));
    const left = value(await takeInventory([noteKind])).entries;
    expect(left.map(({ id, state }) => [id, state])).toEqual([
      ['b', 'newer'],
      ['c', 'whole'],
      ['o', 'whole'],
    ]);
  });

  it('fails as every reading does', async () => {
    await lockVault();
    expect(await takeInventory([noteKind])).toEqual(fail('vault-locked'));
    expect(await acceptRebuiltIndex()).toEqual(fail('vault-locked'));
  });
});

describe('a rebuilt index', () => {
  it('says so until it is accepted, whatever is written meanwhile', async () => {
    const stored = await disk();
    await setDisk({ ...stored, index: 'x', 'record:b': 'x' });
    await lockVault();
    expect(await unlockVault(testPassphrase)).toEqual(ok('unlocked'));
    const rebuilt = async () => value(await takeInventory([noteKind])).isIndexRebuilt;
    expect(value(await takeInventory([noteKind])).entries).toEqual([
      { ...entry('b', 'damaged', false), kind: undefined },
      entry('a', 'whole', true),
      entry('c', 'whole', true),
      entry('d', 'damaged', false),
      entry('o', 'whole', false, 'other'),
    ]);
    expect((await disk()).index).toBe('x');
    await putNotes({ id: 'e', text: 'five' });
    expect((await disk()).index).not.toBe('x');
    expect(await rebuilt()).toBe(true);
    expect(await acceptRebuiltIndex()).toEqual(ok(null));
    expect(await rebuilt()).toBe(false);
    expect((await notes()).map(({ id }) => id)).toEqual(['a', 'c', 'e']);
    expect((await disk())['record:b']).toBe('x');
  });

  it('detects an older copy of a record again once it is written', async () => {
    const old = (await disk())['record:a'];
    await setDisk({ ...(await disk()), index: 'x' });
    await putNotes({ id: 'a', text: 'new' });
    await setDisk({ ...(await disk()), 'record:a': old });
    expect((await notes()).map(({ id }) => id)).toEqual(['b', 'c']);
  });
});
