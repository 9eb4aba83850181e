/** A flood from one tab ends; a person, an app that redraws, and other tabs go on. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPace } from '@/messaging/pace';
import type { Sender } from '@/messaging/sender';

const tab = (tabId: number): Sender => ({
  kind: 'page',
  tabId,
  origin: 'https://portainer.company',
  document: `DOCUMENT-${tabId}`,
});

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: 1_700_000_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

function wait(milliseconds: number): void {
  vi.setSystemTime(Date.now() + milliseconds);
}

describe('the pace of page messages', () => {
  it.each([
    ['page.state', {}, 40, 250],
    ['page.plan', {}, 20, 1000],
    ['page.fill', {}, 10, 1000],
    ['page.press', { bare: true }, 40, 250],
    ['page.unlock', {}, 5, 5000],
    ['page.task', {}, 3, 5000],
  ] as const)('A10: %s is heard %#, and then one at a time', (type, data, burst, every) => {
    const admits = createPace();
    const flood = () => Array.from({ length: 200 }, () => admits(type, tab(7), data)).filter(Boolean).length;
    expect(flood()).toBe(burst);
    expect(admits(type, tab(8), data), 'another tab').toBe(true);
    wait(every - 1);
    expect(flood()).toBe(0);
    wait(1);
    expect(flood()).toBe(1);
    wait(every * 1000);
    expect(flood()).toBe(burst);
  });

  it('gives nothing for a clock that is set back', () => {
    const admits = createPace();
    for (let count = 0; count < 5; count += 1) expect(admits('page.unlock', tab(7), {})).toBe(true);
    wait(-3_600_000);
    expect(admits('page.unlock', tab(7), {})).toBe(false);
    wait(5000);
    expect(admits('page.unlock', tab(7), {})).toBe(true);
  });

  it('never keeps a page bared, and never holds up a screen', () => {
    const admits = createPace();
    for (let count = 0; count < 500; count += 1) {
      expect(admits('page.press', tab(7), { bare: false })).toBe(true);
      expect(admits('shelf.read', { kind: 'screen' }, undefined)).toBe(true);
    }
  });
});
