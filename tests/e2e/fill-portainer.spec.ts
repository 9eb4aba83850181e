/** Portainer in every version and edition that looks different: what is filled is what the page's own Save sends. */
import { expect, test } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { appSteps, pressSave } from '../../scripts/demo/apps.ts';
import { inPanel, openPreview } from '../driver/panel.ts';
import { choose, chosen, readPreview, tick } from '../driver/preview.ts';
import { theSecret, withoutSecret } from '../driver/saves.ts';
import type { TypedProfile } from '../driver/screens.ts';
import type { PortainerOptions } from '../standins/portainer/options.ts';
import { createPortainer } from '../standins/portainer/portainer.ts';
import type { StandIn } from '../standins/standin.ts';
import { authentik, openSession, outcomes, type Session, testProfile } from './session.ts';

const profile = testProfile('Portainer');
const withGroups = testProfile('With groups', { scopes: 'openid email profile groups' });
const root = 'https://portainer.company/';
/** What a Redirect URL that was never saved starts with up to 2.9.0, and in BE up to 2.11.0 (page sheet portainer.md 5). */
const bareOrigin = 'https://portainer.company';
let session: Session;

test.beforeAll(async () => {
  session = await openSession([profile, withGroups]);
  await openSettings(await session.stage(createPortainer()));
});
test.afterEach(() => session.closePages());
test.afterAll(() => session.close());

/** Page sheet portainer.md 3, 4 and 5. */
const wanted = {
  ...ofClient(profile),
  AuthorizationURI: `${authentik}/application/o/authorize/`,
  AccessTokenURI: `${authentik}/application/o/token/`,
  ResourceURI: `${authentik}/application/o/userinfo/`,
  RedirectURI: root,
  UserIdentifier: 'preferred_username',
  Scopes: 'email openid profile',
};

function ofClient({ clientId, slug }: TypedProfile) {
  const LogoutURI = `${authentik}/application/o/${slug}/end-session/`;
  return { ClientID: clientId, ClientSecret: theSecret, LogoutURI };
}

async function openSettings(standIn: StandIn, bound = profile): Promise<Page> {
  const page = await session.newPage();
  await appSteps.portainer.openSettings(page, session.hand, standIn);
  await session.bind(page, bound);
  return page;
}

/** The administrator's Save, and what it sent. */
async function save(page: Page, standIn: StandIn): Promise<unknown> {
  await pressSave(page, session.hand, 'portainer', standIn);
  expect(standIn.writes).toHaveLength(1);
  return [profile, withGroups].reduce<unknown>(
    (body, { clientSecret }) => withoutSecret(body, clientSecret),
    standIn.writes[0]?.body,
  );
}

/** Tampered settings stand for what an administrator has saved before. */
async function configured(options: PortainerOptions, saved: Record<string, string | number>): Promise<StandIn> {
  const standIn = await session.stage(createPortainer(options));
  for (const [key, value] of Object.entries({ method: 3, ...saved })) standIn.tamper(key, value);
  return standIn;
}

const shapes: { title: string; options: PortainerOptions; bound?: TypedProfile; expected?: Partial<typeof wanted> }[] =
  [
    { title: '2.23 CE', options: {} },
    {
      title: '2.23 CE under /portainer/',
      options: { basePath: '/portainer/' },
      expected: { RedirectURI: `${root}portainer/` },
    },
    {
      title: '2.0, without a logout URL, whose bare origin is kept',
      options: { version: '2.0' },
      expected: { RedirectURI: bareOrigin, LogoutURI: '' },
    },
    { title: '2.6, whose bare origin is kept', options: { version: '2.6' }, expected: { RedirectURI: bareOrigin } },
    { title: '2.9.1', options: { version: '2.9.1' } },
    {
      title: '2.9.1 BE, whose bare origin is kept',
      options: { version: '2.9.1', edition: 'BE' },
      expected: { RedirectURI: bareOrigin },
    },
    {
      title: '2.23 BE under /portainer/',
      options: { edition: 'BE', basePath: '/portainer/' },
      expected: { RedirectURI: `${root}portainer/` },
    },
    { title: '2.45 with settings that come 1.5 s late', options: { version: '2.45', settingsDelay: 1500 } },
    {
      title: '2.23 BE and a profile with a scope of its own',
      options: { edition: 'BE' },
      bound: withGroups,
      expected: { ...ofClient(withGroups), Scopes: 'email openid profile groups' },
    },
  ];

for (const { title, options, bound = profile, expected } of shapes) {
  test(`${title}: from Internal to what Save sends`, async () => {
    const standIn = await session.stage(createPortainer(options));
    const page = await openSettings(standIn, bound);
    const report = await session.fill(page, standIn);
    const all = { ...wanted, ...expected };
    expect(report.callbacks).toEqual([{ url: all.RedirectURI, how: 'read' }]);
    expect(await save(page, standIn)).toMatchObject({ AuthenticationMethod: 3, OAuthSettings: all });
  });
}

test('a press on OAuth that the late settings undo is made once more', async () => {
  const standIn = createPortainer({ settingsDelay: 0 });
  const settings = Promise.withResolvers<void>();
  await session.stage({
    hosts: standIn.hosts,
    handle: async (request, response) => {
      if (request.method === 'GET' && request.url === '/api/settings') await settings.promise;
      await standIn.handle(request, response);
    },
  });
  const page = await openSettings(standIn);
  const opened = openPreview(page, session.hand);
  await page.waitForSelector('#auth_oauth:checked');
  settings.resolve();
  await page.waitForSelector('#auth_internal:checked');
  expect(await opened).toBe(true);
  await session.fillPreviewed(page, standIn);
  expect(await save(page, standIn)).toMatchObject({ AuthenticationMethod: 3, OAuthSettings: wanted });
});

test('already OAuth: no question about the method, and in 2.9.1 Custom is not chosen again, so nothing is wiped', async () => {
  const logout = 'https://elsewhere.company/logout';
  const standIn = await configured({ version: '2.9.1' }, { end_session: logout, scopes: 'a,b' });
  const page = await openSettings(standIn);
  expect(await openPreview(page, session.hand)).toBe(false);
  await tick(page, session.hand, 'end_session');
  const report = await session.fillPreviewed(page, standIn);
  expect(outcomes(report)).toMatchObject({ method: 'already-right', end_session: 'left-for-you', scopes: 'filled' });
  expect(await save(page, standIn)).toMatchObject({ OAuthSettings: { ...wanted, LogoutURI: logout } });
});

for (const version of ['2.9.1', '2.23'] as const) {
  test(`${version} BE with Google chosen: Custom is chosen first`, async () => {
    const google = { authorization: 'https://accounts.google.com/o/oauth2/auth', redirect_uri: root };
    const standIn = await configured({ version, edition: 'BE' }, google);
    const page = await openSettings(standIn);
    await page.waitForSelector('#google:checked');
    await session.fill(page, standIn);
    expect(await save(page, standIn)).toMatchObject({ AuthenticationMethod: 3, OAuthSettings: wanted });
  });
}

test('2.6: the bare origin it starts with is shown, and changed to the address with its slash when ticked', async () => {
  const standIn = await configured({ version: '2.6' }, {});
  const page = await openSettings(standIn);
  expect(await openPreview(page, session.hand)).toBe(false);
  expect((await readPreview(page)).redirect_uri).toMatchObject({ state: 'change', ticked: false });
  const row = await page.$eval(inPanel('[data-key="redirect_uri"]'), ({ textContent }) => textContent ?? '');
  expect(row).toMatch(new RegExp(`${bareOrigin}(?!/)`));
  await tick(page, session.hand, 'redirect_uri');
  const report = await session.fillPreviewed(page, standIn);
  expect(report.callbacks).toEqual([{ url: root, how: 'read' }]);
  expect(await save(page, standIn)).toMatchObject({ AuthenticationMethod: 3, OAuthSettings: wanted });
});

test('CE with Google pressed by the administrator: disabled twins are not taken for the form', async () => {
  const standIn = await configured({}, {});
  const page = await openSettings(standIn);
  await session.hand.click(page, 'label[for="google"]');
  await session.hand.click(page, 'a[ng-click="$ctrl.state.override = true"]');
  await page.waitForFunction(() => document.querySelectorAll('#oauth_client_id').length === 2);
  await session.fill(page, standIn);
  expect(await save(page, standIn)).toMatchObject({ OAuthSettings: { ...wanted, AuthStyle: 0 } });
});

test('arrival from home by a change of the hash, and departure', async () => {
  const standIn = await session.stage(createPortainer());
  const page = await session.newPage();
  await page.goto(`${root}#!/home`);
  await page.evaluate(() => Reflect.set(window, 'sameDocument', true));
  await session.hand.click(page, '#sideview a[href="#!/settings/auth"]');
  await session.hand.find(page, inPanel('[data-action="open"]'));
  await session.hand.click(page, '#sideview a[href="#!/home"]');
  await page.waitForFunction(() => document.querySelector('div[popover]') === null);
  await session.hand.click(page, '#sideview a[href="#!/settings/auth"]');
  await session.fill(page, standIn);
  expect(await page.evaluate(() => Reflect.get(window, 'sameDocument'))).toBe(true);
  expect(await save(page, standIn)).toMatchObject({ AuthenticationMethod: 3, OAuthSettings: wanted });
});

test('another saved redirect URL is shown and kept, and changed when ticked', async () => {
  const saved = 'https://portainer.company';
  const standIn = await configured({}, { redirect_uri: saved });
  const page = await openSettings(standIn);
  await openPreview(page, session.hand);
  expect((await readPreview(page)).redirect_uri).toMatchObject({ state: 'change', ticked: false });
  const kept = await session.fillPreviewed(page, standIn);
  expect(outcomes(kept).redirect_uri).toBe('left-for-you');
  expect(kept.callbacks.map(({ url }) => url)).toEqual([saved]);
  await session.hand.click(page, inPanel('[data-action="close"]'));
  await openPreview(page, session.hand);
  await tick(page, session.hand, 'redirect_uri');
  const changed = await session.fillPreviewed(page, standIn);
  expect(outcomes(changed)).toMatchObject({ redirect_uri: 'filled', scopes: 'already-right' });
  expect(changed.callbacks.map(({ url }) => url)).toEqual([root]);
  expect(await save(page, standIn)).toMatchObject({ OAuthSettings: wanted });
});

test('the button is there again after Internal and OAuth', async () => {
  const standIn = await configured({}, {});
  const page = await openSettings(standIn);
  await session.hand.click(page, 'label[for="auth_internal"]');
  await page.waitForFunction(() => document.querySelector('oauth-settings') === null);
  await session.hand.click(page, 'label[for="auth_oauth"]');
  await session.hand.find(page, '#oauth_client_id');
  await session.fill(page, standIn);
  expect(await save(page, standIn)).toMatchObject({ AuthenticationMethod: 3, OAuthSettings: wanted });
});

test('the user identifier that was chosen is remembered at the next visit', async () => {
  const standIn = await configured({}, {});
  const first = await openSettings(standIn);
  await openPreview(first, session.hand);
  await choose(first, session.hand, 'user_identifier', 'email');
  await session.fillPreviewed(first, standIn);
  expect(await save(first, standIn)).toMatchObject({ OAuthSettings: { ...wanted, UserIdentifier: 'email' } });
  const second = await openSettings(standIn);
  await openPreview(second, session.hand);
  expect(await chosen(second, 'user_identifier')).toBe('email');
  expect((await readPreview(second)).user_identifier).toMatchObject({ state: 'same' });
  await session.unbind(second);
});
