/** Openlane's dialogs: the same ids once more over the card, a step or a tab at a time, and they stay open. */
import { expect, test } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { appSteps } from '../../scripts/demo/apps.ts';
import { inPanel, openPreview } from '../driver/panel.ts';
import { readPreview } from '../driver/preview.ts';
import { theSecret, withoutSecret } from '../driver/saves.ts';
import { createOpenlane, type Openlane } from '../standins/openlane/openlane.ts';
import { baseUrlBox, button, field, inDialog, noPress, openWizard, stateOf, tokenBox } from './openlane-form.ts';
import { authentik, openSession, type Session, testToken } from './session.ts';

const profile = testToken('Directory reader');
let session: Session;

test.beforeAll(async () => {
  session = await openSession([profile]);
});
test.afterEach(() => session.closePages());
test.afterAll(() => session.close());

const otherTab = '[role="tab"]:not([data-state="active"])';
const left = { outcome: 'left-for-you' };
const otherStep = { ...left, because: 'other-step' };
const optionsLater = [
  { key: 'primary_directory', ...otherStep },
  { key: 'disable_group_sync', ...otherStep },
  { key: 'filter', ...otherStep },
];

/** Opening a dialog, the button moves into it: until then a press would meet it on its way. */
function buttonInDialog(page: Page): Promise<unknown> {
  return session.hand.find(page, '[role="dialog"] >>> [data-action="open"]');
}

/** Closes our panel by its own cross; the dialog under it stays. */
async function closePanel(page: Page): Promise<void> {
  await session.hand.click(page, inPanel('[data-action="close"]'));
  await session.hand.find(page, inPanel('[data-view="button"]'));
  expect(await page.$$eval('[role="dialog"][data-state="open"]', ({ length }) => length)).toBe(1);
}

async function saved(page: Page, { writes }: Openlane, save: string): Promise<unknown> {
  await session.hand.click(page, inDialog(button(save)));
  await expect.poll(() => writes.length).toBe(1);
  return withoutSecret(writes[0]?.body, profile.apiToken);
}

test('the wizard over the card: one field a step, in the dialog, where the same ids are twice on the page', async () => {
  const { backchannel } = session.server;
  const page = await session.newPage();
  const standIn = await session.stage(
    createOpenlane({ backchannel, page: { delay: 0, prompt: 'off', options: 'primary-only' } }),
  );
  await appSteps.openlane.openSettings(page, session.hand, standIn);
  await session.bind(page, profile);
  await openWizard(page, session.hand);
  expect(await page.$$eval(baseUrlBox, ({ length }) => length)).toBe(2);
  await buttonInDialog(page);
  const first = await session.fill(page, standIn);
  expect(first.fields).toEqual([
    { key: 'base_url', outcome: 'filled' },
    { key: 'api_token', ...otherStep },
    ...optionsLater,
  ]);
  expect(await stateOf(page)).toMatchObject({ credentials__baseUrl: authentik, credentials__token: '' });
  await closePanel(page);
  await session.hand.click(page, inDialog(button('Next')));
  await session.hand.find(page, inDialog(tokenBox));
  const second = await session.fill(page, standIn);
  expect(second.fields).toEqual([
    { key: 'base_url', ...otherStep },
    { key: 'api_token', outcome: 'filled' },
    ...optionsLater,
  ]);
  await closePanel(page);
  await session.hand.click(page, inDialog(button('Next')));
  await session.hand.find(page, inDialog(field('userInput__primaryDirectory')));
  expect(standIn.presses()).toEqual(noPress);
  expect(await saved(page, standIn, 'Save & Connect')).toMatchObject({
    body: { baseUrl: authentik, token: theSecret },
    userInput: { primaryDirectory: false },
  });
});

test('the update sheet: a form of its own whose token is empty, and whose other tab has nothing for us', async () => {
  const { backchannel } = session.server;
  const page = await session.newPage();
  const standIn = await session.stage(
    createOpenlane({
      backchannel,
      page: { delay: 0 },
      installed: { base_url: 'https://old.company', api_token: 'test-token-of-before' },
    }),
  );
  await page.goto(standIn.settingsUrl);
  await session.hand.find(page, button('Configure'));
  await session.bind(page, profile);
  await session.hand.click(page, button('Configure'));
  await session.hand.find(page, inDialog(tokenBox));
  expect(await stateOf(page, 'credentials')).toMatchObject({ credentials__token: '' });
  await buttonInDialog(page);
  await session.hand.click(page, otherTab);
  await session.hand.find(page, inDialog(field('userInput__primaryDirectory')));
  await openPreview(page, session.hand);
  const states = Object.entries(await readPreview(page)).map(([key, { state }]) => [key, state]);
  expect(Object.fromEntries(states), 'the tab of the settings').toEqual({
    ...{ base_url: 'later', api_token: 'later' },
    ...{ primary_directory: 'left', disable_group_sync: 'left', filter: 'left' },
  });
  await closePanel(page);
  await session.hand.click(page, otherTab);
  await session.hand.find(page, inDialog(tokenBox));
  const report = await session.fill(page, standIn);
  expect(report.fields).toEqual([
    { key: 'base_url', outcome: 'filled' },
    { key: 'api_token', outcome: 'filled' },
    ...optionsLater,
  ]);
  expect(report.noCallbacks).toBe('none');
  expect(await stateOf(page), 'the card under it keeps its own').not.toHaveProperty('credentials__baseUrl', authentik);
  await closePanel(page);
  expect(standIn.presses()).toEqual(noPress);
  expect(await saved(page, standIn, 'Save Credentials')).toMatchObject({
    installationId: expect.any(String),
    body: { baseUrl: authentik, token: theSecret },
  });
});

test('Escape and a press outside close the dialog once the panel is closed, and not before', async () => {
  const { backchannel } = session.server;
  const page = await session.newPage();
  const standIn = await session.stage(createOpenlane({ backchannel, page: { delay: 0 } }));
  await appSteps.openlane.openSettings(page, session.hand, standIn);
  await session.bind(page, profile);
  for (const leave of [() => page.keyboard.press('Escape'), () => page.mouse.click(20, 880)]) {
    await openWizard(page, session.hand);
    await buttonInDialog(page);
    await openPreview(page, session.hand);
    await page.keyboard.press('Escape');
    await session.hand.find(page, inPanel('[data-view="button"]'));
    expect(await page.$('[role="dialog"]')).not.toBeNull();
    await leave();
    await page.waitForSelector('[role="dialog"]', { hidden: true });
  }
  expect(standIn.presses()).toEqual(noPress);
});
