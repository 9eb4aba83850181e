// @vitest-environment node
/** The stand-in authentik, seen by a client library: the happy flow and every mistake of test-infrastructure.md 4. */
import * as oidc from 'openid-client';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Authentik, createAuthentik } from '@/tests/standins/authentik/create-authentik';
import { createServer, type StandInServer } from '@/tests/standins/server';
import type { ProviderSettings } from '@/tests/standins/standin';
import { createVisitor } from '@/tests/standins/visitor';

const user = { username: 'jane', email: 'jane@company.test', name: 'Jane Doe' };
const clientSecret = 'test:secret+with%odd&characters';
const callback = 'https://portainer.company/';
const portainer: ProviderSettings = {
  slug: 'portainer',
  clientId: 'test-client-portainer',
  clientSecret,
  redirectUris: [callback],
  subjectMode: 'hashed_user_id',
  issuerMode: 'per_provider',
};
const espocrm: ProviderSettings = {
  ...portainer,
  slug: 'espocrm',
  clientId: 'test-client-espocrm',
  redirectUris: ['https://espocrm.company/oauth-callback.php'],
};
const base = 'https://authentik.company/sso';
const issuer = `${base}/application/o/portainer/`;

let server: StandInServer;
let authentik: Authentik;

beforeEach(async () => {
  server = await createServer();
  authentik = createAuthentik({ basePath: '/sso', user, providers: [portainer, espocrm] });
  server.add(authentik);
});

afterEach(() => server.close());

const fetchFromServer: oidc.CustomFetch = (url, { body, headers, method, redirect }) =>
  server.backchannel(url, { body: body instanceof URLSearchParams ? body : null, headers, method, redirect });

/** Settings found by discovery at this issuer. */
function discover(address = issuer, authentication = oidc.ClientSecretPost(clientSecret)) {
  return oidc.discovery(new URL(address), portainer.clientId, undefined, authentication, {
    [oidc.customFetch]: fetchFromServer,
  });
}

/** Settings typed by hand, as the apps hold them. */
function typed(metadata: Partial<oidc.ServerMetadata> = {}, authentication = oidc.ClientSecretPost(clientSecret)) {
  const endpoints = {
    issuer,
    authorization_endpoint: `${base}/application/o/authorize/`,
    token_endpoint: `${base}/application/o/token/`,
    userinfo_endpoint: `${base}/application/o/userinfo/`,
    jwks_uri: `${base}/application/o/portainer/jwks/`,
    ...metadata,
  };
  const configuration = new oidc.Configuration(endpoints, portainer.clientId, undefined, authentication);
  configuration[oidc.customFetch] = fetchFromServer;
  return configuration;
}

/** Where the browser ends up: back at the app, or on a page of authentik's. */
function authorize(configuration: oidc.Configuration, parameters: Record<string, string> = {}) {
  const url = oidc.buildAuthorizationUrl(configuration, {
    redirect_uri: callback,
    scope: 'email openid profile',
    state: 'test-state',
    nonce: 'test-nonce',
    ...parameters,
  });
  return createVisitor(server.backchannel).open(url, 'portainer.company');
}

async function logIn(configuration: oidc.Configuration, parameters?: Record<string, string>) {
  const { url } = await authorize(configuration, parameters);
  const checks = { expectedState: 'test-state', expectedNonce: 'test-nonce' };
  return { url, tokens: await oidc.authorizationCodeGrant(configuration, url, checks) };
}

describe('the addresses', () => {
  test('discovery, always under the slug, names the endpoints with their slashes', async () => {
    const document = await (await server.backchannel(`${issuer}.well-known/openid-configuration`)).json();
    expect(document).toMatchObject({
      issuer,
      authorization_endpoint: `${base}/application/o/authorize/`,
      token_endpoint: `${base}/application/o/token/`,
      userinfo_endpoint: `${base}/application/o/userinfo/`,
      jwks_uri: `${issuer}jwks/`,
      end_session_endpoint: `${issuer}end-session/`,
      id_token_signing_alg_values_supported: ['RS256'],
      scopes_supported: ['openid', 'email', 'profile'],
      token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic'],
    });
    expect(document).not.toHaveProperty('authorization_response_iss_parameter_supported');
  });

  test.each([
    'application/o/authorize',
    'application/o/token',
    'application/o/userinfo',
    'application/o/portainer',
    'application/o/portainer/jwks',
    'application/o/portainer/end-session',
    'application/o/portainer/.well-known/openid-configuration/',
    'application/o/unknown/jwks/',
    '.well-known/openid-configuration',
  ])('%s is not found', async (path) => {
    expect((await server.backchannel(`${base}/${path}`)).status).toBe(404);
  });

  test('nothing is found outside the sub-path', async () => {
    expect((await server.backchannel('https://authentik.company/application/o/portainer/jwks/')).status).toBe(404);
  });

  test('the application redirects to its discovery document', async () => {
    const response = await server.backchannel(issuer);
    expect(response.headers.get('location')).toBe('/sso/application/o/portainer/.well-known/openid-configuration');
  });

  test('end-session asks a user who is logged in before it logs out', async () => {
    const visitor = createVisitor(server.backchannel);
    const url = oidc.buildAuthorizationUrl(typed(), { redirect_uri: callback, scope: 'openid', state: 'test-state' });
    await visitor.open(url, 'portainer.company');
    expect((await visitor.open(`${issuer}end-session/`)).text).toContain('Log out');
  });

  test('CORS opens discovery to the origins of redirect URIs and to no other', async () => {
    const ask = async (origin: string) =>
      (await server.backchannel(`${issuer}.well-known/openid-configuration`, { headers: { origin } })).headers.get(
        'access-control-allow-origin',
      );
    expect(await ask('https://portainer.company')).toBe('https://portainer.company');
    expect(await ask('https://espocrm.company')).toBeNull();
  });
});

describe('a login', () => {
  test.each([
    ['in the body', oidc.ClientSecretPost(clientSecret)],
    ['by Basic', oidc.ClientSecretBasic(clientSecret)],
  ])('succeeds with the secret %s', async (_name, authentication) => {
    const configuration = await discover(issuer, authentication);
    const { url, tokens } = await logIn(configuration);
    expect(url.searchParams.has('iss')).toBe(false);
    const claims = tokens.claims();
    expect(claims).toMatchObject({ iss: issuer, email: user.email, preferred_username: 'jane', name: user.name });
    expect(claims?.sub).toMatch(/^[0-9a-f]{64}$/);
    const userinfo = await oidc.fetchUserInfo(configuration, tokens.access_token, claims?.sub ?? '');
    expect(userinfo).toMatchObject({ email: user.email, preferred_username: 'jane' });
  });

  test.each(['consent', 'login'])('succeeds with the prompt %s', async (prompt) => {
    const { tokens } = await logIn(typed(), { prompt });
    expect(tokens.claims()).toMatchObject({ email: user.email });
  });

  test('a browser that is logged in passes without a new login, and again under changed settings', async () => {
    const visitor = createVisitor(server.backchannel);
    const parameters = { redirect_uri: callback, scope: 'openid', state: 'test-state' };
    const open = () => visitor.open(oidc.buildAuthorizationUrl(typed(), parameters), 'portainer.company');
    await open();
    expect((await open()).url.searchParams.get('code')).not.toBeNull();
    authentik.configure('portainer', { subjectMode: 'user_username' });
    expect((await open()).url.searchParams.get('code')).not.toBeNull();
  });

  test('PKCE is checked where the app uses it', async () => {
    const verifier = oidc.randomPKCECodeVerifier();
    const { url } = await authorize(typed(), {
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    });
    const exchange = (pkceCodeVerifier: string) =>
      oidc.authorizationCodeGrant(typed(), url, {
        expectedState: 'test-state',
        expectedNonce: 'test-nonce',
        pkceCodeVerifier,
      });
    await expect(exchange(oidc.randomPKCECodeVerifier())).rejects.toMatchObject({ error: 'invalid_grant' });
    expect((await exchange(verifier)).claims()).toMatchObject({ email: user.email });
  });

  test('userinfo answers POST as well', async () => {
    const { tokens } = await logIn(typed());
    const headers = { authorization: `Bearer ${tokens.access_token}` };
    const response = await server.backchannel(`${base}/application/o/userinfo/`, { method: 'POST', headers });
    expect(await response.json()).toMatchObject({ email: user.email });
  });

  test('claims follow the scopes, whatever white space separates them; unknown names drop out silently', async () => {
    const { tokens } = await logIn(typed(), { scope: 'openid\n groups  email' });
    expect(tokens.scope).toBe('openid email');
    expect(tokens.claims()).toMatchObject({ email: user.email });
    expect(tokens.claims()).not.toHaveProperty('preferred_username');
  });

  test('the subject is the user name only where the provider says so', async () => {
    authentik.configure('portainer', { subjectMode: 'user_username' });
    expect((await logIn(typed())).tokens.claims()?.sub).toBe('jane');
    authentik.configure('portainer', { subjectMode: 'hashed_user_id' });
    expect((await logIn(typed())).tokens.claims()?.sub).not.toBe('jane');
  });

  test('with the global issuer the tokens name the base, and discovery stays under the slug', async () => {
    authentik.configure('portainer', { issuerMode: 'global' });
    const { tokens } = await logIn(typed({ issuer: `${base}/` }));
    expect(tokens.claims()?.iss).toBe(`${base}/`);
    const document = await (await server.backchannel(`${issuer}.well-known/openid-configuration`)).json();
    expect(document).toMatchObject({ issuer: `${base}/` });
  });

  test('a callback registered while running is known at once', async () => {
    const redirectUri = 'https://portainer.company/portainer/';
    expect((await authorize(typed(), { redirect_uri: redirectUri })).status).toBe(400);
    authentik.configure('portainer', { redirectUris: [redirectUri] });
    expect((await authorize(typed(), { redirect_uri: redirectUri })).url.searchParams.get('code')).not.toBeNull();
  });
});

describe('a mistake', () => {
  test('commas between scopes: nothing known is left, the app gets an error instead of a code', async () => {
    const { url } = await authorize(typed(), { scope: 'email,openid,profile' });
    expect(url.searchParams.get('code')).toBeNull();
    expect(url.searchParams.get('error')).not.toBeNull();
    await expect(oidc.authorizationCodeGrant(typed(), url, { expectedState: 'test-state' })).rejects.toMatchObject({
      code: 'OAUTH_AUTHORIZATION_RESPONSE_ERROR',
    });
    expect(authentik.lastError('portainer')).toContain('scope');
  });

  test.each([
    ['without its slash', { redirect_uri: 'https://portainer.company' }],
    ['in other capitals', { redirect_uri: 'https://portainer.company/A' }],
    ['with a query', { redirect_uri: 'https://portainer.company/?x=1' }],
  ])('a redirect URI %s: a page of the provider, no way back', async (_name, parameters) => {
    const visit = await authorize(typed(), parameters);
    expect(visit).toMatchObject({ status: 400, url: { host: 'authentik.company' } });
    expect(visit.text).toContain('invalid_redirect_uri');
    expect(authentik.lastError('portainer')).toContain('invalid_redirect_uri');
  });

  test('no callback registered at all: none is accepted', async () => {
    authentik.configure('portainer', { redirectUris: [] });
    expect(await authorize(typed())).toMatchObject({ status: 400, url: { host: 'authentik.company' } });
  });

  test('an unknown client: a page of the provider', async () => {
    const visit = await authorize(typed(), { client_id: 'nobody' });
    expect(visit).toMatchObject({ status: 400, url: { host: 'authentik.company' } });
  });

  test('an unknown client at the token address: invalid_client', async () => {
    const body = new URLSearchParams({ grant_type: 'authorization_code', client_id: 'nobody', client_secret: 'x' });
    const response = await server.backchannel(`${base}/application/o/token/`, { method: 'POST', body });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: 'invalid_client' });
  });

  /** The token address, asked without a login: what it looks at first decides what it answers. */
  test.each([
    ['the right secret', {}, 'invalid_grant'],
    ['a wrong secret', { client_secret: 'test-secret-of-nobody' }, 'invalid_client'],
    ['the right secret and a redirect URI that is not registered', { redirect_uri: `${callback}x` }, 'invalid_client'],
    ['the right secret and no redirect URI', { redirect_uri: '' }, 'invalid_client'],
    ['both wrong', { client_secret: 'test-secret-of-nobody', redirect_uri: `${callback}x` }, 'invalid_client'],
  ])('an invented code with %s', async (_kind, wrong, error) => {
    const right = { client_id: portainer.clientId, client_secret: clientSecret, redirect_uri: callback };
    const body = new URLSearchParams({
      grant_type: 'authorization_code',
      code: 'test-code-of-nobody',
      ...right,
      ...wrong,
    });
    const response = await server.backchannel(`${base}/application/o/token/`, { method: 'POST', body });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error });
  });

  test('a public client proves nothing by its secret: any will do', async () => {
    for (const record of authentik.registry.providers.values()) {
      record.client_type = 'public';
      authentik.registry.refresh(record.pk);
    }
    const { tokens } = await logIn(typed({}, oidc.ClientSecretPost('test-secret-of-nobody')));
    expect(tokens.claims()).toMatchObject({ email: user.email });
  });

  test.each([
    ['in the body', oidc.ClientSecretPost('test-secret-of-nobody')],
    ['by Basic', oidc.ClientSecretBasic('test-secret-of-nobody')],
    ['missing', oidc.None()],
  ])('a wrong secret %s: invalid_client', async (_name, authentication) => {
    await expect(logIn(typed({}, authentication))).rejects.toMatchObject({ error: 'invalid_client' });
    expect(authentik.lastError('portainer')).toContain('invalid_client');
    expect(authentik.lastError('espocrm')).toBeNull();
  });

  test('a rotated secret turns the old one away', async () => {
    authentik.configure('portainer', { clientSecret: 'test-secret-rotated' });
    await expect(logIn(typed())).rejects.toMatchObject({ error: 'invalid_client' });
  });

  test('an issuer without its slash, by discovery: another issuer is found', async () => {
    await expect(discover(issuer.slice(0, -1))).rejects.toMatchObject({
      code: 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED',
    });
  });

  test.each([`${base}/`, `${base}/application/o/unknown/`])(
    'the issuer %s, by discovery: not found',
    async (address) => {
      await expect(discover(address)).rejects.toMatchObject({ code: 'OAUTH_RESPONSE_IS_NOT_CONFORM' });
    },
  );

  test.each([`${base}/`, `${base}/application/o/espocrm/`, issuer.slice(0, -1)])(
    'the issuer %s, typed by hand: found out in the id_token',
    async (wrong) => {
      const { url } = await authorize(typed());
      expect(url.searchParams.get('code')).not.toBeNull();
      await expect(logIn(typed({ issuer: wrong }))).rejects.toMatchObject({
        code: 'OAUTH_JWT_CLAIM_COMPARISON_FAILED',
      });
    },
  );

  test('the code of one application is worth nothing to another', async () => {
    const { url } = await authorize(typed());
    const body = new URLSearchParams({
      grant_type: 'authorization_code',
      code: url.searchParams.get('code') ?? '',
      redirect_uri: espocrm.redirectUris[0] ?? '',
      client_id: espocrm.clientId,
      client_secret: clientSecret,
    });
    const response = await server.backchannel(`${base}/application/o/token/`, { method: 'POST', body });
    expect(await response.json()).toMatchObject({ error: 'invalid_grant' });
  });

  test('an invented access token: userinfo refuses', async () => {
    const headers = { authorization: 'Bearer test-token-of-nobody' };
    expect((await server.backchannel(`${base}/application/o/userinfo/`, { headers })).status).toBe(401);
  });
});
