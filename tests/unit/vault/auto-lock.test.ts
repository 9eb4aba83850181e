// @vitest-environment node
/** The vault locks by itself on time, however late the alarm, and never while it is in use. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import * as z from 'zod/mini';
import { fail, ok } from '@/lib/result';
import { changeAutoLock, isDue, lockDueAt, lockIfDue, locksWithSystem, readAutoLock, touch } from '@/vault/auto-lock';
import { readSessionItem, sessionItem, writeSessionItem } from '@/vault/session-items';
import { createVault, lockVault, unlockVault, vaultState } from '@/vault/vault';
import { disk, findMarker, notes, putNotes, setDisk, testPassphrase, value } from './notes';

const minute = 60_000;
const start = Date.UTC(2026, 10, 22, 9);
const typed = sessionItem('typed-secret', z.string());

const at = (minutes: number) => start + minutes * minute;
const goTo = (minutes: number) => vi.setSystemTime(at(minutes));

beforeEach(() => {
  fakeBrowser.reset();
  vi.useFakeTimers({ toFake: ['Date'], now: start });
});

afterEach(() => void vi.useRealTimers());

describe('A12: an encrypted vault', () => {
  beforeEach(async () => void value(await createVault({ mode: 'encrypted', passphrase: testPassphrase })));

  it('is due 15 minutes after the last use, unless it is told otherwise', async () => {
    expect(await readAutoLock()).toEqual(ok({ minutes: 15, onSystemLock: true }));
    expect([await lockDueAt(), await locksWithSystem()]).toEqual([at(15), true]);
    goTo(10);
    expect(await touch()).toEqual(ok(at(25)));
    expect(await lockDueAt()).toBe(at(25));
    goTo(20);
    expect([await isDue(), await vaultState()]).toEqual([false, 'unlocked']);
  });

  it.each([1, 5, 15, 60] as const)(
    'locks after %d minutes to the millisecond, now and after an unlock',
    async (minutes) => {
      expect(await changeAutoLock({ minutes, onSystemLock: false })).toEqual(ok(at(minutes)));
      const lock = async (from: number) => {
        expect([await isDue(at(from + minutes) - 1), await isDue(at(from + minutes))]).toEqual([false, true]);
        expect(await lockIfDue(at(from + minutes) - 1)).toEqual(ok(false));
        expect(await vaultState()).toBe('unlocked');
        expect(await lockIfDue(at(from + minutes))).toEqual(ok(true));
        expect(await vaultState()).toBe('locked');
        expect(await lockIfDue(at(from + minutes))).toEqual(ok(false));
        expect([await lockDueAt(), await locksWithSystem()]).toEqual([null, false]);
      };
      await lock(0);
      goTo(100);
      value(await unlockVault(testPassphrase));
      expect(await readAutoLock()).toEqual(ok({ minutes, onSystemLock: false }));
      await lock(100);
    },
  );

  it('can be left open until the browser closes', async () => {
    expect(await changeAutoLock({ minutes: null, onSystemLock: true })).toEqual(ok(null));
    goTo(1_000_000);
    expect([await lockDueAt(), await isDue(), await locksWithSystem()]).toEqual([null, false, true]);
    expect(await touch()).toEqual(ok(null));
    expect(await vaultState()).toBe('unlocked');
    await fakeBrowser.storage.session.clear();
    expect(await vaultState()).toBe('locked');
  });

  it('is locked from the moment it is due, although no alarm has come', async () => {
    await putNotes({ id: 'a', text: 'one' });
    goTo(15);
    expect(await vaultState()).toBe('locked');
    expect(await putNotes({ id: 'b', text: 'two' })).toEqual(fail('vault-locked'));
    // What is late stays late: no use brings it back, nor does a longer time.
    expect(await touch()).toEqual(fail('vault-locked'));
    expect(await changeAutoLock({ minutes: 60, onSystemLock: true })).toEqual(fail('vault-locked'));
    expect(await vaultState()).toBe('locked');
    const { key } = (await fakeBrowser.storage.session.get('key')) as { key: { key: string } };
    expect(await lockIfDue()).toEqual(ok(true));
    expect(JSON.stringify(await fakeBrowser.storage.session.get(null))).not.toContain(key.key);
    value(await unlockVault(testPassphrase));
    expect(await notes()).toHaveLength(1);
  });

  it('does not trust a clock that was set back, but forgives a correction', async () => {
    goTo(-1);
    expect([await isDue(), await vaultState()]).toEqual([false, 'unlocked']);
    vi.setSystemTime(at(-1) - 1);
    expect([await isDue(), await vaultState()]).toEqual([true, 'locked']);
  });

  it('is not brought back by a use that comes with a lock', async () => {
    const [, used] = await Promise.all([lockVault(), touch(), touch()]);
    expect(used.ok || used.failure.kind === 'vault-locked').toBe(true);
    expect([await vaultState(), await fakeBrowser.storage.session.get(null)]).toEqual(['locked', {}]);
    expect(await touch()).toEqual(fail('vault-locked'));
    expect(await fakeBrowser.storage.session.get(null)).toEqual({});
  });

  it('keeps its setting among the encrypted records, and goes by the default when that is damaged', async () => {
    value(await changeAutoLock({ minutes: 1, onSystemLock: false }));
    const stored = await disk();
    for (const word of ['onSystemLock', 'auto-lock']) {
      expect(findMarker(JSON.stringify(Object.values(stored)), word)).toEqual([]);
    }
    await lockVault();
    await setDisk({ ...stored, 'record:setting:auto-lock': 'x' });
    value(await unlockVault(testPassphrase));
    expect([await lockDueAt(), await readAutoLock()]).toEqual([at(15), ok({ minutes: 15, onSystemLock: true })]);
    value(await changeAutoLock({ minutes: 5, onSystemLock: true }));
    expect(await readAutoLock()).toEqual(ok({ minutes: 5, onSystemLock: true }));
  });

  it('says so when the session cannot be kept', async () => {
    const set = vi.spyOn(fakeBrowser.storage.session, 'set').mockRejectedValue(new Error('busy'));
    expect(await touch()).toEqual(fail('storage-failed'));
    expect(await changeAutoLock({ minutes: 1, onSystemLock: true })).toEqual(fail('storage-failed'));
    set.mockRestore();
    expect(await lockDueAt()).toBe(at(15));
    vi.spyOn(fakeBrowser.storage.session, 'remove').mockRejectedValue(new Error('busy'));
    expect(await lockIfDue(at(15))).toEqual(fail('storage-failed'));
  });
});

describe('A12: a vault without secrets', () => {
  it('forgets after its time what was typed for the session, and stays open', async () => {
    await createVault({ mode: 'no-secrets' });
    expect([await lockDueAt(), await isDue()]).toEqual([null, false]);
    expect(await touch()).toEqual(ok(at(15)));
    await writeSessionItem(typed, 'TEST-typed');
    goTo(14);
    expect(await touch()).toEqual(ok(at(29)));
    expect(await changeAutoLock({ minutes: 5, onSystemLock: true })).toEqual(ok(at(19)));
    expect(await readSessionItem(typed)).toBe('TEST-typed');
    goTo(19);
    expect(await readSessionItem(typed)).toBeUndefined();
    expect(await vaultState()).toBe('open');
    expect(await lockIfDue()).toEqual(ok(true));
    expect(await fakeBrowser.storage.session.get(null)).toEqual({});
    expect(await touch()).toEqual(ok(at(24)));
  });
});

describe('without a vault', () => {
  it('there is nothing to lock', async () => {
    expect(await touch()).toEqual(fail('vault-locked'));
    expect(await changeAutoLock({ minutes: 1, onSystemLock: true })).toEqual(fail('vault-locked'));
    expect(await lockIfDue()).toEqual(ok(false));
    expect([await lockDueAt(), await isDue(), await locksWithSystem()]).toEqual([null, false, false]);
  });
});
