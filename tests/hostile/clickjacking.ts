/** A3: what a page can do to the button and the panel, each tried with a real press, on the way to the values and before the fill. */
import { expect, test } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { type Attack, type End, endsOf, pause, pressAt, type Spot, spotNow } from './attack.ts';
import { ran } from './count.ts';
import { covers } from './covers.ts';
import { effects } from './effects.ts';
import { isFilled, unboundUrl } from './form-page.ts';
import type { Ground } from './ground.ts';
import { difference, pictureOf } from './picture.ts';
import { tricks } from './tricks.ts';

const attacks = [...effects, ...covers, ...tricks];

/** Our control that leads to values, once a press on it would count. */
export async function readySpot(page: Page): Promise<Spot> {
  await page.waitForFunction(
    () => {
      const boxes = [...document.querySelectorAll('div[popover]')].map((box) => box.shadowRoot);
      return boxes.some((root) => root?.querySelector('.open[data-action], .primary[data-guarded][data-action]'));
    },
    { timeout: 15_000, polling: 50 },
  );
  return spotNow(page);
}

/** What the press led to: a plan or a fill asked for, a refusal told, or nothing within the time that either takes. */
async function outcome({ heard }: Ground, asked: string): Promise<End | 'counted'> {
  for (let left = 12; left > 0; left -= 1) {
    const messages = await heard();
    if (messages.some(({ type }) => type === asked)) return 'counted';
    const refused = messages.find((message) => message.refused !== undefined)?.refused;
    if (refused !== undefined) return refused as End;
    await pause(60);
  }
  return 'missed';
}

type Asked = 'page.plan' | 'page.fill';

/** A real press while the attack goes on, and the end of the attack. */
async function withstand(ground: Ground, page: Page, attack: Attack, asked: Asked): Promise<void> {
  const spot = await readySpot(page);
  const ends = endsOf(attack, ground.name);
  const isHarmless = ends.includes('no effect');
  const before = isHarmless ? await pictureOf(page, spot) : null;
  await ground.heard();
  await page.evaluate(() => {
    globalThis.undo = [];
  });
  await page.evaluate(attack.act, spot);
  await pause(attack.wait ?? 600);
  if (before) expect(await difference(page, before, await pictureOf(page, spot)), 'it looks as before').toBeLessThan(1);
  if (before) await readySpot(page);
  const there = await spotNow(page);
  await (attack.press ?? pressAt)(page, there.box.width > 0 && !attack.press ? there : spot);
  expect([...ends, isHarmless && 'counted'], `press under attack, on the way to ${asked}`).toContain(
    await outcome(ground, asked),
  );
  await page.evaluate(() => {
    for (const back of globalThis.undo) back();
  });
}

async function pressHonestly(ground: Ground, page: Page, asked: Asked): Promise<void> {
  await page.mouse.move(5, 5);
  const spot = await readySpot(page);
  await ground.heard();
  await pressAt(page, spot);
  expect(await outcome(ground, asked), `honest press, on the way to ${asked}`).toBe('counted');
}

/** The attack on the button, an honest press on it, and the attack in the preview. */
async function stand(ground: Ground, attack: Attack): Promise<void> {
  const page = await ground.open();
  const isHarmless = endsOf(attack, ground.name).includes('no effect');
  await withstand(ground, page, attack, 'page.plan');
  if (!isHarmless) await pressHonestly(ground, page, 'page.plan');
  if (attack.only === 'open') return ran('A3', 1);
  await withstand(ground, page, attack, 'page.fill');
  if (!isHarmless) expect(await page.evaluate(isFilled), 'something was filled').toBe(false);
  ran('A3', 2);
}

/** One test per attack, and what a refusal and a site that nobody has bound look like. */
export function clickjackingTests(ground: () => Ground): void {
  test('A3 honest presses count; a refused one is told by the badge and in the popup, until then', async () => {
    const page = await ground().open();
    const spot = await readySpot(page);
    await page.evaluate(() => {
      document.documentElement.style.opacity = '0.5';
    });
    await pressAt(page, spot);
    await expect.poll(() => ground().badges()).toContain('!');
    expect((await ground().look(page)).notices).toContain('refused-hidden');
    await page.evaluate(() => {
      document.documentElement.removeAttribute('style');
    });
    await pressHonestly(ground(), page, 'page.plan');
    await expect.poll(() => ground().badges()).not.toContain('!');
    expect((await ground().look(page)).notices).not.toContain('refused-hidden');
    await pressHonestly(ground(), page, 'page.fill');
    await page.waitForFunction(isFilled, { polling: 50 });
    ran('A3', 3);
  });

  test('A3 a site that nobody has bound: no button for any press to be stolen', async () => {
    const page = await ground().open(unboundUrl);
    await ground().look(page);
    await ground().heard();
    await pause(600);
    expect(await page.$('[popover]')).toBeNull();
    for (let y = 40; y < 700; y += 60) await page.mouse.click(350, y);
    expect(await ground().heard()).toEqual([]);
    ran('A3', 1);
  });

  for (const attack of attacks) {
    test(`A3 ${attack.name}`, () => stand(ground(), attack));
  }
}
