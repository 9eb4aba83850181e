// @vitest-environment node
/** The stand-in of EspoCRM over HTTP: its settings API (page sheet espocrm.md 1, 5, 6) and its login. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Authentik, createAuthentik } from '@/tests/standins/authentik/create-authentik';
import { createEspoCrm } from '@/tests/standins/espocrm/espocrm';
import { createServer, type StandInServer } from '@/tests/standins/server';
import type { ProviderSettings, StandIn } from '@/tests/standins/standin';
import { createVisitor } from '@/tests/standins/visitor';

const user = { username: 'jane', email: 'jane@company.test', name: 'Jane Doe' };
const home = 'https://espocrm.company/';
const callback = `${home}oauth-callback.php`;
const provider: ProviderSettings = {
  slug: 'espocrm',
  clientId: 'test-client-espocrm',
  clientSecret: 'test:secret+with%odd&characters',
  redirectUris: [callback],
  subjectMode: 'user_username',
  issuerMode: 'per_provider',
};
const base = 'https://authentik.company/application/o';

/** What an administrator saves, written by hand from the page sheet. */
const wanted = {
  authenticationMethod: 'Oidc',
  oidcClientId: provider.clientId,
  oidcClientSecret: provider.clientSecret,
  oidcAuthorizationEndpoint: `${base}/authorize/`,
  oidcTokenEndpoint: `${base}/token/`,
  oidcUserInfoEndpoint: `${base}/userinfo/`,
  oidcJwksEndpoint: `${base}/espocrm/jwks/`,
  oidcLogoutUrl: `${base}/espocrm/end-session/`,
  oidcScopes: ['openid', 'profile', 'email'],
};

let server: StandInServer;
let authentik: Authentik;
let espocrm: StandIn;
let cookie: string;

async function start(options: Parameters<typeof createEspoCrm>[0] = {}): Promise<void> {
  server = await createServer();
  authentik = createAuthentik({ user, providers: [provider] });
  espocrm = createEspoCrm({ backchannel: server.backchannel, renderDelays: [0], ...options });
  server.add(authentik);
  server.add(espocrm);
  const page = await server.backchannel(home);
  cookie = page.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

async function restart(options: Parameters<typeof createEspoCrm>[0]): Promise<void> {
  await server.close();
  await start(options);
}

beforeEach(() => start());
afterEach(() => server.close());

function call(path: string, method = 'GET', body?: unknown): Promise<Response> {
  const headers = { cookie, 'content-type': 'application/json' };
  return server.backchannel(home + path, {
    method,
    headers,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

const save = (body: unknown): Promise<Response> => call('api/v1/Settings/1', 'PUT', body);

/** The address that the "Sign in" button leads to, or null while there is none. */
async function authorization(): Promise<URL | null> {
  const { url } = await (await call('api/v1/Oidc/authorizationData')).json();
  return URL.canParse(url) ? new URL(url) : null;
}

/** The name in the page that greets the user, or null. */
async function logIn(): Promise<string | null> {
  const url = await authorization();
  if (url === null) return null;
  const { text } = await createVisitor(server.backchannel).open(url);
  return /<main data-signed-in="([^"]+)">/.exec(text)?.[1] ?? null;
}

describe('the settings', () => {
  test('a fresh 9.3 is on "Espo" with the defaults of the sheet', () => {
    expect(espocrm.stored()).toEqual({
      method: 'Espo',
      client_id: null,
      client_secret: null,
      authorization: null,
      token: null,
      userinfo: null,
      jwks: null,
      end_session: null,
      scopes: ['profile', 'email', 'phone'],
      claim: 'sub',
      allow_admin: null,
    });
  });

  test('a save changes the attributes sent and leaves the others', async () => {
    await save(wanted);
    await save({ oidcScopes: ['openid'], oidcAllowAdminUser: true });
    expect(espocrm.stored()).toMatchObject({ client_id: provider.clientId, scopes: ['openid'], allow_admin: true });
    expect(espocrm.writes.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'PUT /api/v1/Settings/1',
      'PUT /api/v1/Settings/1',
    ]);
  });

  test('the secret is kept and never given out', async () => {
    const answers = [await save(wanted), await call('api/v1/Settings?full=1'), await call('api/v1/Settings')];
    for (const answer of answers) expect((await answer.text()).includes('oidcClientSecret')).toBe(false);
    expect(espocrm.stored()['client_secret'] === provider.clientSecret).toBe(true);
  });

  test('the redirect URI comes from the configured Site URL, slashes at its end cut', async () => {
    await restart({ siteUrl: 'http://crm.company/sub//' });
    const settings = await (await call('crm/api/v1/Settings?full=1')).json();
    expect(settings.redirectUri).toBe('http://crm.company/sub/oauth-callback.php');
  });

  test('the page comes with the policy of the sheet, a new nonce each time', async () => {
    const policies = [await call(''), await call('crm/')].map(({ headers }) => headers.get('content-security-policy'));
    const pattern = /^script-src 'self' 'nonce-[^']+' 'unsafe-eval'; form-action 'self'; frame-ancestors 'self'$/;
    expect(policies[0]).toMatch(pattern);
    expect(policies[1]).toMatch(pattern);
    expect(policies[0]).not.toBe(policies[1]);
  });

  test('nobody but an administrator reads or writes them', async () => {
    cookie = '';
    expect((await call('api/v1/Settings?full=1')).status).toBe(401);
    expect((await save(wanted)).status).toBe(401);
    expect(espocrm.stored()['client_id']).toBeNull();
  });
});

describe('the providers of portals (page sheet espocrm.md 7)', () => {
  const record = { name: 'Customers', method: 'Oidc', oidcClientId: provider.clientId };

  test('a new one starts with no method and the defaults, and is saved under an id of its own', async () => {
    expect(await (await call('api/v1/AuthenticationProvider/new')).json()).toMatchObject({
      method: '',
      oidcScopes: ['profile', 'email', 'phone'],
    });
    await call('api/v1/AuthenticationProvider', 'POST', record);
    expect(await (await call('api/v1/AuthenticationProvider/2')).json()).toMatchObject(record);
    expect(espocrm.writes.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /api/v1/AuthenticationProvider',
    ]);
  });

  test('a saved one is changed by what is sent, never gives its secret out, and leaves the settings alone', async () => {
    const sent = { ...record, oidcClientSecret: provider.clientSecret };
    const answers = [
      await call('api/v1/AuthenticationProvider/1', 'PUT', sent),
      await call('api/v1/AuthenticationProvider/1'),
    ];
    for (const answer of answers) {
      const text = await answer.text();
      expect(text.includes('oidcClientSecret')).toBe(false);
      expect(JSON.parse(text)).toMatchObject(record);
    }
    expect(espocrm.stored()).toMatchObject({ method: 'Espo', client_id: null, client_secret: null });
  });

  test('every portal has a line of its own, repeated where two share an address', async () => {
    const lines = async (): Promise<unknown> => (await call('api/v1/Portal')).json();
    expect(await lines()).toEqual([callback, callback]);
    await restart({ portals: ['https://customers.company/', 'https://partners.company'] });
    expect(await lines()).toEqual([
      'https://customers.company/oauth-callback.php',
      'https://partners.company/oauth-callback.php',
    ]);
  });

  test('nobody but an administrator reads or writes them', async () => {
    cookie = '';
    const requests = [
      call('api/v1/AuthenticationProvider/1'),
      call('api/v1/AuthenticationProvider/1', 'PUT', record),
      call('api/v1/AuthenticationProvider', 'POST', record),
      call('api/v1/Portal'),
    ];
    for (const answer of await Promise.all(requests)) expect(answer.status).toBe(401);
  });
});

describe('the login', () => {
  test('openid is put in front of the saved scopes whatever they are', async () => {
    await save(wanted);
    const query = (await authorization())?.searchParams;
    expect(query?.get('scope')).toBe('openid openid profile email');
    expect(query?.get('redirect_uri')).toBe(callback);
    expect(query?.get('nonce')).toMatch(/^\w{16,}$/);
  });

  test.each(['7.3', '9.0', '9.3', '10.0'] as const)(
    'signs the user in by what was saved, version %s',
    async (version) => {
      await restart({ version });
      await save(wanted);
      expect([await logIn(), espocrm.lastLoginError()]).toEqual(['jane', null]);
    },
  );

  test('10.0 uses PKCE while it is on', async () => {
    await restart({ version: '10.0' });
    await save(wanted);
    expect((await authorization())?.searchParams.get('code_challenge_method')).toBe('S256');
    await save({ oidcAuthorizationPkce: false });
    expect((await authorization())?.searchParams.has('code_challenge')).toBe(false);
  });

  test.each([
    ['method', null],
    ['client_id', null],
    ['client_secret', null],
    ['authorization', null],
    ['token', null],
    ['jwks', null],
    ['claim', null],
    ['userinfo', 'https://authentik.company/wrong/'],
    ['jwks', `${base}/espocrm/jwks`],
    ['claim', 'name'],
    ['client_secret', 'test-wrong-secret'],
  ])('fails when the saved %s is changed to %s', async (key, value) => {
    await save(wanted);
    espocrm.tamper(key, value);
    expect(await logIn()).toBeNull();
  });

  test.each(['userinfo', 'end_session', 'scopes'])('goes on without %s', async (key) => {
    await save(wanted);
    espocrm.tamper(key, null);
    expect(await logIn()).toBe('jane');
  });

  test('a signature algorithm that is not allowed is refused', async () => {
    await save({ ...wanted, oidcJwtSignatureAlgorithmList: ['RS512'] });
    expect(await logIn()).toBeNull();
    expect(espocrm.lastLoginError()).toBe('OIDC: Bad ID token: The signature algorithm is not allowed');
  });

  test('the hashed subject of authentik fits no user', async () => {
    authentik.configure('espocrm', { subjectMode: 'hashed_user_id' });
    await save(wanted);
    expect(await logIn()).toBeNull();
    expect(espocrm.lastLoginError()).toMatch(/^OIDC: Login failed: User "[0-9a-f]{64}" was not found$/);
  });

  test('the claim preferred_username does with the hashed subject', async () => {
    authentik.configure('espocrm', { subjectMode: 'hashed_user_id' });
    await save({ ...wanted, oidcUsernameClaim: 'preferred_username' });
    expect(await logIn()).toBe('jane');
  });

  test.each([
    [false, null],
    [true, 'jane'],
  ])('an administrator logs in only where that is allowed: %s', async (oidcAllowAdminUser, name) => {
    await restart({ users: [{ name: 'jane', isAdmin: true }] });
    await save({ ...wanted, oidcAllowAdminUser });
    expect(await logIn()).toBe(name);
  });

  test('a refused secret is named', async () => {
    await save(wanted);
    authentik.configure('espocrm', { clientSecret: 'test-rotated-secret' });
    expect(await logIn()).toBeNull();
    expect(espocrm.lastLoginError()).toMatch(/^OIDC: Failed token request: invalid_client/);
  });

  test('an answer is good once', async () => {
    await save(wanted);
    const visitor = createVisitor(server.backchannel);
    const { url } = await visitor.open((await authorization()) ?? '', 'espocrm.company');
    expect((await visitor.open(url)).text).toContain('Signed in as jane');
    expect((await visitor.open(url)).status).toBe(401);
    expect(espocrm.lastLoginError()).toBe('OIDC: State mismatch');
  });
});

test('an unknown setting cannot be tampered with', () => {
  expect(() => espocrm.tamper('issuer', null)).toThrow('EspoCRM keeps no setting named issuer.');
});
