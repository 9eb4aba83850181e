/** The lock that comes by itself: what a timer, the idle state and every use of Latchkey ask and tell. */
import { ok, type Result } from '@/lib/result';
import { type AutoLock, autoLockOf, putAutoLock } from './auto-lock-setting';
import { endSession, extendSession, isSessionOver, readSession, startSession } from './session';
import { readVault, underLock, updateVault } from './store';

/** The setting of this vault. Fails as `readVault` does. */
export function readAutoLock(): Promise<Result<AutoLock>> {
  return readVault(autoLockOf);
}

/**
 * Keeps the setting and goes by it at once; answers when the lock is due then, null for never. Fails as `updateVault`
 * does; on a failure of the session alone the setting holds from the next unlock on.
 */
export async function changeAutoLock(autoLock: AutoLock, now = Date.now()): Promise<Result<number | null>> {
  const stored = await updateVault((transaction) => ok(putAutoLock(transaction, autoLock)));
  return stored.ok ? touch(now, autoLock) : stored;
}

/**
 * Latchkey was used: the time without use begins anew. Answers when the lock is due, for an alarm; null for never.
 * In the mode without secrets the first use starts it, since secrets typed for one session are to be forgotten, too.
 * Fails with `vault-locked` when it is locked or should be (then `lockIfDue` is to be called), or `storage-failed`.
 */
export async function touch(now = Date.now(), autoLock?: AutoLock): Promise<Result<number | null>> {
  const extended = await extendSession(now, autoLock);
  if (extended.ok || (await isDue(now))) return extended;
  const opened = await readVault((snapshot) => ({ mode: snapshot.mode, setting: autoLock ?? autoLockOf(snapshot) }));
  if (!opened.ok || opened.value.mode === 'encrypted') return extended;
  return startSession(null, opened.value.setting, now);
}

/** When the lock is due, in milliseconds since 1970; null for never, or when there is nothing to lock. */
export async function lockDueAt(): Promise<number | null> {
  const session = await readSession();
  return (session.ok && session.value?.lockAt) || null;
}

/** True when the time without use is over and nobody has locked yet: the alarm was late, or lost. */
export async function isDue(now = Date.now()): Promise<boolean> {
  const session = await readSession();
  return session.ok && isSessionOver(session.value, now);
}

/** True when the vault is to be locked with the operating system's screen: `lockVault` is the caller's to call. */
export async function locksWithSystem(): Promise<boolean> {
  const session = await readSession();
  return session.ok && session.value?.autoLock.onSystemLock === true;
}

/**
 * Locks when it is due, and answers whether it did, so that open pages can be told. To be called by the alarm and
 * before every message is handled, since alarms can be late or lost. Fails with `storage-failed`.
 */
export function lockIfDue(now = Date.now()): Promise<Result<boolean>> {
  return underLock(async () => {
    if (!(await isDue(now))) return ok(false);
    const ended = await endSession();
    return ended.ok ? ok(true) : ended;
  });
}
