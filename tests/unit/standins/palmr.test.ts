// @vitest-environment node
/** The stand-in of Palmr over HTTP: what its server keeps of a request, and a login with it; page sheet palmr.md. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Authentik, createAuthentik } from '@/tests/standins/authentik/create-authentik';
import type { PalmrOptions } from '@/tests/standins/palmr/options';
import { createPalmr } from '@/tests/standins/palmr/palmr';
import { createServer, type StandInServer } from '@/tests/standins/server';
import type { StandIn } from '@/tests/standins/standin';
import { createVisitor } from '@/tests/standins/visitor';

const user = { username: 'jane', email: 'jane@company.test', name: 'Jane Doe' };
const home = 'https://palmr.company';
const base = 'https://authentik.company';
const clientSecret = 'test:secret+of%palmr&';
const callback = `${home}/api/auth/providers/authentik/callback`;
/** What "Save Provider" sends, written by hand from the page sheet. */
const wanted = {
  name: 'authentik',
  displayName: 'Authentik',
  type: 'oidc',
  icon: 'FaShieldAlt',
  issuerUrl: base,
  clientId: 'test-client-palmr',
  clientSecret,
  scope: 'openid profile email',
  autoRegister: true,
  adminEmailDomains: '',
  authorizationEndpoint: '/application/o/authorize/',
  tokenEndpoint: '/application/o/token/',
  userInfoEndpoint: '/application/o/userinfo/',
};

let server: StandInServer;
let authentik: Authentik;
let palmr: StandIn;
let cookie: string;

async function start(options: PalmrOptions = {}): Promise<void> {
  server = await createServer({ moreHosts: ['palmr.internal'] });
  authentik = createAuthentik({
    user,
    providers: [
      {
        slug: 'palmr',
        clientId: wanted.clientId,
        clientSecret,
        redirectUris: [callback],
        subjectMode: 'hashed_user_id',
        issuerMode: 'per_provider',
      },
    ],
  });
  palmr = createPalmr({ backchannel: server.backchannel, users: [user], settingsDelay: 0, ...options });
  server.add(authentik);
  server.add(palmr);
  const page = await server.backchannel(palmr.settingsUrl);
  cookie = page.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

async function restart(options: PalmrOptions): Promise<void> {
  await server.close();
  await start(options);
}

beforeEach(() => start());
afterEach(() => server.close());

function call(method: string, path: string, body?: unknown, as = cookie): Promise<Response> {
  const headers = { cookie: as, 'content-type': 'application/json' };
  return server.backchannel(home + path, {
    method,
    headers,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

interface Row {
  id: string;
  name: string;
  enabled: boolean;
  isOfficial: boolean;
}

async function rows(): Promise<Row[]> {
  return (await (await call('GET', '/api/auth/providers/all')).json()).data;
}

async function put(body: unknown, name = 'authentik'): Promise<Response> {
  const row = (await rows()).find((provider) => provider.name === name);
  return call('PUT', `/api/auth/providers/manage/${row?.id}`, body);
}

/** As the administrator does it: the form's Save, and the row's switch. */
async function saveAndEnable(change: Partial<typeof wanted> = {}): Promise<void> {
  await put({ ...wanted, ...change });
  await put({ enabled: true });
}

/** From the login page's button to wherever the browser ends up; null without a button. */
async function logIn() {
  const { data } = await (await call('GET', '/api/auth/providers')).json();
  const visitor = createVisitor(server.backchannel);
  if (data[0] === undefined) return null;
  const visit = await visitor.open(data[0].authUrl);
  const me = await visitor.open(`${home}/api/auth/me`);
  return { ...visit, user: me.status === 200 ? JSON.parse(me.text).user : null };
}

describe('a login with what was saved', () => {
  test('succeeds with the base URL as Provider URL', async () => {
    await saveAndEnable();
    const visit = await logIn();
    expect(visit?.url.href).toBe(`${home}/dashboard`);
    expect(visit?.user).toEqual({ username: 'jane', isAdmin: false });
    expect(palmr.lastLoginError()).toBeNull();
    expect(palmr.writes.map(({ method }) => method)).toEqual(['PUT', 'PUT']);
  });

  test('drops one final slash of the Provider URL, and no more', async () => {
    await saveAndEnable({ issuerUrl: `${base}/` });
    expect((await logIn())?.user).not.toBeNull();
    palmr.tamper('base_url', `${base}//`);
    expect((await logIn())?.user).toBeNull();
  });

  test('fails at authentik, with a page that is not there, when the Provider URL is the issuer', async () => {
    await saveAndEnable({ issuerUrl: `${base}/application/o/palmr/` });
    expect(await logIn()).toMatchObject({ user: null, status: 404, url: { host: 'authentik.company' } });
  });

  test('asks with PKCE and the scopes as kept', async () => {
    await saveAndEnable();
    const visit = await createVisitor(server.backchannel).open(
      `${home}/api/auth/providers/authentik/authorize`,
      'authentik.company',
    );
    const { searchParams } = visit.url;
    expect(searchParams.get('code_challenge_method')).toBe('S256');
    expect(searchParams.get('scope')).toBe('openid profile email');
    expect(searchParams.get('redirect_uri')).toBe(callback);
    expect(searchParams.has('nonce')).toBe(false);
  });

  test.each([
    ['base_url', null, 'Invalid URL'],
    ['client_id', null, 'Client ID not configured'],
    ['client_secret', null, 'Token exchange failed'],
    ['client_secret', 'test-secret-of-nobody', 'invalid_client'],
    ['scopes', 'profile email', 'UserInfo request failed'],
    ['scopes', 'openid profile', 'No email address found'],
  ])('fails with %s set to %s, in the server’s own words', async (key, value, words) => {
    await saveAndEnable();
    palmr.tamper(key, value);
    expect((await logIn())?.user).toBeNull();
    expect(palmr.lastLoginError()).toContain(words);
  });

  test('falls back to three scopes of its own where none are kept', async () => {
    await saveAndEnable();
    palmr.tamper('scopes', null);
    expect((await logIn())?.user).not.toBeNull();
  });

  test('says nothing itself when authentik does not know the client', async () => {
    await saveAndEnable();
    palmr.tamper('client_id', 'nobody');
    expect((await logIn())?.url.host).toBe('authentik.company');
    expect(palmr.lastLoginError()).toBeNull();
  });

  test('has no button while the row is switched off, and refuses the address behind it', async () => {
    await put(wanted);
    expect(await logIn()).toBeNull();
    const page = await call('GET', '/api/auth/providers/authentik/authorize');
    expect(page.status).toBe(400);
    expect(await page.text()).toContain('data-login-error');
    expect(palmr.lastLoginError()).toBe('Provider not found or disabled: authentik');
  });

  test('fails when the callback is not registered to the letter', async () => {
    await saveAndEnable();
    authentik.configure('palmr', { redirectUris: [`${callback}/`] });
    expect(await logIn()).toMatchObject({ status: 400, url: { host: 'authentik.company' } });
    expect(authentik.lastError('palmr')).toContain('invalid_redirect_uri');
  });

  test.each([
    ['https, http', callback],
    ['http', callback.replace('https', 'http')],
  ])('names the callback by X-Forwarded-Proto %s', async (proto, redirectUri) => {
    await saveAndEnable();
    const headers = { 'x-forwarded-proto': proto };
    const answer = await server.backchannel(`${home}/api/auth/providers/authentik/authorize`, { headers });
    const location = new URL(answer.headers.get('location') ?? '');
    expect(location.searchParams.get('redirect_uri')).toBe(redirectUri);
  });

  test('names the callback by the host it was asked by', async () => {
    await restart({ moreHosts: ['palmr.internal'] });
    await saveAndEnable();
    const answer = await server.backchannel('https://palmr.internal/api/auth/providers/authentik/authorize');
    const location = new URL(answer.headers.get('location') ?? '');
    expect(location.searchParams.get('redirect_uri')).toContain('https://palmr.internal/');
  });

  test('a refused login goes back to the login page with a code and a sentence', async () => {
    await saveAndEnable({ clientSecret: 'test-secret-of-nobody' });
    const visit = await logIn();
    expect(visit?.url.pathname).toBe('/login');
    expect(visit?.url.searchParams.get('error')).toBe('token_exchange_failed');
    expect(visit?.url.searchParams.get('message')).toBe('Failed to authenticate with authentik. Please try again.');
  });

  test('a callback with a state nobody was given is refused', async () => {
    await saveAndEnable();
    const visit = await createVisitor(server.backchannel).open(`${callback}?code=test-code&state=test-state`);
    expect(visit.url.searchParams.get('error')).toBe('state_expired');
  });
});

describe('who is signed in', () => {
  test('an unknown address becomes a user named by its first part', async () => {
    await restart({ users: [] });
    await saveAndEnable();
    expect((await logIn())?.user).toEqual({ username: 'jane', isAdmin: false });
  });

  test.each([
    ['3.3', null],
    ['3.2', 'jane'],
    ['3.1.0', 'jane'],
  ] as const)('without auto-register, version %s signs an unknown address in as %s', async (version, username) => {
    await restart({ users: [], version });
    await saveAndEnable({ autoRegister: false });
    expect((await logIn())?.user?.username ?? null).toBe(username);
    const error = username === null ? 'User registration via Authentik is disabled' : null;
    expect(palmr.lastLoginError()).toBe(error);
  });

  test('a known address needs no auto-register', async () => {
    await saveAndEnable({ autoRegister: false });
    expect((await logIn())?.user.username).toBe('jane');
  });
});

describe('what the server keeps', () => {
  test('the seed, switched off, with an example as Provider URL', async () => {
    expect(palmr.stored()).toEqual({
      base_url: 'https://your-authentik.domain.com',
      client_id: null,
      client_secret: null,
      scopes: 'openid profile email',
      enabled: false,
      auto_register: true,
    });
    expect((await rows()).every((row) => row.isOfficial && !row.enabled)).toBe(true);
  });

  test('of an official provider neither scopes nor names nor endpoints, without a word', async () => {
    const changed = { scope: 'openid', name: 'other', type: 'oauth2', tokenEndpoint: '/elsewhere' };
    expect((await put({ ...wanted, ...changed })).status).toBe(200);
    expect(palmr.stored()).toMatchObject({ base_url: base, client_secret: clientSecret });
    expect(palmr.stored().scopes).toBe('openid profile email');
    expect(palmr.writes.at(-1)?.body).toMatchObject(changed);
    await put({ enabled: true });
    expect((await logIn())?.user).not.toBeNull();
  });

  test('a Provider URL that is no absolute address is refused, and counted', async () => {
    const response = await put({ ...wanted, issuerUrl: 'authentik.company' });
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ success: false, error: 'Invalid Provider URL format' });
    expect(palmr.stored().client_id).toBeNull();
    expect(palmr.writes).toHaveLength(1);
  });

  test('the switch changes nothing but itself', async () => {
    await put(wanted);
    await put({ enabled: true });
    expect(palmr.stored()).toMatchObject({ enabled: true, client_id: wanted.clientId, base_url: base });
  });

  test('the secret comes back in clear, to the administrator alone', async () => {
    await saveAndEnable();
    expect(JSON.stringify(await rows())).toContain(clientSecret);
    expect((await call('GET', '/api/auth/providers/all', undefined, '')).status).toBe(401);
    expect(await (await call('GET', '/api/auth/providers', undefined, '')).text()).not.toContain(clientSecret);
  });

  test('a provider added by hand keeps its scopes and can be deleted; an official one can’t', async () => {
    await restart({ customProvider: 'manual' });
    await put({ scope: 'openid email' }, 'my-authentik');
    const [custom, official] = await rows();
    expect(custom).toMatchObject({ name: 'my-authentik', isOfficial: false, scope: 'openid email' });
    expect((await call('DELETE', `/api/auth/providers/manage/${official?.id}`)).status).toBe(400);
    expect((await call('DELETE', `/api/auth/providers/manage/${custom?.id}`)).status).toBe(200);
    expect((await rows()).map(({ name }) => name)).not.toContain('my-authentik');
  });

  test('a new order is a write', async () => {
    const before = await rows();
    const providers = before.map(({ id }, index) => ({ id, sortOrder: before.length - index }));
    await call('PUT', '/api/auth/providers/order', { providers });
    expect((await rows()).map(({ name }) => name)).toEqual(before.map(({ name }) => name).reverse());
    expect(palmr.writes).toHaveLength(1);
  });

  test('every other writing request is recorded too', async () => {
    await call('PATCH', '/api/app/configs', { appName: 'Other' });
    await call('POST', '/elsewhere', { a: 1 });
    expect(palmr.writes.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'PATCH /api/app/configs',
      'POST /elsewhere',
    ]);
  });
});

describe('the page', () => {
  const shell = async (headers: HeadersInit = {}) => (await server.backchannel(palmr.settingsUrl, { headers })).text();

  test('comes in the language of the option or of the cookie, turned round for Arabic', async () => {
    expect(await shell()).toContain('<html lang="en-US">');
    expect(await shell({ cookie: 'NEXT_LOCALE=de-DE' })).toContain('<html lang="de-DE">');
    await restart({ language: 'ar' });
    expect(await shell()).toContain('<html lang="ar-SA" dir="rtl">');
  });

  test('gives a browser that comes for the first time the administrator’s session, but not on the login page', async () => {
    expect(cookie).toMatch(/^token=/);
    expect((await server.backchannel(palmr.loginUrl)).headers.getSetCookie()).toEqual([]);
    await restart({ startSignedIn: false });
    expect(cookie).toBe('');
    const wrong = { emailOrUsername: 'admin', password: 'test-password-of-nobody' };
    expect((await call('POST', '/api/auth/login', wrong)).status).toBe(401);
    const right = { emailOrUsername: 'admin', password: 'test-password-of-the-admin' };
    const response = await call('POST', '/api/auth/login', right);
    cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    expect((await rows()).length).toBeGreaterThan(4);
  });

  test('is one script with React in it, and no other file is served', async () => {
    const paths = ['/_next/static/chunks/app.js', '/_next/static/css/app.css', '/public/main.jsx', '/palmr.ts'];
    const statuses = await Promise.all(paths.map(async (path) => (await call('GET', path)).status));
    expect(statuses).toEqual([200, 200, 404, 404]);
  });
});
