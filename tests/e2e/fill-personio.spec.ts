/** Personio in every wording and a sample of its shapes: what is filled is in React's state, and nothing was pressed. */
import { expect, test } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { appSteps, pressSave } from '../../scripts/demo/apps.ts';
import { inPanel, openPreview } from '../driver/panel.ts';
import { readPreview, tick } from '../driver/preview.ts';
import { theSecret, withoutSecret } from '../driver/saves.ts';
import type { PageOptions } from '../standins/personio/options.ts';
import { createPersonio, type Personio } from '../standins/personio/personio.ts';
import { authentik, openSession, outcomes, type Session, testProfile } from './session.ts';

const profile = testProfile('Personio');
let session: Session;

test.beforeAll(async () => {
  session = await openSession([profile]);
});
test.afterEach(() => session.closePages());
test.afterAll(() => session.close());

/** Page sheet personio.md 2. */
const wanted = {
  button_text: 'Continue with authentik',
  issuer: `${authentik}/application/o/personio/`,
  authorization: `${authentik}/application/o/authorize/`,
  token: `${authentik}/application/o/token/`,
  userinfo: `${authentik}/application/o/userinfo/`,
  jwks: `${authentik}/application/o/personio/jwks/`,
  scopes: 'openid,email',
  client_id: profile.clientId,
  client_secret: theSecret,
  secret_expiry: '',
  claim: 'email',
  userinfo_method: 'GET',
};
const tenant = 'https://acme.app.personio.com/login/oidc/callback';
const fixed = 'https://login.personio.com/login/callback';

function stage(page: Partial<PageOptions>): Promise<Personio> {
  const { backchannel } = session.server;
  return session.stage(createPersonio({ backchannel, users: [], page: { delay: 300, ...page } }));
}

async function openForm(standIn: Personio): Promise<Page> {
  const page = await session.newPage();
  await appSteps.personio.openSettings(page, session.hand, standIn);
  return page;
}

/** What React holds, which is what Save sends. */
async function stateOf(page: Page): Promise<unknown> {
  const state = await page.evaluate(() => Reflect.get(window, 'standIn').state() as unknown);
  return withoutSecret(state, profile.clientSecret);
}

/** What stands in the dead duplicate of the form, which nobody sees. */
function hiddenTexts(page: Page): Promise<string[]> {
  return page.$$eval('input', (inputs) =>
    inputs.filter((input) => !input.checkVisibility()).map((input) => (input.type === 'checkbox' ? '' : input.value)),
  );
}

const noPress = { save: 0, test: 0, enable: 0, enforce: 0, submit: 0 };

const shapes: { page: Partial<PageOptions>; callbacks: [url: string, how: string][] }[] = [
  {
    page: { wording: 'english-a', labels: 'wrapping', opening: 'dialog', callback: 'two-lines' },
    callbacks: [
      [tenant, 'read'],
      [fixed, 'read'],
    ],
  },
  {
    page: { wording: 'english-b', labels: 'labelledby', callback: 'twice' },
    callbacks: [
      [tenant, 'read'],
      [fixed, 'fixed'],
    ],
  },
  {
    page: { wording: 'english-b', labels: 'aria-label', opening: 'dialog', callback: 'text', remount: 'on' },
    callbacks: [
      [tenant, 'read'],
      [fixed, 'fixed'],
    ],
  },
  {
    page: { wording: 'english-a', callback: 'text' },
    callbacks: [
      [tenant, 'read'],
      [fixed, 'fixed'],
    ],
  },
  { page: { wording: 'english-b', labels: 'wrapping', callback: 'fixed-only' }, callbacks: [[fixed, 'read']] },
  { page: { wording: 'english-c', callback: 'fixed-only', remount: 'on' }, callbacks: [[fixed, 'read']] },
  {
    page: { wording: 'english-c', labels: 'for', opening: 'dialog', callback: 'none', remount: 'on' },
    callbacks: [[fixed, 'fixed']],
  },
  {
    page: { wording: 'german' },
    callbacks: [
      [tenant, 'read'],
      [fixed, 'fixed'],
    ],
  },
  {
    page: { wording: 'german', labels: 'labelledby', opening: 'dialog', callback: 'none' },
    callbacks: [[fixed, 'fixed']],
  },
  {
    page: { wording: 'german', labels: 'aria-label', opening: 'dialog', callback: 'two-lines', hiddenCopy: 'off' },
    callbacks: [
      [tenant, 'read'],
      [fixed, 'read'],
    ],
  },
];

for (const { page: options, callbacks } of shapes) {
  const title = Object.entries(options).map((option) => option.join(' '));
  test(`${title.join(', ')}: what React holds, and what Save stores`, async () => {
    const standIn = await stage(options);
    const page = await openForm(standIn);
    await session.bind(page, profile);
    const report = await session.fill(page, standIn);
    expect(report.callbacks.map(({ url, how }) => [url, how])).toEqual(callbacks);
    const hasExpiry = options.wording === 'english-c' || options.wording === 'german';
    expect(outcomes(report).secret_expiry).toBe(hasExpiry ? 'left-for-you' : 'not-on-this-version');
    expect(await stateOf(page)).toEqual(wanted);
    const hidden = await hiddenTexts(page);
    expect([hidden.length > 0, hidden.join('')]).toEqual([options.hiddenCopy !== 'off', '']);
    expect(standIn.presses()).toEqual(noPress);
    await pressSave(page, session.hand, 'personio', standIn);
    expect(withoutSecret(standIn.writes, profile.clientSecret)).toEqual([
      { method: 'PUT', path: '/api/oidc-connection', body: wanted },
    ]);
  });
}

test('a claim that is a choice list is left for the administrator', async () => {
  const standIn = await stage({ wording: 'english-a', labels: 'for', claim: 'list', testIds: 'on' });
  const page = await openForm(standIn);
  await session.bind(page, profile);
  const report = await session.fill(page, standIn);
  expect(outcomes(report)).toMatchObject({ claim: 'left-for-you', client_secret: 'filled' });
  expect(await stateOf(page)).toEqual({ ...wanted, claim: '' });
  expect(standIn.presses()).toEqual(noPress);
});

test('a secret that stands there is said to be replaced, and stays when its row is unticked', async () => {
  const standIn = await stage({ secret: 'dots' });
  standIn.tamper('client_secret', 'test-secret-of-before');
  const page = await openForm(standIn);
  await session.bind(page, profile);
  await openPreview(page, session.hand);
  expect((await readPreview(page)).client_secret).toMatchObject({ state: 'change', ticked: true });
  await page.waitForSelector(inPanel('[data-key="client_secret"] .tag'));
  await tick(page, session.hand, 'client_secret');
  const report = await session.fillPreviewed(page, standIn);
  expect(outcomes(report).client_secret).toBe('left-for-you');
  await pressSave(page, session.hand, 'personio', standIn);
  expect(standIn.stored().client_secret === 'test-secret-of-before', 'the stored secret stays').toBe(true);
});

/** Opens a neighbour of the form, once its boxes are there. */
async function openNeighbour(page: Page, path: string, wording: string, labels: string): Promise<void> {
  await page.goto(`https://acme.app.personio.com/settings/${path}?wording=${wording}&labels=${labels}`);
  await page.waitForFunction(() => document.querySelectorAll('input').length > 2);
}

test('a language that nobody knows, and the credentials of the API, are not recognised', async () => {
  const standIn = await stage({ wording: 'french', labels: 'for' });
  const page = await openForm(standIn);
  const card = (): Promise<unknown> =>
    session.inPopup(page, (popup) => session.hand.find(popup, '[data-card="unrecognised"]'));
  await card();
  await openNeighbour(page, 'api-credentials', 'english-a', 'for');
  await card();
  expect(await page.$('div[popover]')).toBeNull();
  expect(standIn.writes).toEqual([]);
});

for (const [wording, labels] of [
  ['english-a', 'for'],
  ['german', 'plain'],
]) {
  test(`the old OAuth form, ${wording}, is declined with its reason, and has no button`, async () => {
    const standIn = await stage({});
    const page = await openForm(standIn);
    await session.bind(page, profile);
    await openNeighbour(page, 'authentication', wording ?? '', labels ?? '');
    await session.inPopup(page, (popup) => session.hand.find(popup, '[data-notice="old-oauth-form"]'));
    await page.waitForFunction(() => document.querySelector('div[popover]') === null);
    expect(standIn.presses()).toEqual(noPress);
    expect(standIn.writes).toEqual([]);
  });
}
