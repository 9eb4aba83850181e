/** How often the script of one tab may say each thing: generous for a person and an app, and an end to a flood. */
import type { Incoming } from './schemas';
import type { Sender } from './sender';

interface Limit {
  /** So many at once. */
  burst: number;
  /** And then one in so many milliseconds. */
  every: number;
}

/**
 * By message; those of screens have none. `page.fill` has a stricter one of its own, one in two seconds, which a stopped
 * background remembers (`sites/consent.ts`); these are forgotten with it, since it only stops when nothing is said.
 */
const limits: Partial<Record<keyof Incoming, Limit>> = {
  // An app draws its form anew many times, and each fill, lock and binding asks all tabs at once.
  'page.state': { burst: 40, every: 250 },
  // Each opens the vault's records.
  'page.plan': { burst: 20, every: 1000 },
  'page.fill': { burst: 10, every: 1000 },
  // Two to a press, and one more to say that it was refused.
  'page.press': { burst: 40, every: 250 },
  // Each raises a window.
  'page.unlock': { burst: 5, every: 5000 },
  // Each opens a tab.
  'page.task': { burst: 3, every: 5000 },
};

/** What is left of a limit, and since when; more comes with time. */
interface Purse {
  left: number;
  at: number;
}

/** Answers whether a message of this sender may be handled now, and counts it. */
export function createPace(): (type: keyof Incoming, sender: Sender, data: unknown) => boolean {
  const purses = new Map<string, Purse>();
  return (type, sender, data) => {
    const limit = limits[type];
    if (!limit || sender.kind !== 'page' || givesBack(type, data)) return true;
    const name = `${type} ${sender.tabId}`;
    const now = Date.now();
    const { left, at } = purses.get(name) ?? { left: limit.burst, at: now };
    // A clock that was set back gives nothing, and takes nothing.
    const refilled = Math.min(limit.burst, left + Math.max(0, now - at) / limit.every);
    const isAdmitted = refilled >= 1;
    purses.set(name, { left: isAdmitted ? refilled - 1 : refilled, at: now });
    return isAdmitted;
  };
}

/** A bared page must always get its own rules back. */
function givesBack(type: keyof Incoming, data: unknown): boolean {
  return type === 'page.press' && typeof data === 'object' && data !== null && 'bare' in data && data.bare === false;
}
