/** EspoCRM in every version that looks different: what is filled is in the model, so that the page's own Save sends it. */
import { expect, test } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { appSteps, pressSave } from '../../scripts/demo/apps.ts';
import { inPanel, openPreview, type PanelReport, readReport } from '../driver/panel.ts';
import { readPreview, tickExtras } from '../driver/preview.ts';
import { theSecret, withoutSecret } from '../driver/saves.ts';
import { createEspoCrm } from '../standins/espocrm/espocrm.ts';
import type { EspoOptions } from '../standins/espocrm/options.ts';
import type { StandIn, Stored } from '../standins/standin.ts';
import { chooseMethod } from './espocrm-form.ts';
import { authentik, openSession, outcomes, type Session, testProfile } from './session.ts';

const profile = testProfile('EspoCRM');
const root = 'https://espocrm.company/';
let session: Session;

test.beforeAll(async () => {
  session = await openSession([profile]);
  await openSettings(await stage());
});
test.afterEach(() => session.closePages());
test.afterAll(() => session.close());

/** What Save sends of a fresh install: changed attributes only; page sheet espocrm.md 2 and 6. */
const wanted = {
  authenticationMethod: 'Oidc',
  oidcClientId: profile.clientId,
  oidcClientSecret: theSecret,
  oidcAuthorizationEndpoint: `${authentik}/application/o/authorize/`,
  oidcTokenEndpoint: `${authentik}/application/o/token/`,
  oidcJwksEndpoint: `${authentik}/application/o/espocrm/jwks/`,
  oidcScopes: ['openid', 'profile', 'email'],
  oidcLogoutUrl: `${authentik}/application/o/espocrm/end-session/`,
};
const userinfo = { oidcUserInfoEndpoint: `${authentik}/application/o/userinfo/` };
/** These the page sends whether somebody touched them or not. */
const untouched = { oidcCreateUser: false, oidcSync: false, oidcSyncTeams: false, oidcAllowAdminUser: false };

async function stage(options: EspoOptions = {}, saved: Record<string, Stored> = {}): Promise<StandIn> {
  const standIn = await session.stage(createEspoCrm({ renderDelays: [100], ...options }));
  for (const [key, value] of Object.entries(saved)) standIn.tamper(key, value);
  return standIn;
}

async function openSettings(standIn: StandIn): Promise<Page> {
  const page = await session.newPage();
  await appSteps.espocrm.openSettings(page, session.hand, standIn);
  await session.bind(page, profile);
  return page;
}

/** The administrator's Save, and what it sent. */
async function save(page: Page, standIn: StandIn): Promise<unknown> {
  await pressSave(page, session.hand, 'espocrm', standIn);
  expect(standIn.writes).toHaveLength(1);
  return withoutSecret(standIn.writes[0]?.body, profile.clientSecret);
}

/** What the report says against a callback. */
function warningsAt(page: Page, url: string): Promise<(string | null)[]> {
  return page.$$eval(inPanel(`[data-callback="${url}"] [data-warning]`), (notes) =>
    notes.map((note) => note.getAttribute('data-warning')),
  );
}

type Expected = { url: string; warnings: string[] };

const shapes: { title: string; options: EspoOptions; hasUserinfo: boolean; callback?: Expected }[] = [
  { title: '9.3', options: { version: '9.3' }, hasUserinfo: true },
  { title: '7.3, without tabs and userinfo', options: { version: '7.3' }, hasUserinfo: false },
  { title: '9.0, without userinfo', options: { version: '9.0' }, hasUserinfo: false },
  {
    title: '10.0, whose site URL is another host',
    options: { version: '10.0', siteUrl: 'https://crm.company/' },
    hasUserinfo: true,
    callback: { url: 'https://crm.company/oauth-callback.php', warnings: ['other-origin'] },
  },
  {
    title: '9.3 under /crm/',
    options: { basePath: '/crm/', siteUrl: `${root}crm/` },
    hasUserinfo: true,
    callback: { url: `${root}crm/oauth-callback.php`, warnings: [] },
  },
  { title: '9.3 in German, dark', options: { language: 'de', isDark: true }, hasUserinfo: true },
];

const usual = { url: `${root}oauth-callback.php`, warnings: [] };

for (const { title, options, hasUserinfo, callback = usual } of shapes) {
  test(`${title}: from Espo to what Save sends, with which restore is over`, async () => {
    const standIn = await stage(options);
    const page = await openSettings(standIn);
    const report = await session.fill(page, standIn);
    expect(report.callbacks).toEqual([{ url: callback.url, how: 'read' }]);
    expect(await warningsAt(page, callback.url)).toEqual(callback.warnings);
    expect(outcomes(report)).toMatchObject({
      method: 'filled',
      client_secret: 'filled',
      userinfo: hasUserinfo ? 'filled' : 'not-on-this-version',
      claim: 'already-right',
      allow_admin: 'left-for-you',
    });
    const saveName = await page.$eval(inPanel('[data-save-name]'), (line) => line.getAttribute('data-save-name'));
    expect(saveName).toBe(options.language === 'de' ? 'Speichern' : 'Save');
    await session.hand.find(page, inPanel('[data-action="restore"]'));
    const body = await save(page, standIn);
    await page.waitForSelector(inPanel('[data-action="restore"]'), { hidden: true });
    expect(body).toMatchObject({ ...wanted, ...(hasUserinfo && userinfo), ...untouched });
    expect(Object.keys(Object(body))).not.toContain(hasUserinfo ? 'oidcUsernameClaim' : 'oidcUserInfoEndpoint');
  });
}

const own = ['profile', 'email', 'phone', 'groups'];

test("an administrator's scopes stay, the fresh install's phone among them, and so does the claim", async () => {
  const standIn = await stage({}, { scopes: own, claim: 'preferred_username' });
  const page = await openSettings(standIn);
  await openPreview(page, session.hand);
  expect((await readPreview(page)).claim).toMatchObject({ state: 'change', ticked: false });
  const report = await session.fillPreviewed(page, standIn);
  expect(outcomes(report)).toMatchObject({ claim: 'left-for-you', scopes: 'filled' });
  expect(await save(page, standIn)).toMatchObject({ ...wanted, oidcScopes: [...own, 'openid'] });
  expect(standIn.stored().claim).toBe('preferred_username');
});

test('already OIDC: no question about the method, a stored secret is written anew, ticked scopes go', async () => {
  const standIn = await stage({ startMethod: 'Oidc' }, { scopes: own, client_secret: 'test-secret-of-before' });
  const page = await openSettings(standIn);
  expect(await openPreview(page, session.hand)).toBe(false);
  await tickExtras(page, session.hand, 'scopes');
  const report = await session.fillPreviewed(page, standIn);
  expect(outcomes(report)).toMatchObject({ method: 'already-right', client_secret: 'filled', scopes: 'filled' });
  const { authenticationMethod, ...rest } = wanted;
  const body = await save(page, standIn);
  expect(body).toMatchObject(rest);
  expect(Object.keys(Object(body))).not.toContain('authenticationMethod');
  expect(standIn.stored().method).toBe(authenticationMethod);
});

test('arrival at a late form by a change of the hash, in the same document', async () => {
  const standIn = await stage({ renderDelays: [1500] });
  const page = await session.newPage();
  await page.goto(`${root}#Admin`);
  await page.evaluate(() => Reflect.set(window, 'sameDocument', true));
  await session.hand.click(page, 'a[href="#Admin/authentication"]');
  await session.fill(page, standIn);
  expect(await page.evaluate(() => Reflect.get(window, 'sameDocument'))).toBe(true);
  expect(await save(page, standIn)).toMatchObject(wanted);
});

/** The report as it stands once the secret's line says `outcome`. */
async function reportWithSecret(page: Page, outcome: string): Promise<PanelReport> {
  await page.waitForSelector(inPanel(`[data-key="client_secret"][data-outcome="${outcome}"]`));
  return readReport(page);
}

test('a secret whose box is closed again by a re-render is not called filled any more', async () => {
  const standIn = await stage();
  const page = await openSettings(standIn);
  const report = await session.fill(page, standIn);
  expect(outcomes(report).client_secret).toBe('filled');
  await chooseMethod(page, session.hand, 'Espo');
  await chooseMethod(page, session.hand, 'Oidc');
  expect(outcomes(await reportWithSecret(page, 'refused-by-page'))).toMatchObject({ client_id: 'filled' });
  await session.hand.click(page, inPanel('[data-action="close"]'));
  expect(outcomes(await session.fill(page, standIn))).toMatchObject({ client_secret: 'filled' });
  expect(await save(page, standIn)).toMatchObject(wanted);
});
