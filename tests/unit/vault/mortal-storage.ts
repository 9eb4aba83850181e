/** A storage that dies at its n-th change, with the worker that was changing it. */
import { type MockInstance, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

type Area = Record<string, (...parameters: unknown[]) => Promise<unknown>>;

/** before: the change is lost. after: it has come to the disk, and nobody learns of it. */
export type Moment = 'before' | 'after';

export interface Death {
  hasHappened(): boolean;
  /** The browser starts again, with the disk as it is. */
  revive(): void;
}

/**
 * One call is one step, as in the browsers: both write a `set` or a `remove` of many entries as a whole. From the n-th
 * change of either area on, nothing is written any more, and nothing read.
 */
export function dieAt(change: number, moment: Moment): Death {
  let count = 0;
  let isDead = false;
  const spies: MockInstance[] = [];

  /** Carries the call out unless the worker died before it, and answers unless it died at it. */
  async function outlive(isLast: boolean, call: () => Promise<unknown>): Promise<unknown> {
    if (isDead || (isLast && moment === 'before')) return die();
    const answer = await call();
    return isLast ? die() : answer;
  }

  function die(): never {
    isDead = true;
    throw new Error('the worker is gone');
  }

  function watch(area: Area, name: string): void {
    const real = area[name];
    const mortal = (...parameters: unknown[]) => {
      if (name !== 'get') count += 1;
      return outlive(name !== 'get' && count === change, async () => real?.apply(area, parameters));
    };
    spies.push(vi.spyOn(area, name).mockImplementation(mortal));
  }

  for (const area of [fakeBrowser.storage.local, fakeBrowser.storage.session] as unknown as Area[]) {
    for (const name of ['set', 'remove', 'clear', 'get']) watch(area, name);
  }
  return {
    hasHappened: () => isDead,
    revive: () => {
      for (const spy of spies) spy.mockRestore();
    },
  };
}
