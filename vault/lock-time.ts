/** When the vault has been left alone for long enough: arithmetic on one clock, nothing stored. */
import type { AutoLock } from './auto-lock-setting';

const minute = 60_000;
/** A clock that is corrected by a little is no reason to lock. */
const tolerance = minute;

/** When to lock, in milliseconds since 1970, if nothing is used after `now`; null for never. */
export function lockTime({ minutes }: AutoLock, now: number): number | null {
  return minutes === null ? null : now + minutes * minute;
}

/** True from the millisecond on; also when the clock was set back, since then it says nothing about the time passed. */
export function isOver(lockAt: number | null, { minutes }: AutoLock, now: number): boolean {
  if (lockAt === null || minutes === null) return false;
  return now >= lockAt || lockAt - now > minutes * minute + tolerance;
}
