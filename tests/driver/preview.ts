/** Page object of the in-page preview: its rows as data, its ticks and choices by the administrator's hand. */
import type { Page } from 'puppeteer-core';
import type { Hand } from './hand.ts';
import { inPanel } from './panel.ts';

export interface PreviewRow {
  state: string;
  /** Null where the row cannot be ticked. */
  ticked: boolean | null;
  warnings: string[];
  /** Why the row is left to the person; null where its state says it all. */
  because: string | null;
}

/** Every row of the preview by its field key. */
export async function readPreview(page: Page): Promise<Record<string, PreviewRow>> {
  const rows = await page.$$eval(inPanel('[data-key]'), (found) =>
    found.map((row) => {
      const tick = row.querySelector('input[name="tick"]');
      return {
        key: row.getAttribute('data-key') ?? '',
        state: row.getAttribute('data-state') ?? '',
        ticked: tick instanceof HTMLInputElement ? tick.checked : null,
        because: row.getAttribute('data-because'),
        warnings: [...row.querySelectorAll('[data-warning]')].map((note) => note.getAttribute('data-warning') ?? ''),
      };
    }),
  );
  return Object.fromEntries(rows.map(({ key, ...row }) => [key, row]));
}

/** Turns the tick of a row over. */
export function tick(page: Page, hand: Hand, key: string): Promise<void> {
  return hand.click(page, inPanel(`[data-key="${key}"] input[name="tick"]`));
}

/** Turns over whether the items of others go. */
export function tickExtras(page: Page, hand: Hand, key: string): Promise<void> {
  return hand.click(page, inPanel(`[data-key="${key}"] input[name="extras"]`));
}

/** Goes down a choice's list by key until the option is reached: the panel takes no scripted events. */
export async function choose(page: Page, hand: Hand, choice: string, value: string): Promise<void> {
  const select = await hand.find(page, inPanel(`select[data-choice="${choice}"]`));
  await select.focus();
  while ((await chosen(page, choice)) !== value) {
    const before = await chosen(page, choice);
    await page.keyboard.press('ArrowDown');
    if ((await chosen(page, choice)) === before) throw new Error(`The choice ${choice} offers no ${value}.`);
  }
}

/** What a choice stands at. */
export function chosen(page: Page, choice: string): Promise<string> {
  return page.$eval(inPanel(`select[data-choice="${choice}"]`), (select) => (select as HTMLSelectElement).value);
}
