// @vitest-environment node
/** The stand-in of Personio: a login depends on every setting it was saved with; page sheet personio.md 2, 3, 5 to 7. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Authentik, createAuthentik } from '@/tests/standins/authentik/create-authentik';
import { createPersonio, type Personio } from '@/tests/standins/personio/personio';
import type { PersonioOptions } from '@/tests/standins/personio/state';
import { createServer, type StandInServer } from '@/tests/standins/server';
import { createVisitor } from '@/tests/standins/visitor';

const user = { username: 'jane', email: 'jane@company.test', name: 'Jane Doe' };
const base = 'https://authentik.company';
const tenant = 'https://acme.app.personio.com';
const clientSecret = 'test-secret-of-personio';
/** What an administrator types by the guide. */
const guide = {
  button_text: 'Continue with authentik',
  issuer: `${base}/application/o/personio/`,
  authorization: `${base}/application/o/authorize/`,
  token: `${base}/application/o/token/`,
  userinfo: `${base}/application/o/userinfo/`,
  jwks: `${base}/application/o/personio/jwks/`,
  scopes: 'openid,email',
  client_id: 'test-client-personio',
  client_secret: clientSecret,
  secret_expiry: '',
  claim: 'email',
};

let server: StandInServer;
let authentik: Authentik;
let personio: Personio;

async function start(options: Partial<PersonioOptions> = {}): Promise<void> {
  server = await createServer({ moreHosts: ['acme.app.personio.com.example'] });
  authentik = createAuthentik({
    user,
    providers: [
      {
        slug: 'personio',
        clientId: 'test-client-personio',
        clientSecret,
        redirectUris: ['https://login.personio.com/login/callback'],
        subjectMode: 'hashed_user_id',
        issuerMode: 'per_provider',
      },
    ],
  });
  personio = createPersonio({ backchannel: server.backchannel, users: [user], ...options });
  server.add(authentik);
  server.add(personio);
}

beforeEach(() => start());
afterEach(() => server.close());

function put(path: string, body: unknown): Promise<Response> {
  return server.backchannel(tenant + path, { method: 'PUT', body: JSON.stringify(body) });
}

const save = (change: Record<string, string> = {}) => put('/api/oidc-connection', { ...guide, ...change });

/** From the login page's button to wherever the browser ends up. */
async function logIn() {
  const visitor = createVisitor(server.backchannel);
  const page = await visitor.open(personio.loginUrl);
  const link = /href="([^"]+)" data-login="oidc"/.exec(page.text)?.[1];
  return link === undefined ? null : visitor.open(link);
}

async function pageData(query = '') {
  const response = await server.backchannel(personio.settingsUrl + query);
  const html = await response.text();
  const json = /<script type="application\/json" data-page>(.*?)<\/script>/.exec(html)?.[1] ?? 'null';
  return { html, data: JSON.parse(json), policy: response.headers.get('content-security-policy') };
}

describe('a login with what was saved', () => {
  test('succeeds with the values of the guide', async () => {
    expect((await save()).status).toBe(200);
    const visit = await logIn();
    expect(visit?.url.href).toBe(`${tenant}/my-desk`);
    expect(visit?.text).toContain('<main data-signed-in="jane">Signed in as jane</main>');
    expect(personio.lastLoginError()).toBeNull();
  });

  test('turns the commas of the scopes into blanks itself', async () => {
    await save({ scopes: 'openid,email,profile' });
    expect((await logIn())?.url.pathname).toBe('/my-desk');
  });

  test('is not possible before anything was saved', async () => {
    expect((await logIn())?.text).toContain('data-login-error');
    expect(personio.lastLoginError()).toContain('not configured');
  });

  test.each(['issuer', 'authorization', 'token', 'userinfo', 'jwks', 'scopes', 'client_id', 'client_secret', 'claim'])(
    'fails with %s cleared, in the app’s own words',
    async (key) => {
      await save();
      personio.tamper(key, null);
      expect((await logIn())?.text).toContain('data-login-error');
      expect(personio.lastLoginError()).toContain(`"${key}" is empty`);
    },
  );

  test.each([
    ['issuer', `${base}/application/o/personio`, 'was issued by'],
    ['issuer', `${base}/`, 'was issued by'],
    ['authorization', 'authentik', 'no address'],
    ['token', `${base}/application/o/token`, 'status 404'],
    ['userinfo', `${base}/application/o/userinfo`, 'status 404'],
    ['userinfo', `${base}/application/o/personio/jwks/`, 'another user'],
    ['jwks', `${base}/application/o/personio/jwk/`, 'status 404'],
    ['jwks', `${base}/application/o/personio/.well-known/openid-configuration`, 'not signed'],
    ['jwks', 'https://elsewhere.example/jwks/', 'cannot be reached'],
    ['client_secret', 'test-secret-of-nobody', 'invalid_client'],
    ['scopes', 'email', 'refused'],
    ['scopes', 'openid', 'no claim "email"'],
    ['claim', 'preferred_username', 'no claim'],
    ['claim', 'sub', 'No employee'],
  ])('fails with %s set to %s', async (key, value, words) => {
    await save();
    personio.tamper(key, value);
    expect((await logIn())?.status).toBe(400);
    expect(personio.lastLoginError()).toContain(words);
  });

  test('says nothing itself when authentik keeps the browser', async () => {
    await save();
    personio.tamper('client_id', 'nobody');
    expect((await logIn())?.url.host).toBe('authentik.company');
    expect(personio.lastLoginError()).toBeNull();
  });

  test('fails when the fixed callback is not registered', async () => {
    await save();
    authentik.configure('personio', { redirectUris: [`${tenant}/login/oidc/callback`] });
    expect(await logIn()).toMatchObject({ status: 400, url: { host: 'authentik.company' } });
    expect(authentik.lastError('personio')).toContain('invalid_redirect_uri');
  });

  test('fails when the provider switches to the global issuer', async () => {
    await save();
    authentik.configure('personio', { issuerMode: 'global' });
    await logIn();
    expect(personio.lastLoginError()).toContain(`issued by "${base}/"`);
  });

  test('fails when the provider’s secret was rotated', async () => {
    await save();
    authentik.configure('personio', { clientSecret: 'test-secret-rotated' });
    await logIn();
    expect(personio.lastLoginError()).toContain('invalid_client');
  });

  test('a callback without a login of this browser is refused', async () => {
    await save();
    const visitor = createVisitor(server.backchannel);
    const visit = await visitor.open('https://login.personio.com/login/callback?code=test-code&state=test-state');
    expect(visit.status).toBe(400);
    expect(personio.lastLoginError()).toContain('belongs to no login');
  });

  test('a ticket from the login host is good once', async () => {
    const visitor = createVisitor(server.backchannel);
    expect((await visitor.open(`${tenant}/login/finish?ticket=test-ticket`)).url.pathname).toBe('/login');
    expect((await visitor.open(`${tenant}/my-desk`)).url.pathname).toBe('/login');
  });
});

describe('what is kept', () => {
  test('nothing before the first Save, then every value to the letter', async () => {
    expect(new Set(Object.values(personio.stored()))).toEqual(new Set([null]));
    await save({ scopes: 'openid, email ', issuer: `${base}/application/o/personio` });
    expect(personio.stored()).toEqual({
      ...guide,
      scopes: 'openid, email ',
      issuer: `${base}/application/o/personio`,
      secret_expiry: null,
    });
    expect(personio.writes.map(({ method, path }) => `${method} ${path}`)).toEqual(['PUT /api/oidc-connection']);
  });

  test.each([
    ['issuer', ''],
    ['jwks', 'http://authentik.company/'],
    ['token', 'token'],
    ['claim', ' '],
    ['client_secret', ''],
  ])('a Save with a bad %s is counted and refused', async (key, value) => {
    const response = await save({ [key]: value });
    expect(response.status).toBe(422);
    expect(await response.json()).toEqual({ refused: [key] });
    expect(personio.stored().issuer).toBeNull();
    expect(personio.writes).toHaveLength(1);
  });

  test('the secret never comes back, and a later Save without it keeps it', async () => {
    await save();
    const answer = await (await server.backchannel(`${tenant}/api/oidc-connection`)).text();
    expect(answer).toContain('"has_secret":true');
    expect(answer).not.toContain(clientSecret);
    const { client_secret: _kept, ...rest } = guide;
    await put('/api/oidc-connection', { ...rest, claim: 'sub' });
    expect(personio.stored()).toMatchObject({ client_secret: clientSecret, claim: 'sub' });
  });

  test('switches are writes of their own; a connection switched off leaves no button', async () => {
    await save();
    await put('/api/oidc-connection/switches', { enabled: false });
    expect(await logIn()).toBeNull();
    expect(personio.writes).toHaveLength(2);
  });

  test('presses are counted and are no writes', async () => {
    const body = JSON.stringify({ name: 'submit' });
    await server.backchannel(`${tenant}/api/presses`, { method: 'POST', body });
    expect(personio.presses()).toEqual({ save: 0, test: 0, enable: 0, enforce: 0, submit: 1 });
    expect(personio.writes).toEqual([]);
  });

  test('any other writing request is recorded too', async () => {
    await put('/api/elsewhere', { a: 1 });
    expect(personio.writes).toEqual([{ method: 'PUT', path: '/api/elsewhere', body: { a: 1 } }]);
  });
});

describe('the page', () => {
  test('shows the latest wording with unassociated labels unless asked otherwise', async () => {
    const { data, html } = await pageData();
    expect(data.options).toMatchObject({ wording: 'english-c', labels: 'plain', callback: 'input', testIds: 'off' });
    expect(data.wording.labels.secret_expiry).toBe('Secret expiry date');
    expect(data.callbacks.tenant).toBe(`${tenant}/login/oidc/callback`);
    expect(html).toContain('<title>Stand-in for Personio (not Personio)</title>');
  });

  test('takes its variant from the address, and ignores what it does not know', async () => {
    const { data } = await pageData('?wording=german&labels=for&delay=20&opening=cellar&testIds=on');
    expect(data.options).toMatchObject({
      wording: 'german',
      labels: 'for',
      delay: 20,
      opening: 'inline',
      testIds: 'on',
    });
    expect(data.wording.lang).toBe('de');
  });

  test.each([
    ['english-a', 'en', 'Button Display Text', 'Submit', false, false],
    ['english-b', 'en', 'Login button text', 'Save', false, true],
    ['english-c', 'en', 'Button Display Text', 'Submit', true, false],
    ['german', 'de', 'Anzeigetext der Schaltfläche', 'Speichern', true, false],
    ['french', 'fr', 'Texte du bouton', 'Enregistrer', false, false],
  ])('%s has the words of the sheet', async (wording, lang, button, saves, hasExpiry, hasMethod) => {
    const words = (await pageData(`?wording=${wording}`)).data.wording;
    expect([words.lang, words.labels.button_text, words.save]).toEqual([lang, button, saves]);
    expect([words.labels.secret_expiry !== undefined, words.method !== undefined]).toEqual([hasExpiry, hasMethod]);
  });

  test('shows its form 300 to 800 ms late', async () => {
    const { data } = await pageData();
    expect(data.options.delay).toBeGreaterThanOrEqual(300);
    expect(data.options.delay).toBeLessThanOrEqual(800);
  });

  test('has other class names with every load, and the style sheet that goes with them', async () => {
    const first = await pageData();
    const second = await pageData();
    expect(first.data.classes.hidden).not.toBe(second.data.classes.hidden);
    const path = /href="(\/assets\/[^"]+)"/.exec(first.html)?.[1] ?? '';
    const style = await (await server.backchannel(tenant + path)).text();
    expect(style).toContain(`.${first.data.classes.hidden} { display: none }`);
  });

  test('forbids inline scripts and styles', async () => {
    const { policy } = await pageData();
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
  });

  test('serves its scripts and React, and no other file', async () => {
    const statuses = await Promise.all(
      ['/app/app.js', '/vendor/react.js', '/app/../personio.ts', '/app/constructor'].map(
        async (path) => (await server.backchannel(tenant + path)).status,
      ),
    );
    expect(statuses).toEqual([200, 200, 404, 404]);
  });

  test('stands behind the administrator’s login where asked', async () => {
    await server.close();
    await start({ loginGate: true });
    expect((await server.backchannel(personio.settingsUrl)).headers.get('location')).toBe('/login');
    expect((await server.backchannel(`${tenant}/api/oidc-connection`)).headers.get('location')).toBe('/login');
  });

  test('can stand under a look-alike host', async () => {
    await server.close();
    await start({ moreHosts: ['acme.app.personio.com.example'] });
    const response = await server.backchannel('https://acme.app.personio.com.example/settings');
    expect(response.status).toBe(200);
  });
});
