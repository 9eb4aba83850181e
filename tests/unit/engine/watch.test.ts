/** Changes of the page are followed in few looks, never our own, and not for ever. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watch } from '@/engine/watch';

let looks = 0;
let life = new AbortController();

beforeEach(() => {
  vi.useFakeTimers();
  looks = 0;
  life = new AbortController();
  document.body.innerHTML = '<main id="main"></main>';
});

afterEach(() => {
  life.abort();
  vi.useRealTimers();
});

async function start(onLook: () => void = () => {}): Promise<void> {
  watch(
    document,
    () => {
      looks++;
      onLook();
    },
    life.signal,
  );
  await vi.advanceTimersByTimeAsync(400);
  looks = 0;
}

async function change(parent: Element = document.body): Promise<void> {
  parent.append(document.createElement('p'));
  // Observers are told in a microtask of the page's.
  await vi.advanceTimersByTimeAsync(0);
}

describe('looks', () => {
  it('come once for a burst of changes', async () => {
    await start();
    for (let i = 0; i < 5; i++) await change();
    await vi.advanceTimersByTimeAsync(400);
    expect(looks).toBe(1);
  });

  it('come at least once a second while changes go on', async () => {
    await start();
    for (let i = 0; i < 30; i++) {
      await change();
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(looks).toBeGreaterThanOrEqual(2);
    expect(looks).toBeLessThanOrEqual(4);
  });

  it('come every two seconds at most on a page that never rests', async () => {
    await start();
    for (let i = 0; i < 400; i++) {
      await change();
      await vi.advanceTimersByTimeAsync(25);
    }
    expect(looks).toBeLessThanOrEqual(8);
    expect(looks).toBeGreaterThanOrEqual(3);
  });

  it('come after a change of route', async () => {
    await start();
    window.dispatchEvent(new Event('hashchange'));
    await vi.advanceTimersByTimeAsync(400);
    window.dispatchEvent(new Event('popstate'));
    await vi.advanceTimersByTimeAsync(400);
    expect(looks).toBe(2);
  });

  it('do not come for our own host beside the body', async () => {
    await start();
    await change(document.documentElement);
    await vi.advanceTimersByTimeAsync(2000);
    expect(looks).toBe(0);
  });

  it('end with the signal', async () => {
    await start();
    await change();
    life.abort();
    await change();
    window.dispatchEvent(new Event('hashchange'));
    await vi.advanceTimersByTimeAsync(2000);
    expect(looks).toBe(0);
  });
});

describe('attention', () => {
  it('rests after half a minute and wakes with a press, which makes up for what was missed', async () => {
    await start();
    await vi.advanceTimersByTimeAsync(30_000);
    await change();
    await vi.advanceTimersByTimeAsync(2000);
    expect(looks).toBe(0);
    document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }));
    await vi.advanceTimersByTimeAsync(400);
    expect(looks).toBe(1);
    await change();
    await vi.advanceTimersByTimeAsync(400);
    expect(looks).toBe(2);
  });

  it('ends after three in a row that take too long, until a click or another route', async () => {
    await start(() => {
      vi.advanceTimersByTime(20);
    });
    for (let i = 0; i < 6; i++) {
      await change();
      await vi.advanceTimersByTimeAsync(1500);
    }
    expect(looks).toBeLessThanOrEqual(3);
    looks = 0;
    document.body.dispatchEvent(new Event('keydown', { bubbles: true }));
    await vi.advanceTimersByTimeAsync(1500);
    expect(looks).toBe(0);
    document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }));
    await vi.advanceTimersByTimeAsync(1500);
    expect(looks).toBe(1);
  });

  it('goes on where a slow one stands between quick looks', async () => {
    await start(() => vi.advanceTimersByTime(looks % 2 === 0 ? 0 : 20));
    for (let i = 0; i < 9; i++) {
      await change();
      await vi.advanceTimersByTimeAsync(1500);
    }
    expect(looks).toBe(9);
  });
});
