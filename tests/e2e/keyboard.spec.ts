/** By the keyboard alone, from the button to the report; and no key pressed in the panel reaches the app. */
import { expect, test } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { appSteps, pressSave } from '../../scripts/demo/apps.ts';
import { inPanel } from '../driver/panel.ts';
import { readPreview } from '../driver/preview.ts';
import { countSaves } from '../driver/saves.ts';
import { createEspoCrm } from '../standins/espocrm/espocrm.ts';
import type { StandIn } from '../standins/standin.ts';
import { openSession, type Session, testProfile } from './session.ts';

const profile = testProfile('EspoCRM');
let session: Session;

test.beforeAll(async () => {
  session = await openSession([profile]);
});
test.afterEach(() => session.closePages());
test.afterAll(() => session.close());

/** A bound settings page with the focus on the button. */
async function openFocused(standIn: StandIn): Promise<Page> {
  await session.stage(standIn);
  const page = await session.newPage();
  await appSteps.espocrm.openSettings(page, session.hand, standIn);
  await session.bind(page, profile);
  await page.focus(inPanel('[data-action="open"]'));
  return page;
}

/** Presses Tab until the focus is on it; more stops than a panel has mean that it cannot be reached. */
async function tabTo(page: Page, selector: string): Promise<void> {
  await page.waitForSelector(inPanel(selector));
  const isFocused = (): Promise<boolean> =>
    page.evaluate((wanted) => {
      const focused = document.activeElement?.shadowRoot?.activeElement;
      return focused?.matches(wanted) ?? false;
    }, selector);
  for (let stops = 0; !(await isFocused()); stops += 1) {
    if (stops > 40) throw new Error(`The keyboard does not get to ${selector}.`);
    await page.keyboard.press('Tab');
  }
}

test('Tab, Enter and Space lead from the button to the report', async () => {
  const standIn = createEspoCrm({ renderDelays: [100] });
  const page = await openFocused(standIn);
  await page.keyboard.press('Enter');
  await tabTo(page, '[data-action="switch-method"]');
  await page.keyboard.press('Enter');
  await tabTo(page, '[data-key="end_session"] input[name="tick"]');
  await page.keyboard.press('Space');
  expect((await readPreview(page)).end_session).toMatchObject({ ticked: false });
  await tabTo(page, '[data-action="fill"]');
  await page.keyboard.press('Enter');
  await page.waitForSelector(inPanel('[data-view="report"]'));
  expect(await countSaves(page, standIn)).toBe(0);
  await tabTo(page, '[data-action="close"]');
  await page.keyboard.press('Space');
  await tabTo(page, '[data-action="open"]');
  await pressSave(page, session.hand, 'espocrm', standIn);
  expect(standIn.stored()).toMatchObject({ method: 'Oidc', client_id: profile.clientId, end_session: null });
});

test('Escape closes the panel, and neither it nor Ctrl+Enter is heard by the app', async () => {
  const standIn = createEspoCrm({ renderDelays: [100] });
  const page = await openFocused(standIn);
  await page.evaluate(() => {
    const heard: string[] = [];
    Reflect.set(window, 'heard', heard);
    document.addEventListener('keydown', ({ key }) => heard.push(key));
  });
  await page.keyboard.press('Enter');
  await tabTo(page, '[data-action="switch-method"]');
  await page.keyboard.down('Control');
  await page.keyboard.press('Enter');
  await page.keyboard.up('Control');
  await page.waitForSelector(inPanel('[data-view="preview"], [data-view="method"]'));
  await page.keyboard.press('Escape');
  await page.waitForSelector(inPanel('[data-view="button"]'));
  expect(await page.evaluate(() => Reflect.get(window, 'heard') as string[])).toEqual([]);
  expect(await page.$('.dialog-confirm')).toBeNull();
  expect(page.url()).toBe(standIn.settingsUrl);
  expect(standIn.writes).toEqual([]);
});
