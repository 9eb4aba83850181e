// @vitest-environment node
/** Killed at any write of anything the vault does, it is found as it was before or as it was to be. */
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ok, type Result } from '@/lib/result';
import { changeAutoLock, lockIfDue, readAutoLock, touch } from '@/vault/auto-lock';
import { acceptRebuiltIndex, takeInventory } from '@/vault/inventory';
import { changePassphrase } from '@/vault/passphrase';
import { resetVault } from '@/vault/reset';
import { readVault, updateVault } from '@/vault/store';
import { createVault, lockVault, unlockVault, vaultState, vaultTrouble } from '@/vault/vault';
import { dieAt } from './mortal-storage';
import { disk, noteKind, openVault, putNotes, setDisk, testPassphrase, testSecret, value } from './notes';

const nextPassphrase = 'TEST passphrase, the next';

interface Scene {
  name: string;
  /** What was before; the vault with two notes, unlocked, unless it says otherwise. */
  setUp?: () => Promise<unknown>;
  act: () => Promise<Result<unknown>>;
  /** Which of these passphrases open it is part of what is found; else the key of before has to. */
  passphrases?: string[];
}

async function withTwoNotes(): Promise<void> {
  await openVault();
  value(await putNotes({ id: 'a', text: 'one', secret: testSecret }, { id: 'b', text: 'two' }));
}

async function withoutIndex(): Promise<void> {
  await withTwoNotes();
  const { index: _, ...rest } = await disk();
  await setDisk(rest);
}

const change = () =>
  updateVault((transaction) => {
    transaction.put(noteKind, { id: 'a', text: 'new' });
    transaction.put(noteKind, { id: 'c', text: 'three' });
    transaction.remove('b');
    return ok(null);
  });

const scenes: Scene[] = [
  {
    name: 'set-up with a passphrase',
    setUp: async () => {},
    act: () => createVault({ mode: 'encrypted', passphrase: testPassphrase }),
    passphrases: [testPassphrase],
  },
  { name: 'set-up without secrets', setUp: async () => {}, act: () => createVault({ mode: 'no-secrets' }) },
  { name: 'a change of three records', act: change },
  {
    name: 'a change of three readable records',
    setUp: async () => {
      value(await createVault({ mode: 'no-secrets' }));
      value(await putNotes({ id: 'a', text: 'one' }, { id: 'b', text: 'two' }));
    },
    act: change,
  },
  { name: 'a change with a damaged index', setUp: withoutIndex, act: change },
  { name: 'the user accepts the rebuilt index', setUp: withoutIndex, act: acceptRebuiltIndex },
  {
    name: 'another passphrase',
    act: () => changePassphrase(testPassphrase, nextPassphrase),
    passphrases: [testPassphrase, nextPassphrase],
  },
  { name: 'another time for the lock', act: () => changeAutoLock({ minutes: 60, onSystemLock: false }) },
  { name: 'a reset', act: resetVault },
  { name: 'a reset of a vault that cannot be opened', setUp: withoutIndex, act: resetVault },
  { name: 'a lock', act: lockVault },
  {
    name: 'a lock that is due',
    setUp: async () => {
      await withTwoNotes();
      value(await touch());
    },
    act: () => lockIfDue(Date.now() + 15 * 60_000),
  },
  { name: 'a use', act: () => touch() },
  {
    name: 'an unlock',
    setUp: async () => {
      await withTwoNotes();
      await lockVault();
    },
    act: () => unlockVault(testPassphrase),
  },
];

/** What a person finds after a start of the browser: everything, or nothing because there is no vault. */
async function found(open: () => Promise<unknown>): Promise<unknown> {
  await fakeBrowser.storage.session.clear();
  const state = await vaultState();
  if (state === 'none') return { state, disk: await disk() };
  const opening = state === 'locked' ? await open() : undefined;
  const { entries, isIndexRebuilt } = value(await takeInventory([noteKind]));
  const contents = {
    state,
    trouble: await vaultTrouble(),
    opening,
    notes: value(await readVault((snapshot) => snapshot.list(noteKind))),
    entries,
    isIndexRebuilt,
    autoLock: value(await readAutoLock()),
  };
  // It can be written to as well.
  value(await putNotes({ id: 'z', text: 'last' }));
  return contents;
}

async function openingAmong(passphrases: string[]): Promise<string[]> {
  const opening: string[] = [];
  for (const passphrase of passphrases) {
    if ((await unlockVault(passphrase)).ok) opening.push(passphrase);
  }
  return opening;
}

async function restore(local: Record<string, unknown>, session: Record<string, unknown>): Promise<void> {
  await setDisk(local);
  await fakeBrowser.storage.session.clear();
  await fakeBrowser.storage.session.set(structuredClone(session));
}

let unlocked: Record<string, unknown>;

beforeEach(async () => {
  await openVault();
  unlocked = await fakeBrowser.storage.session.get('key');
  fakeBrowser.reset();
});

describe.each(scenes)('$name', ({ setUp = withTwoNotes, act, passphrases }) => {
  it.each(['before', 'after'] as const)('leaves the old state or the new one, dying %s any change', async (moment) => {
    await setUp();
    const local = await disk();
    const session = await fakeBrowser.storage.session.get(null);
    const open = passphrases
      ? () => openingAmong(passphrases)
      : () => fakeBrowser.storage.session.set(structuredClone(unlocked));
    const old = await found(open);
    await restore(local, session);
    value(await act());
    const next = await found(open);

    let step = 1;
    for (; ; step += 1) {
      await restore(local, session);
      const death = dieAt(step, moment);
      await act();
      death.revive();
      if (!death.hasHappened()) break;
      // The worker alone was stopped: the session is still there, and opens what it belongs to or nothing.
      const alive = await readVault((snapshot) => snapshot.list(noteKind));
      if (!alive.ok) expect(alive.failure.kind).toBe('vault-locked');
      expect([old, next]).toContainEqual(await found(open));
    }
    // At least one change was died at.
    expect(step).toBeGreaterThan(1);
  });
});
