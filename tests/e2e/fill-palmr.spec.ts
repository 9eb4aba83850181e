/** Palmr's official row in every shape: what is filled is in the object that Save sends, and nothing else was pressed. */
import { expect, test } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { appSteps } from '../../scripts/demo/apps.ts';
import { inPanel, openPreview } from '../driver/panel.ts';
import { readPreview } from '../driver/preview.ts';
import { countSaves, withoutSecret } from '../driver/saves.ts';
import type { PalmrOptions } from '../standins/palmr/options.ts';
import { createPalmr } from '../standins/palmr/palmr.ts';
import type { StandIn } from '../standins/standin.ts';
import { cardHead, filledWith, inRow, penOf, recordScopes, save, scrollToRow, stateOf } from './palmr-form.ts';
import { authentik, openSession, outcomes, type Session, testProfile } from './session.ts';

const profile = testProfile('Palmr');
const button = inPanel('[data-view="button"]');
let session: Session;

test.beforeAll(async () => {
  session = await openSession([profile]);
});
test.afterEach(() => session.closePages());
test.afterAll(() => session.close());

const wanted = filledWith(profile);
const callback = 'https://palmr.company/api/auth/providers/authentik/callback';

function stage(options: PalmrOptions = {}): Promise<StandIn> {
  return session.stage(createPalmr(options));
}

async function openCard(standIn: StandIn): Promise<Page> {
  const page = await session.newPage();
  await appSteps.palmr.openSettings(page, session.hand, standIn);
  return page;
}

async function openBound(standIn: StandIn): Promise<Page> {
  const page = await openCard(standIn);
  await session.bind(page, profile);
  return page;
}

/** The administrator's Save, and what it sent. */
async function saved(page: Page, standIn: StandIn): Promise<unknown> {
  return withoutSecret(await save(page, session.hand, standIn), profile.clientSecret);
}

/** The popup's card for a page that is not filled, and why. */
function declinedBecause(page: Page, notice: string): Promise<unknown> {
  return session.inPopup(page, (popup) => session.hand.find(popup, `[data-card="declined"] [data-notice="${notice}"]`));
}

const left = { outcome: 'left-for-you' };
const allFilled = [
  { key: 'base_url', outcome: 'filled' },
  { key: 'client_id', outcome: 'filled' },
  { key: 'client_secret', outcome: 'filled' },
  { key: 'scopes', outcome: 'already-right' },
  { key: 'enabled', ...left, because: 'saves-at-once' },
  { key: 'icon', ...left },
  { key: 'admin_domains', ...left },
  { key: 'auto_register', ...left },
];

type Shape = { title: string; options: PalmrOptions; isOpen: boolean; draggable: number };
const shapes: Shape[] = [
  { title: '3.1, German, the pen closed', options: { version: '3.1.0', language: 'de' }, isOpen: false, draggable: 5 },
  { title: '3.2, Arabic, the pen open', options: { version: '3.2', language: 'ar' }, isOpen: true, draggable: 6 },
  { title: '3.3, nothing to drag', options: { hideDisabled: true, startEnabled: true }, isOpen: false, draggable: 0 },
];

for (const { title, options, isOpen, draggable } of shapes) {
  test(`${title}: from nothing to the body of the PUT`, async () => {
    const standIn = await stage(options);
    const page = await openCard(standIn);
    if (isOpen) await session.hand.click(page, penOf('authentik'));
    await session.bind(page, profile);
    const report = await session.fill(page, standIn);
    expect(report.fields).toEqual(allFilled);
    expect(report.callbacks).toEqual([{ url: callback, how: 'read' }]);
    expect(await page.$eval('div[popover]', (host) => getComputedStyle(host).direction)).toBe('ltr');
    expect(await page.$$eval('[data-rfd-draggable-id]', ({ length }) => length)).toBe(draggable);
    expect(withoutSecret(await stateOf(page), profile.clientSecret)).toEqual(wanted);
    expect(await saved(page, standIn)).toEqual(wanted);
    expect(standIn.stored()).toMatchObject({ base_url: authentik, enabled: options.startEnabled ?? false });
  });
}

test('another callback in an open Add form is none of this row, the same one neither', async () => {
  const standIn = await stage({ addForm: 'authentik' });
  const page = await openBound(standIn);
  const inPopup = await session.inPopup(page, async (popup) => {
    await session.hand.find(popup, `[data-callback="${callback}"]`);
    return popup.$$eval('[data-callback]', (all) => all.map((one) => one.getAttribute('data-how')));
  });
  expect(inPopup, 'the pen is closed').toEqual(['computed']);
  const report = await session.fill(page, standIn);
  expect(report.callbacks).toEqual([{ url: callback, how: 'read' }]);
  expect(await saved(page, standIn)).toEqual(wanted);
});

const complete = 'groups openid email profile';
for (const [scopes, steps] of [
  ['openid groups', ['openid groups', 'openid groups profile', 'openid groups profile email']],
  [complete, [complete]],
] as const) {
  test(`scopes ${scopes}: ${steps.length - 1} added, one at a time; none is lost to the update of another field`, async () => {
    const standIn = await stage({ scopes });
    const page = await openCard(standIn);
    const seen = await recordScopes(page);
    await session.hand.click(page, penOf('authentik'));
    await session.bind(page, profile);
    await openPreview(page, session.hand);
    const isRight = steps.length === 1;
    const { scopes: row } = await readPreview(page);
    expect(row).toMatchObject(
      isRight ? { state: 'same', warnings: [] } : { state: 'change', ticked: true, warnings: ['server-ignores'] },
    );
    const report = await session.fillPreviewed(page, standIn);
    expect(outcomes(report)).toMatchObject({ scopes: isRight ? 'already-right' : 'filled', client_secret: 'filled' });
    expect(await seen()).toEqual(steps);
    expect(await saved(page, standIn)).toEqual({ ...wanted, scope: steps.at(-1) });
    expect(standIn.stored().scopes, 'the server keeps its own').toBe(scopes);
  });
}

test('a secret that would be shown as text is refused until the eye is closed', async () => {
  const standIn = await stage({ secretShown: true });
  const page = await openBound(standIn);
  await openPreview(page, session.hand);
  expect((await readPreview(page)).client_secret).toMatchObject({ state: 'exposed', ticked: null });
  const report = await session.fillPreviewed(page, standIn);
  expect(report.fields).toContainEqual({ key: 'client_secret', ...left, because: 'exposed' });
  expect(await stateOf(page)).toMatchObject({ ...wanted, clientSecret: '' });
  await session.hand.click(page, inPanel('[data-action="close"]'));
  await session.hand.click(page, inRow('//button[*[contains(@class, "tabler-icon-eye-off")]]'));
  await scrollToRow(page, session.hand);
  expect(outcomes(await session.fill(page, standIn)).client_secret).toBe('filled');
  expect(await saved(page, standIn)).toEqual(wanted);
});

test('a row that is hidden is explained; shown again, it has its button', async () => {
  const standIn = await stage({ hideDisabled: true });
  const page = await session.newPage();
  await page.goto(standIn.settingsUrl);
  await session.hand.click(page, cardHead);
  await declinedBecause(page, 'hidden-provider');
  expect(await page.$(button)).toBeNull();
  await session.hand.click(page, '#hideDisabledProviders');
  await scrollToRow(page, session.hand);
  await session.bind(page, profile);
  expect(await countSaves(page, standIn)).toBe(0);
});

test("a provider of one's own is declined while its form is open", async () => {
  const standIn = await stage({ customProvider: 'discovery' });
  const page = await openBound(standIn);
  await session.hand.click(page, penOf('my-authentik'));
  await scrollToRow(page, session.hand);
  await declinedBecause(page, 'custom-provider');
  await page.waitForSelector(button, { hidden: true });
  await session.hand.click(page, penOf('authentik'));
  await scrollToRow(page, session.hand);
  await session.fill(page, standIn);
  expect(await saved(page, standIn)).toEqual(wanted);
});

test('restore: address, client and scopes go back, the secret stays', async () => {
  const standIn = await stage({ scopes: 'openid' });
  const page = await openBound(standIn);
  await session.fill(page, standIn);
  await session.hand.click(page, inPanel('[data-action="restore"]'));
  await page.waitForSelector(inPanel('[data-message="secret-kept"]'));
  expect(await countSaves(page, standIn)).toBe(0);
  const before = { issuerUrl: 'https://your-authentik.domain.com', clientId: '', scope: 'openid' };
  expect(await saved(page, standIn)).toEqual({ ...wanted, ...before });
});

test('from the dashboard without a page load; after Save the list is new and its button is back', async () => {
  const standIn = await stage();
  const page = await openBound(standIn);
  await page.goto('https://palmr.company/dashboard');
  await page.evaluate(() => Reflect.set(window, 'sameDocument', true));
  await session.hand.click(page, '[data-slot="dropdown-menu-trigger"]');
  await session.hand.click(page, '[role="menuitem"][href="/settings"]');
  await session.hand.click(page, cardHead);
  await scrollToRow(page, session.hand);
  await session.fill(page, standIn);
  expect(await saved(page, standIn)).toEqual(wanted);
  await expect.poll(() => stateOf(page)).toBeNull();
  await session.hand.click(page, inPanel('[data-action="close"]'));
  await scrollToRow(page, session.hand);
  await openPreview(page, session.hand);
  const { client_id, client_secret } = await readPreview(page);
  expect([client_id?.state, client_secret?.state], 'what was saved is there').toEqual(['same', 'change']);
  expect(await page.evaluate(() => Reflect.get(window, 'sameDocument'))).toBe(true);
});
