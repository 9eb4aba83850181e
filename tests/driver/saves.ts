/** What was saved, and by whom: everything counted before the administrator's own press is a save by the extension. */
import type { Page } from 'puppeteer-core';
import type { StandIn } from '../standins/standin.ts';

/** Writes that reached the app, presses of its Save, and submits, so far. */
export async function countSaves(page: Page, standIn: Pick<StandIn, 'writes'>): Promise<number> {
  const onPage = await page.evaluate(() => {
    const counters: unknown = Reflect.get(window, 'standIn');
    if (typeof counters !== 'object' || counters === null) throw new Error('The stand-in counts nothing.');
    return Object.values(counters).reduce((sum: number, count) => sum + (typeof count === 'number' ? count : 0), 0);
  });
  return standIn.writes.length + onPage;
}

/** Stands for a profile's secret wherever a test compares or prints what was saved. */
export const theSecret = '<the secret of the profile>';

/** A saved body, or any other plain data, without the secret itself in it. */
export function withoutSecret(data: unknown, secret: string): unknown {
  return JSON.parse(JSON.stringify(data ?? null).replaceAll(secret, theSecret));
}
