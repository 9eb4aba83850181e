/** The stand-in of authentik's interface for administrators has the nesting and the traps of the real one (sheet authentik.md). */
import { expect, test } from '@playwright/test';
import type { Browser, BrowserContext, Page } from 'puppeteer-core';
import { signInToAuthentik } from '../driver/authentik-sign-in.ts';
import { Hand } from '../driver/hand.ts';
import { launchPlainChromium } from '../driver/plain-chromium.ts';
import { type Authentik, type AuthentikOptions, createAuthentik } from '../standins/authentik/create-authentik.ts';
import type { Session } from '../standins/authentik/sessions.ts';
import { createServer, type StandInServer } from '../standins/server.ts';
import type { ProviderSettings } from '../standins/standin.ts';

const user = { username: 'jane', email: 'jane@company.test', name: 'Jane Doe' };
const callback = 'https://portainer.company/';
const portainer: ProviderSettings = {
  slug: 'portainer',
  clientId: 'test-client-portainer',
  clientSecret: 'test-secret-of-portainer',
  redirectUris: [callback],
  subjectMode: 'hashed_user_id',
  issuerMode: 'per_provider',
};
const view = 'ak-provider-oauth2-view';
const form = `${view} >>> ak-provider-oauth2-form`;
const hand = new Hand({ pastes: true });

let server: StandInServer;
let browser: Browser;
let context: BrowserContext;
let authentik: Authentik;

test.beforeAll(async () => {
  server = await createServer();
  browser = await launchPlainChromium(server);
});
test.afterEach(() => context.close());
test.afterAll(async () => {
  await browser.close();
  await server.close();
});

function start(options: Partial<AuthentikOptions> = {}): void {
  authentik = createAuthentik({ user, providers: [portainer], ...options });
  server.add(authentik);
}

/** As somebody who has signed in before, by the cookies of that; nobody when there are none. */
async function open(hash: string, session: Session | null = signedIn()): Promise<Page> {
  context = await browser.createBrowserContext();
  const cookies = session === null ? {} : { authentik_session: session.id, authentik_csrf: session.csrf };
  const common = { domain: 'authentik.company', path: '/', secure: true };
  await context.setCookie(...Object.entries(cookies).map(([name, value]) => ({ ...common, name, value })));
  const page = await context.newPage();
  await page.goto(`${authentik.baseUrl}/if/admin/${hash}`);
  return page;
}

const signedIn = (): Session => authentik.signIn({ username: user.username, rights: [], isSuperuser: true });

const textsOf = (page: Page, selector: string) =>
  page.$$eval(`>>> ${selector}`, (found) => found.map((element) => element.textContent.trim()));
const valuesOf = (page: Page, selector: string) =>
  page.$$eval(`>>> ${selector}`, (found) =>
    found.map((element) =>
      element instanceof HTMLInputElement ||
      element instanceof HTMLSelectElement ||
      element instanceof HTMLTextAreaElement
        ? element.value
        : null,
    ),
  );

/** From the page down to the element: authentik's own elements, and where a shadow root is entered. */
function pathTo(page: Page, selector: string): Promise<string[]> {
  return page.$eval(`>>> ${selector}`, (start) => {
    const name = (node: Node): string => (node instanceof ShadowRoot ? `${node.mode} shadow` : node.nodeName);
    const above = (node: Node): Node | null => (node instanceof ShadowRoot ? node.host : node.parentNode);
    const path: string[] = [];
    for (let node: Node | null = start; node !== null; node = above(node)) path.unshift(name(node).toLowerCase());
    return path.filter((step) => /^(body|ak-.*|.* shadow)$/.test(step));
  });
}

test('nobody sees the interface before signing in, which leads back to the same page', async () => {
  start({ basePath: '/sso' });
  const page = await open('#/core/providers/1', null);
  await hand.type(page, 'input[name="uidField"]', user.username);
  expect(new URL(page.url()).pathname).toBe('/sso/if/flow/default-authentication-flow/');
  expect(new URL(page.url()).searchParams.get('next')).toBe('/sso/if/admin/#/core/providers/1');
  await hand.type(page, 'input[name="password"]', 'test password of nobody');
  await hand.click(page, 'ak-flow-executor button');
  await page.waitForFunction(() => document.querySelector('[role="alert"]')?.textContent === 'Failed to authenticate.');
  await signInToAuthentik(page, hand, user.username);
  await hand.find(page, `>>> ${view}`);
  expect(page.url()).toContain('/sso/if/admin/#/core/providers/1');

  const cookies = await context.cookies();
  const named = (name: string) => cookies.find((cookie) => cookie.name === name);
  expect(named('authentik_session')).toMatchObject({ httpOnly: true, secure: true, sameSite: 'None', path: '/sso/' });
  expect(named('authentik_csrf')).toMatchObject({ httpOnly: false, sameSite: 'Lax', path: '/sso/' });
  const readable = await page.evaluate(() => document.cookie);
  expect(readable).toContain('authentik_csrf=');
  expect(readable).not.toContain('authentik_session');
});

test('the provider page: nested open roots, values in a fixed order, no secret; the hash gets its tail', async () => {
  start();
  const page = await open('#/core/providers/1');
  await page.waitForFunction(() => location.hash.includes(';'));
  await hand.find(page, `>>> ${view} >>> input[readonly][value^="https"]`);
  expect(await pathTo(page, view)).toEqual([
    'body',
    'ak-interface-admin',
    'open shadow',
    'ak-locale-context',
    'ak-router-outlet',
    'ak-provider-view',
    'open shadow',
    view,
  ]);
  expect(decodeURIComponent(new URL(page.url()).hash)).toBe('#/core/providers/1;{"page":"page-overview"}');
  expect(await textsOf(page, `${view} >>> dd`)).toEqual([
    'portainer',
    'portainer',
    'Confidential',
    portainer.clientId,
    `strict: ${callback}`,
  ]);
  const base = `${authentik.baseUrl}/application/o/`;
  expect(await valuesOf(page, `${view} >>> input[readonly]`)).toEqual([
    `${base}portainer/.well-known/openid-configuration`,
    `${base}portainer/`,
    `${base}authorize/`,
    `${base}token/`,
    `${base}userinfo/`,
    `${base}portainer/end-session/`,
    `${base}portainer/jwks/`,
  ]);
  expect(await valuesOf(page, `${view} >>> [id*="ak-issuer"]`)).toEqual([`${base}portainer/`]);
  expect(await page.$$(`>>> ${form} >>> input`)).toEqual([]);
  expect(await page.$$(`>>> input[value*="${portainer.clientSecret}"]`)).toEqual([]);
});

test('the way through lists is by the hash alone; another page’s values stay until its own have come', async () => {
  const espocrm = { ...portainer, slug: 'espocrm', clientId: 'test-client-espocrm' };
  start({ providers: [portainer, espocrm] });
  const page = await open('#/core/applications');
  await page.evaluate(() => Reflect.set(window, 'sameDocument', true));
  await hand.click(page, '>>> a[href="#/core/applications/espocrm"]');
  await hand.click(page, '>>> ak-application-view >>> a[href="#/core/providers/2"]');
  await hand.find(page, `>>> ${view} >>> dl`);
  const gate = Promise.withResolvers<void>();
  authentik.fault({ kind: 'slow', until: gate.promise });
  await page.evaluate(() => {
    location.hash = '#/core/providers/1';
  });
  await page.waitForFunction(() => location.hash.startsWith('#/core/providers/1'));
  expect(await textsOf(page, `${view} >>> dd`)).toContain(espocrm.clientId);
  gate.resolve();
  await hand.find(page, `>>> ${view} >>> a[href="#/core/applications/portainer"]`);
  expect(await textsOf(page, `${view} >>> dd`)).toContain(portainer.clientId);
  expect(await page.evaluate(() => Reflect.get(window, 'sameDocument'))).toBe(true);
});

test('addresses are dashes until the second request is answered; labels are translated', async () => {
  start({ admin: { language: 'de' } });
  const gate = Promise.withResolvers<void>();
  authentik.fault({ kind: 'slow', until: gate.promise, at: '/providers/oauth2/{id}/setup_urls/' });
  const page = await open('#/core/providers/1');
  await hand.find(page, `>>> ${view} >>> dl`);
  expect(await valuesOf(page, `${view} >>> input[readonly]`)).toEqual(Array(7).fill('-'));
  gate.resolve();
  expect(await textsOf(page, `${view} >>> dt`)).toEqual([
    'Name',
    'Zu Anwendung zugewiesen',
    'Clienttyp',
    'Client-ID',
    'Weiterleitungs-URIs',
  ]);
  await hand.find(page, `>>> ${view} >>> input[readonly][value^="https"]`);
});

test('a SAML provider has a page without an OAuth2 view', async () => {
  start();
  authentik.registry.addOtherProvider('wiki', 'saml');
  const page = await open('#/core/providers/2');
  await hand.find(page, '>>> ak-provider-saml-view >>> dl');
  expect(await page.$(`>>> ${view}`)).toBeNull();
});

const rows = `${form} >>> ak-provider-oauth2-redirect-uri >>>`;
const cases = [
  { version: '2024.8', secret: 'text', uris: 'textarea[name="redirectUris"]' },
  { version: '2025.10', secret: 'password', uris: `${rows} input[name="url"]` },
  { version: '2026.8', secret: 'password', uris: `${rows} input[name="url"]` },
] as const;

for (const { version, secret, uris } of cases) {
  test(`the edit form of ${version}: its fields come when it is opened, and what is changed is saved`, async () => {
    start({ version });
    const page = await open('#/core/providers/1');
    await hand.click(page, `>>> ${view} >>> button[slot="trigger"]`);
    await hand.find(page, `>>> ${form} >>> input[name="clientSecret"]`);
    expect(await pathTo(page, `${form} >>> input[name="clientId"]`)).toEqual(
      expect.arrayContaining(['ak-provider-oauth2-form', 'open shadow', 'ak-text-input']),
    );
    expect(await valuesOf(page, `${form} >>> input[name="clientId"]`)).toEqual([portainer.clientId]);
    const field = `${form} >>> input[name="clientSecret"]`;
    expect(await valuesOf(page, field)).toEqual([portainer.clientSecret]);
    expect(await page.$eval(`>>> ${field}`, (input) => input.getAttribute('type'))).toBe(secret);
    const hidden = await page.$$(`>>> ${form} >>> ak-hidden-text-input`);
    expect(hidden).toHaveLength(secret === 'password' ? 1 : 0);
    expect(await valuesOf(page, uris.startsWith('textarea') ? `${form} >>> ${uris}` : uris)).toEqual([callback]);
    expect(await valuesOf(page, `${form} >>> input[name="signingKey"]`)).toEqual(['authentik Self-signed Certificate']);
    const types = await valuesOf(page, `${rows} select[name="redirectUriType"]`);
    expect(types).toEqual(version === '2026.8' ? ['authorization'] : []);

    await hand.retype(page, `>>> ${form} >>> input[name="clientId"]`, 'test-client-changed');
    await hand.click(page, '>>> button[part="submit"]');
    await expect.poll(() => textsOf(page, `${view} >>> dd`)).toContain('test-client-changed');
    expect(authentik.settings('portainer')).toEqual({ ...portainer, clientId: 'test-client-changed' });
  });
}

test('with secrets as objects of their own, the form has none', async () => {
  start({ hidesSecrets: true });
  const page = await open('#/core/providers/1');
  await hand.click(page, `>>> ${view} >>> button[slot="trigger"]`);
  await hand.find(page, `>>> ${form} >>> input[name="secret"]`);
  expect(await page.$(`>>> ${form} >>> [name="clientSecret"]`)).toBeNull();
});

test('a session that is over stops the form, which says so and keeps what was typed', async () => {
  start();
  const page = await open('#/core/providers/1');
  await hand.click(page, `>>> ${view} >>> button[slot="trigger"]`);
  await hand.retype(page, `>>> ${form} >>> input[name="clientId"]`, 'test-client-changed');
  authentik.endSessions();
  await hand.click(page, '>>> button[part="submit"]');
  await expect
    .poll(() => textsOf(page, '[role="dialog"] [role="alert"]'))
    .toEqual(['Authentication credentials were not provided.']);
  expect(await valuesOf(page, `${form} >>> input[name="clientId"]`)).toEqual(['test-client-changed']);
  expect(authentik.settings('portainer')).toEqual(portainer);
});

test('somebody without the right to be here ends in the library of applications', async () => {
  start();
  const page = await open('', authentik.signIn({ username: user.username, rights: [], isSuperuser: false }));
  await page.waitForSelector('ak-interface-user');
  expect(new URL(page.url()).pathname).toBe('/if/user/');
});

test('a page that names a foreign instance is the same otherwise', async () => {
  const saidBase = 'https://elsewhere.example/';
  start({ admin: { saidBase } });
  const page = await open('#/core/providers/1');
  await hand.find(page, `>>> ${view} >>> dl`);
  expect(await page.evaluate(() => Reflect.get(window, 'authentik').api.base)).toBe(saidBase);
  const scripts = await page.$$eval('script:not([src])', (all) => all.map((script) => script.textContent));
  expect(scripts.join()).toMatch(/api: \{\s+base: "https:\/\/elsewhere\.example\/"/);
  expect(server.refused).not.toContain('elsewhere.example');
});
