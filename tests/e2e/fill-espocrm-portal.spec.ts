/** EspoCRM's providers for portals: a form of their own, saved to their own record; page sheet espocrm.md 7. */
import { expect, test } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { pressSave } from '../../scripts/demo/apps.ts';
import { inPanel, openPreview } from '../driver/panel.ts';
import { theSecret, withoutSecret } from '../driver/saves.ts';
import { createEspoCrm } from '../standins/espocrm/espocrm.ts';
import type { EspoOptions } from '../standins/espocrm/options.ts';
import type { StandIn } from '../standins/standin.ts';
import { authentik, openSession, outcomes, type Session, testProfile } from './session.ts';

const profile = testProfile('Customers portal');
const root = 'https://espocrm.company/';
let session: Session;

test.beforeAll(async () => {
  session = await openSession([profile]);
});
test.afterEach(() => session.closePages());
test.afterAll(() => session.close());

const wanted = {
  oidcClientId: profile.clientId,
  oidcClientSecret: theSecret,
  oidcAuthorizationEndpoint: `${authentik}/application/o/authorize/`,
  oidcTokenEndpoint: `${authentik}/application/o/token/`,
  oidcJwksEndpoint: `${authentik}/application/o/${profile.slug}/jwks/`,
  oidcScopes: ['openid', 'profile', 'email'],
  oidcLogoutUrl: `${authentik}/application/o/${profile.slug}/end-session/`,
};
const userinfo = { oidcUserInfoEndpoint: `${authentik}/application/o/userinfo/` };

function stage(options: EspoOptions = {}): Promise<StandIn> {
  return session.stage(createEspoCrm({ renderDelays: [100], ...options }));
}

/** The page of one hash, once its OIDC fields are there. */
async function open(address: string): Promise<Page> {
  const page = await session.newPage();
  await page.goto(address);
  await page.waitForSelector('.field[data-name="oidcClientId"]');
  return page;
}

/** The administrator's Save, and what it sent. */
async function save(page: Page, standIn: StandIn): Promise<{ path: string; body: unknown }> {
  await pressSave(page, session.hand, 'espocrm', standIn);
  expect(standIn.writes).toHaveLength(1);
  const [write] = standIn.writes;
  return { path: `${write?.method} ${write?.path}`, body: withoutSecret(write?.body, profile.clientSecret) };
}

test('a new one: from no method to what Save sends, with the name left to the administrator', async () => {
  const portals = ['https://customers.company', 'https://customers.company/', 'https://partners.company'];
  const standIn = await stage({ portals });
  const page = await open(`${root}#AuthenticationProvider/create`);
  await session.bind(page, profile);
  expect(await openPreview(page, session.hand)).toBe(true);
  const report = await session.fillPreviewed(page, standIn);
  expect(outcomes(report)).toMatchObject({
    method: 'filled',
    provider_name: 'left-for-you',
    client_secret: 'filled',
    userinfo: 'filled',
    claim: 'already-right',
  });
  expect(outcomes(report)).not.toHaveProperty('allow_admin');
  expect(report.callbacks).toEqual([
    { url: 'https://customers.company/oauth-callback.php', how: 'read' },
    { url: 'https://partners.company/oauth-callback.php', how: 'read' },
  ]);
  await session.hand.type(page, '.field[data-name="name"] input', 'Customers');
  const { path, body } = await save(page, standIn);
  expect(path).toBe('POST /api/v1/AuthenticationProvider');
  expect(body).toMatchObject({ name: 'Customers', method: 'Oidc', ...wanted, ...userinfo });
  expect(standIn.stored()).toMatchObject({ method: 'Espo', client_id: null, client_secret: null });
});

const saved: { title: string; options: EspoOptions; more: object }[] = [
  { title: '9.3', options: {}, more: userinfo },
  { title: '9.0, without userinfo', options: { version: '9.0' }, more: {} },
  {
    title: '10.0 in German under /crm/',
    options: { version: '10.0', language: 'de', basePath: '/crm/', siteUrl: `${root}crm` },
    more: userinfo,
  },
];

for (const { title, options, more } of saved) {
  test(`a saved one, ${title}: the secret's box is opened first, and nothing is asked about the method`, async () => {
    const standIn = await stage(options);
    const folder = new URL(options.basePath ?? '/', root).href;
    const page = await open(`${folder}#AuthenticationProvider/edit/1`);
    await session.bind(page, profile);
    expect(await openPreview(page, session.hand)).toBe(false);
    const report = await session.fillPreviewed(page, standIn);
    expect(outcomes(report)).toMatchObject({ method: 'already-right', client_secret: 'filled' });
    expect(report.callbacks).toEqual([{ url: `${folder}oauth-callback.php`, how: 'read' }]);
    const { path, body } = await save(page, standIn);
    expect(path).toBe('PUT /api/v1/AuthenticationProvider/1');
    expect(body).toMatchObject({ ...wanted, ...more });
    expect(Object.keys(Object(body))).not.toContain('method');
    expect(standIn.stored()).toMatchObject({ method: 'Espo', client_id: null });
  });
}

test('the button goes with the form: none for the settings, none while a provider is only looked at', async () => {
  await stage();
  const page = await open(`${root}#AuthenticationProvider/edit/1`);
  await session.bind(page, profile);
  await page.goto(`${root}#Admin/authentication`);
  await page.waitForSelector('.cell[data-name="authenticationMethod"]');
  await page.waitForFunction(() => document.querySelector('div[popover]') === null);
  await session.inPopup(page, (popup) => popup.waitForSelector('[data-action="bind"]'));
  await page.goto(`${root}#AuthenticationProvider/view/1`);
  await page.waitForSelector('a[data-action="edit"]');
  await session.inPopup(page, (popup) => popup.waitForSelector('[data-notice="portal-view"]'));
  expect(await page.$(inPanel('[data-action="open"]'))).toBeNull();
  await session.hand.click(page, 'a[data-action="edit"]');
  await session.hand.find(page, inPanel('[data-action="open"]'));
});
