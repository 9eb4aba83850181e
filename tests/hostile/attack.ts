/** What an attack on the guard is: something a page does, a real press on it, and what must come of that. */
import type { Page } from 'puppeteer-core';
import type { BrowserName } from '../../scripts/browsers/find.ts';

/** Where the control is that leads to values, in the viewport. */
export interface Spot {
  x: number;
  y: number;
  box: { x: number; y: number; width: number; height: number };
}

/**
 * `missed`: the press does not reach our control. `no effect`: it counts, and the control looks as it did before.
 * Else the reason that badge and popup tell.
 */
export type End = 'missed' | 'no effect' | 'too-soon' | 'not-in-front' | 'hidden' | 'covered' | 'cursor';

type Ends = End | readonly End[];

export interface Attack {
  name: string;
  /** In the page; what it leaves in `undo` takes it back. */
  act(spot: Spot): void;
  end: Ends | Record<BrowserName, Ends>;
  /** The panel stands by itself, so what moves the anchor moves the button alone. */
  only?: 'open';
  /** Milliseconds from the act to the press; long enough for the guard's half second by default. */
  wait?: number;
  /** Another way to press. */
  press?(page: Page, spot: Spot): Promise<void>;
}

declare global {
  /** In the attacked page. */
  var undo: (() => void)[];
  /** See `rewriting.ts`. */
  var isHonest: boolean;
}

export const pause = (time: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, time));

/** The pointer comes, rests for a moment and presses: a person is slower than that. */
export async function pressAt(page: Page, { x, y }: Spot): Promise<void> {
  await page.mouse.move(x - 3, y - 2);
  await page.mouse.move(x, y);
  await pause(120);
  await page.mouse.down();
  await page.mouse.up();
}

/** Where our control is now; without a size when it is not drawn. */
export async function spotNow(page: Page): Promise<Spot> {
  const box = await page.evaluate(() => {
    const roots = [...document.querySelectorAll('div[popover]')].map(({ shadowRoot }) => shadowRoot);
    globalThis.isHonest = true;
    const control = roots.map((root) => root?.querySelector('.open, .primary[data-guarded]')).find(Boolean);
    const { x = 0, y = 0, width = 0, height = 0 } = control?.getBoundingClientRect() ?? {};
    globalThis.isHonest = false;
    return { x, y, width, height };
  });
  return { x: box.x + box.width / 2, y: box.y + box.height / 2, box };
}

/** How it may end in this browser; more than one way where page and guard move things against each other. */
export function endsOf({ end }: Attack, browser: BrowserName): readonly End[] {
  const ends = typeof end === 'object' && 'firefox' in end ? end[browser] : end;
  return typeof ends === 'string' ? [ends] : ends;
}
