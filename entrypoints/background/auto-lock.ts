/** The lock that comes by itself: by an alarm, before every message, with the computer's screen, with the last window. */
import { browser } from 'wxt/browser';
import type { Incoming } from '@/messaging/schemas';
import { isDue, lockDueAt, locksWithSystem, touch } from '@/vault/auto-lock';
import { lockNow, lockWhenDue } from './lock';

const alarmName = 'auto-lock';

/** Messages that come without anybody's doing, or that a page could cause by itself: they are no use of Latchkey. */
const unasked: ReadonlySet<keyof Incoming> = new Set([
  'vault.status',
  'page.state',
  'page.press',
  'page.unlock',
  'page.task',
]);

/** Registers what may lock at once, as a worker that is woken by an event must, and looks whether it should be locked. */
export function watchTheClock(): void {
  browser.alarms.onAlarm.addListener(({ name }) => (name === alarmName ? lookAtClock() : undefined));
  browser.windows.onRemoved.addListener(lockWithLastWindow);
  // Not every browser that runs extensions tells of the computer's own lock.
  browser.idle?.onStateChanged.addListener(lockWithSystem);
  void lookAtClock();
}

/** To be awaited before any message is handled: alarms can be late, or lost. A use begins the time anew. */
export async function beforeMessage(type: keyof Incoming): Promise<void> {
  if (await isDue()) await lockWhenDue();
  if (!unasked.has(type)) await touch();
}

/** To be awaited once a message is handled, which may have unlocked, or have begun the time anew. */
export async function afterMessage(type: keyof Incoming): Promise<void> {
  if (!unasked.has(type)) await setAlarm();
}

async function lookAtClock(): Promise<void> {
  await lockWhenDue();
  await setAlarm();
}

async function setAlarm(): Promise<void> {
  const when = await lockDueAt();
  await (when === null ? browser.alarms.clear(alarmName) : browser.alarms.create(alarmName, { when }));
}

async function lockWithSystem(state: string): Promise<void> {
  if (state === 'locked' && (await locksWithSystem())) await lockNow();
}

/** Where the browser goes on without a window, as on macOS, closing the last one is closing it. */
async function lockWithLastWindow(closed: number): Promise<void> {
  const left = await browser.windows.getAll();
  if (left.every(({ id }) => id === closed)) await lockNow();
}
