/** Openlane's page card: base URL and token are in the form's state and in what Save sends, a client's secret never is. */
import { expect, test } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { appSteps, pressSave } from '../../scripts/demo/apps.ts';
import { inPanel, type PanelReport, readReport } from '../driver/panel.ts';
import { theSecret, withoutSecret } from '../driver/saves.ts';
import { readingRights } from '../standins/authentik/api-tokens.ts';
import { createAuthentik } from '../standins/authentik/create-authentik.ts';
import { createOpenlane, type Openlane } from '../standins/openlane/openlane.ts';
import type { PageOptions } from '../standins/openlane/options.ts';
import { definitionIds } from '../standins/openlane/providers.ts';
import type { OpenlaneOptions } from '../standins/openlane/state.ts';
import { button, noPress, stateOf, tokenBox } from './openlane-form.ts';
import { authentik, openSession, type Session, testProfile, testToken } from './session.ts';

const client = testProfile('A client');
/** Typed with a final slash, which is not to be written. */
const reader = { ...testToken('Directory reader'), address: `${authentik}/` };
const revoked = testToken('Revoked');
const home = 'https://openlane.company/automation/integrations';
const open = inPanel('[data-action="open"]');
let session: Session;

test.beforeAll(async () => {
  session = await openSession([client, reader, revoked]);
  const user = { username: 'jane', email: 'jane@company.test', name: 'Jane Doe' };
  const account = { username: 'svc-openlane', intent: 'api', rights: readingRights, expired: false } as const;
  session.server.add(createAuthentik({ user, providers: [], tokens: [{ key: reader.apiToken, ...account }] }));
});
test.afterEach(() => session.closePages());
test.afterAll(() => session.close());

function stage(page: Partial<PageOptions> = {}, options: Partial<OpenlaneOptions> = {}): Promise<Openlane> {
  const { backchannel } = session.server;
  return session.stage(createOpenlane({ backchannel, page: { delay: 0, prompt: 'off', ...page }, ...options }));
}

async function openBound(standIn: Openlane, profile: { name: string }): Promise<Page> {
  const page = await session.newPage();
  await appSteps.openlane.openSettings(page, session.hand, standIn);
  await session.bind(page, profile);
  return page;
}

/** The administrator's Save, and what it sent; each profile's secret is known by its own word. */
async function saved(page: Page, standIn: Openlane, secret: string): Promise<unknown> {
  await pressSave(page, session.hand, 'openlane', standIn);
  expect(standIn.writes).toHaveLength(1);
  expect(standIn.presses()).toEqual({ ...noPress, submit: 1, save: 1 });
  return withoutSecret(standIn.writes[0]?.body, secret);
}

const left = { outcome: 'left-for-you' };
const gone = { outcome: 'not-on-this-version' };
const filled = [
  { key: 'base_url', outcome: 'filled' },
  { key: 'api_token', outcome: 'filled' },
];
const allOptions = [
  { key: 'primary_directory', ...left },
  { key: 'disable_group_sync', ...left },
  { key: 'filter', ...left },
];
const hints = ['one-primary-directory', 'group-sync', 'filter-example'];
const primaryOnly = [
  { key: 'primary_directory', ...left },
  { key: 'disable_group_sync', ...gone },
  { key: 'filter', ...gone },
];

/** The reasons the report gives for the options it leaves, in their order. */
function hintsOf(page: Page): Promise<(string | null)[]> {
  return page.$$eval(inPanel('[data-hint]'), (all) => all.map((hint) => hint.getAttribute('data-hint')));
}

type Shape = { page: Partial<PageOptions>; options: PanelReport['fields']; userInput: Record<string, boolean> };
const primaryOff = { primaryDirectory: false };
const bothOff = { ...primaryOff, disableGroupSync: false };
const shapes: Shape[] = [
  { page: { delay: 400 }, options: allOptions, userInput: bothOff },
  { page: { options: 'group-first', path: 'organization-settings' }, options: allOptions, userInput: bothOff },
  { page: { options: 'primary-only', definition: 'other-id' }, options: primaryOnly, userInput: primaryOff },
  {
    page: { options: 'operation-settings', labels: 'labelledby', badge: 'status' },
    options: allOptions,
    userInput: primaryOff,
  },
];

for (const { page: pageOptions, options, userInput } of shapes) {
  test(`${Object.entries(pageOptions).flat().join(' ')}: address and token, and authentik takes them`, async () => {
    const standIn = await stage(pageOptions);
    const page = await openBound(standIn, reader);
    const report = await session.fill(page, standIn);
    expect(report).toEqual({ fields: [...filled, ...options], callbacks: [], noCallbacks: 'none', notices: [] });
    expect(await hintsOf(page)).toEqual(hints.filter((_hint, place) => options[place]?.outcome === left.outcome));
    const state = withoutSecret(await stateOf(page), reader.apiToken);
    expect(state).toMatchObject({ credentials__baseUrl: authentik, credentials__token: theSecret });
    expect(standIn.presses()).toEqual(noPress);
    const body = await saved(page, standIn, reader.apiToken);
    expect(body).toMatchObject({ body: { baseUrl: authentik, token: theSecret }, userInput });
    await page.waitForSelector(inPanel('[data-view="report"] [data-notice="healthy"]'));
    expect(await standIn.checkHealth()).toBe('healthy');
  });
}

test('a client fills the base URL alone: its secret is nowhere, the token is left with the way to a new one', async () => {
  const standIn = await stage();
  const page = await openBound(standIn, client);
  const report = await session.fill(page, standIn);
  expect(report.fields).toEqual([
    { key: 'base_url', outcome: 'filled' },
    { key: 'api_token', ...left, because: 'no-secret' },
    ...allOptions,
  ]);
  const link = await session.hand.find(page, inPanel('[data-key="api_token"] [data-action="open-tokens"]'));
  expect(await link.evaluate((element) => element.getAttribute('href'))).toBe(`${authentik}/if/admin/#/core/tokens`);
  const everything = await page.evaluate(() => [
    document.documentElement.outerHTML,
    ...Array.from(document.querySelectorAll('div[popover]'), (host) => host.shadowRoot?.innerHTML ?? ''),
    ...Array.from(document.querySelectorAll('input'), ({ value }) => value),
    JSON.stringify(Reflect.get(window, 'standIn').state()),
  ]);
  expect(
    everything.some((text) => text.includes(client.clientSecret)),
    'the secret is in the page',
  ).toBe(false);
  await session.hand.type(page, tokenBox, 'test-token-typed-by-hand');
  expect(await saved(page, standIn, client.clientSecret)).toMatchObject({
    body: { baseUrl: authentik, token: 'test-token-typed-by-hand' },
  });
});

test("a token that authentik refuses: the panel explains the badge after Save, beside the app's own question", async () => {
  const standIn = await stage({ prompt: 'on' });
  const page = await openBound(standIn, revoked);
  await session.fill(page, standIn);
  await saved(page, standIn, revoked.apiToken);
  await page.waitForSelector(inPanel('[data-view="report"] [data-notice="needs-attention"]'));
  await session.hand.click(page, inPanel('[data-action="close"]'));
  await session.hand.find(page, `[role="dialog"][data-state="open"] ${button('Not now')}`);
});

test('a token that authentik refuses, and a panel that was closed: it is explained once, and from then on by the popup', async () => {
  const standIn = await stage();
  const page = await openBound(standIn, revoked);
  await session.fill(page, standIn);
  await session.hand.click(page, inPanel('[data-action="close"]'));
  await saved(page, standIn, revoked.apiToken);
  await page.waitForSelector(inPanel('[data-message="notices"] [data-notice="needs-attention"]'));
  await session.hand.click(page, inPanel('[data-action="close"]'));
  await session.inPopup(page, (popup) => session.hand.find(popup, '[data-notice="needs-attention"]'));
  expect((await readReport(page)).notices).toEqual([]);
});

test('a folded card is unfolded, and connects a second instance', async () => {
  const standIn = await stage(
    {},
    { installed: { base_url: 'https://old.company', api_token: 'test-token-of-before' } },
  );
  const page = await session.newPage();
  await page.goto(standIn.settingsUrl);
  await session.hand.find(page, button('Setup Guide'));
  expect(await page.$(tokenBox)).toBeNull();
  await session.bind(page, reader);
  const report = await session.fill(page, standIn);
  expect(report.fields).toEqual([...filled, ...allOptions]);
  const body = await saved(page, standIn, reader.apiToken);
  expect(body).toMatchObject({ body: { baseUrl: authentik, token: theSecret } });
  expect(body).not.toHaveProperty('installationId');
});

test("Zitadel's form with the same ids is not recognised; going back to Authentik brings the button", async () => {
  const standIn = await stage();
  const page = await openBound(standIn, reader);
  const card = (id: string): string => `[data-definition="${id}"] ${button('View')}`;
  await page.goto(home);
  await session.hand.click(page, button('See all'));
  await session.hand.click(page, card(definitionIds.zitadel));
  await session.hand.find(page, tokenBox);
  await session.inPopup(page, (popup) => session.hand.find(popup, '[data-card="unrecognised"]'));
  expect(await page.$(open)).toBeNull();
  await page.goBack();
  await session.hand.click(page, button('See all'));
  await session.hand.click(page, card(definitionIds.authentik));
  await session.hand.find(page, open);
  expect(standIn.writes).toEqual([]);
});

test('who may only read is told so, and gets no button', async () => {
  const standIn = await stage({ role: 'read-only' });
  const page = await session.newPage();
  await page.goto(standIn.settingsUrl);
  await page.waitForSelector('.callout');
  await session.inPopup(page, (popup) => session.hand.find(popup, '[data-card="declined"] [data-notice="read-only"]'));
  expect(await page.$(open)).toBeNull();
});
