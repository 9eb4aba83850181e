// @vitest-environment node
/** The stand-in authentik's API for administrators, in each version it can play: reads, writes, refusals and faults. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ApiToken } from '@/tests/standins/authentik/api-tokens';
import type { ContractVersion } from '@/tests/standins/authentik/contract/versions';
import { type Authentik, createAuthentik } from '@/tests/standins/authentik/create-authentik';
import { recordOf } from '@/tests/standins/authentik/registry';
import { createServer, type StandInServer } from '@/tests/standins/server';
import type { ProviderSettings } from '@/tests/standins/standin';

const user = { username: 'jane', email: 'jane@company.test', name: 'Jane Doe' };
const admin: ApiToken = {
  key: 'test-token-of-admin',
  intent: 'api',
  username: 'akadmin',
  rights: [],
  isSuperuser: true,
  expired: false,
};
const reader: ApiToken = { ...admin, key: 'test-token-of-reader', username: 'reader', isSuperuser: false };
const portainer: ProviderSettings = {
  slug: 'portainer',
  clientId: 'test-client-portainer',
  clientSecret: 'test-secret-of-portainer',
  redirectUris: ['https://portainer.company/'],
  subjectMode: 'hashed_user_id',
  issuerMode: 'per_provider',
};
const fresh = { name: 'EspoCRM', client_id: 'test-client-espocrm', client_secret: 'test-secret-of-espocrm' };
const callback = 'https://espocrm.company/oauth-callback.php';
const versions: ContractVersion[] = ['2024.8', '2025.10', '2026.8'];

let server: StandInServer;
let authentik: Authentik;

async function start(version: ContractVersion, providers = [portainer], hidesSecrets = false): Promise<void> {
  server = await createServer();
  authentik = createAuthentik({ version, user, providers, hidesSecrets, tokens: [admin, reader] });
  server.add(authentik);
}

afterEach(() => server.close());

async function call(path: string, init: RequestInit & { json?: unknown } = {}) {
  const { json, ...rest } = init;
  const headers = { authorization: `Bearer ${admin.key}`, 'content-type': 'application/json', ...init.headers };
  const body = json === undefined ? {} : { body: JSON.stringify(json) };
  const response = await server.backchannel(`${authentik.baseUrl}/api/v3${path}`, { ...rest, ...body, headers });
  const text = await response.text();
  return { status: response.status, answer: text.startsWith('{') ? JSON.parse(text) : text };
}

function redirectsOf(version: ContractVersion, url: string): unknown {
  if (version === '2024.8') return url.replaceAll(/[.?]/g, '\\$&');
  const entry = { matching_mode: 'strict', url };
  return [version === '2026.8' ? { ...entry, redirect_uri_type: 'authorization' } : entry];
}

async function pickFrom(path: string, wanted: object): Promise<string> {
  const { results } = (await call(path)).answer;
  const [field = '', value] = Object.entries(wanted)[0] ?? [];
  return results.find((entry: Record<string, unknown>) => entry[field] === value).pk;
}

async function creation(version: ContractVersion, provider: object = {}, slug = 'espocrm') {
  const flow = { slug: 'default-provider-authorization-implicit-consent' };
  const end = { slug: 'default-provider-invalidation-flow' };
  return {
    app: { name: 'EspoCRM', slug },
    provider_model: 'authentik_providers_oauth2.oauth2provider',
    provider: {
      ...fresh,
      authorization_flow: await pickFrom('/flows/instances/?designation=authorization&ordering=slug', flow),
      invalidation_flow: await pickFrom('/flows/instances/?designation=invalidation', end),
      redirect_uris: redirectsOf(version, callback),
      ...provider,
    },
  };
}

describe.each(versions)('authentik %s', (version) => {
  beforeEach(() => start(version));

  test('says its version and who asks', async () => {
    expect((await call('/admin/version/')).answer.version_current).toMatch(new RegExp(`^${version}\\.`));
    const { user: self } = (await call('/core/users/me/')).answer;
    expect(self).toMatchObject({
      username: 'akadmin',
      is_superuser: true,
      system_permissions: ['access_admin_interface'],
    });
    const config = await call('/root/config/', { headers: { authorization: '' } });
    expect(config).toMatchObject({ status: 200, answer: { cache_timeout: 300 } });
  });

  test('gives everything a profile needs, secret included', async () => {
    const [entry] = (await call('/providers/oauth2/?page_size=100')).answer.results;
    expect(entry).toMatchObject({
      client_id: portainer.clientId,
      client_secret: portainer.clientSecret,
      assigned_application_slug: 'portainer',
      sub_mode: 'hashed_user_id',
    });
    expect('grant_types' in entry).toBe(version === '2026.8');
    expect((await call(`/providers/oauth2/${entry.pk}/`)).answer).toEqual(entry);
    expect((await call(`/providers/oauth2/${entry.pk}/setup_urls/`)).answer).toMatchObject({
      issuer: 'https://authentik.company/application/o/portainer/',
    });
    expect(await call('/providers/oauth2/999/')).toMatchObject({ status: 404, answer: { detail: expect.any(String) } });
  });

  test('lists a hundred providers over pages, and finds by name', async () => {
    await server.close();
    const many = Array.from({ length: 100 }, (_, index) => ({
      ...portainer,
      slug: `app-${index}`,
      clientId: `test-client-${index}`,
    }));
    await start(version, many);
    const seen = [];
    for (let page = 1; page !== 0; ) {
      const { pagination, results } = (await call(`/providers/oauth2/?page=${page}&page_size=30&ordering=name`)).answer;
      seen.push(...results);
      page = pagination.next;
    }
    expect(new Set(seen.map(({ pk }) => pk)).size).toBe(100);
    expect((await call('/providers/oauth2/?search=app-99')).answer.pagination).toMatchObject({ count: 1, next: 0 });
    expect((await call('/providers/oauth2/?page=9')).status).toBe(404);
  });

  test('replaces the whole list of redirect URIs, and logins follow it', async () => {
    const before = (await call('/providers/oauth2/1/')).answer.redirect_uris;
    const own = redirectsOf(version, callback);
    const appended = Array.isArray(before) && Array.isArray(own) ? [...before, ...own] : `${before}\n${own}`;
    const changed = await call('/providers/oauth2/1/', { method: 'PATCH', json: { redirect_uris: appended } });
    expect(changed).toMatchObject({ status: 200, answer: { redirect_uris: appended, name: 'portainer' } });
    expect(authentik.settings('portainer').redirectUris).toEqual(['https://portainer.company/', callback]);
    expect(await authorizeStatus(callback)).toBe(303);
    await call('/providers/oauth2/1/', { method: 'PATCH', json: { redirect_uris: own } });
    expect(await authorizeStatus('https://portainer.company/')).toBe(400);
    expect(authentik.writes).toHaveLength(2);
  });

  test('creates application and provider at once, and says neither number nor secret', async () => {
    const key = await pickFrom('/crypto/certificatekeypairs/?has_key=true&ordering=name', { managed: null });
    const scope = await pickFrom('/propertymappings/provider/scope/?ordering=scope_name', { scope_name: 'email' });
    const more = { signing_key: key, property_mappings: [scope], sub_mode: 'user_username' };
    const grants = version === '2026.8' ? { grant_types: ['authorization_code', 'refresh_token'] } : {};
    const body = await creation(version, { ...more, ...grants });
    const created = await call('/core/transactional/applications/', { method: 'PUT', json: body });
    expect(created).toEqual({ status: 200, answer: { applied: true, logs: [] } });
    const { provider, provider_obj } = (await call('/core/applications/espocrm/')).answer;
    expect(provider_obj).toMatchObject({ pk: provider, assigned_application_slug: 'espocrm' });
    expect((await call(`/providers/oauth2/${provider}/`)).answer).toMatchObject({ ...fresh, ...more });
    const discovery = await openId('espocrm/.well-known/openid-configuration');
    expect(discovery).toMatchObject({ scopes_supported: ['openid', 'email'] });
  });

  test('puts in what is left out: no key, no mapping, and from 2026.5 on no grant type either', async () => {
    await call('/core/transactional/applications/', { method: 'PUT', json: await creation(version) });
    const { provider } = (await call('/core/applications/espocrm/')).answer;
    const made = (await call(`/providers/oauth2/${provider}/`)).answer;
    expect(made).toMatchObject({ signing_key: null, property_mappings: [] });
    expect(made.grant_types).toEqual(version === '2026.8' ? [] : undefined);
  });

  test.each([
    ['a slug', {}, 'portainer', { app: { slug: [expect.stringContaining('exists already')] } }],
    ['a name', { name: 'portainer' }, 'new', { provider: { name: [expect.stringContaining('exists already')] } }],
    ['a client id', { client_id: portainer.clientId }, 'new', { provider: { client_id: [expect.any(String)] } }],
  ])('makes nothing when %s is taken', async (_kind, provider, slug, answer) => {
    const json = await creation(version, provider, slug);
    expect(await call('/core/transactional/applications/', { method: 'PUT', json })).toEqual({ status: 400, answer });
    expect(authentik.registry.providers.size).toBe(1);
  });

  test('makes an account and a token that does not end; the first answer’s is none for the API', async () => {
    const json = { name: 'svc-openlane', create_group: false, expiring: false };
    const account = await call('/core/users/service_account/', { method: 'POST', json });
    const password = { authorization: `Bearer ${account.answer.token}` };
    expect(await call('/core/users/me/', { headers: password })).toMatchObject({ status: 403 });
    expect((await call('/core/users/service_account/', { method: 'POST', json })).status).toBe(400);

    const wanted = { identifier: 'openlane', intent: 'api', user: account.answer.user_pk, expiring: false };
    const token = await call('/core/tokens/', { method: 'POST', json: wanted });
    expect(token).toMatchObject({ status: 201, answer: { identifier: 'openlane', expiring: false } });
    expect(token.answer).not.toHaveProperty('key');
    const { key } = (await call('/core/tokens/openlane/view_key/')).answer;
    const headers = { authorization: `Bearer ${key}` };
    expect((await call('/core/users/me/', { headers })).answer.user.username).toBe('svc-openlane');
    expect((await call('/core/users/', { headers })).status).toBe(403);
    authentik.grant('svc-openlane', ['view_user']);
    authentik.rekeyTokens();
    expect((await call('/core/users/', { headers })).status).toBe(200);
  });

  test('gives an account its rights by a role, carried by a group', async () => {
    const post = (path: string, json: object) => call(path, { method: 'POST', json });
    const headers = { authorization: `Bearer ${reader.key}` };
    const role = (await post('/rbac/roles/', { name: 'directory readers' })).answer.pk;
    const assigned = (name: string) =>
      post(`/rbac/permissions/assigned_by_roles/${role}/assign/`, { permissions: [name] });
    const users = [(await call('/core/users/me/', { headers })).answer.user.pk];
    const group = await post('/core/groups/', { name: 'directory readers', users, roles: [role] });
    expect(group).toMatchObject({ status: 201, answer: { users, roles: [role] } });
    expect((await call('/core/users/', { headers })).status).toBe(403);
    expect((await assigned('authentik_core.view_user')).status).toBe(200);
    expect((await call('/core/users/', { headers })).status).toBe(200);
    expect((await call('/core/groups/', { headers })).status).toBe(403);
    expect((await call('/core/groups/')).answer.results.at(-1)).toEqual(group.answer);
    expect((await assigned('authentik_core.view_everything')).status).toBe(400);
    for (const path of ['/rbac/roles/', '/core/groups/']) {
      expect(await post(path, { name: 'directory readers' })).toMatchObject({ status: 400 });
    }
  });

  test('overrides owner and end of a token for everybody but superusers, and re-keys at the end', async () => {
    authentik.grant('reader', ['add_token', 'view_token_key']);
    const headers = { authorization: `Bearer ${reader.key}` };
    const json = { identifier: 'mine', intent: 'api', user: 2, expiring: false };
    const token = await call('/core/tokens/', { method: 'POST', json, headers });
    expect(token.answer).toMatchObject({ expiring: true, user_obj: { username: 'reader' } });
    const { key } = (await call('/core/tokens/mine/view_key/')).answer;
    authentik.rekeyTokens();
    const stale = await call('/core/users/me/', { headers: { authorization: `Bearer ${key}` } });
    expect(stale).toEqual({ status: 403, answer: { detail: 'Token invalid/expired' } });
  });

  test('refuses an account without rights, in the forms of its own', async () => {
    const headers = { authorization: `Bearer ${reader.key}` };
    const detail = 'You do not have permission to perform this action.';
    for (const path of ['/providers/oauth2/', '/flows/instances/', '/crypto/certificatekeypairs/']) {
      expect(await call(path, { headers })).toEqual({ status: 403, answer: { detail } });
    }
    const json = await creation(version);
    const put = (): ReturnType<typeof call> =>
      call('/core/transactional/applications/', { method: 'PUT', json, headers });
    expect(await put()).toMatchObject({
      status: 403,
      answer: { provider: expect.stringContaining('lacks permission') },
    });
    authentik.grant('reader', ['add_oauth2provider']);
    expect(await put()).toMatchObject({ status: 403, answer: { app: expect.stringContaining('lacks permission') } });
  });

  test('fails the test that sends what is not published', async () => {
    const sent = await call('/providers/oauth2/1/', { method: 'PATCH', json: { redirect_uri: [callback] } });
    expect(sent.status).toBe(500);
    expect(authentik.violations.splice(0)).toEqual([expect.stringContaining('redirect_uri')]);
  });
});

test('a provider of the announced version comes without its secret', async () => {
  await start('2026.8', [], true);
  authentik.registry.addProvider(recordOf(portainer, authentik.catalogue));
  const [entry] = (await call('/providers/oauth2/')).answer.results;
  expect(entry).toMatchObject({ client_id: portainer.clientId, assigned_application_slug: null });
  expect(entry).not.toHaveProperty('client_secret');
  const urls = (await call(`/providers/oauth2/${entry.pk}/setup_urls/`)).answer;
  expect(urls).toMatchObject({ issuer: null, provider_info: null, logout: null });
  expect(urls).not.toHaveProperty('jwks');
});

describe('a browser’s session', () => {
  beforeEach(() => start('2026.8'));

  const open = (rights: ApiToken['rights'] = []) =>
    authentik.signIn({ username: 'jane', rights, isSuperuser: rights.length === 0 });
  const cookies = ({ id, csrf }: { id: string; csrf: string }) => ({
    cookie: `authentik_session=${id}; authentik_csrf=${csrf}`,
  });
  const rename = async (headers: Record<string, string>) => {
    const path = `${authentik.baseUrl}/api/v3/providers/oauth2/1/`;
    const init = { method: 'PATCH', body: JSON.stringify({ name: 'Portainer' }), headers };
    const response = await server.backchannel(path, init);
    return { status: response.status, answer: await response.json() };
  };

  test('reads by cookie, and writes with the header and from its own origin only', async () => {
    const session = open();
    const own = { ...cookies(session), 'x-authentik-csrf': session.csrf };
    const refusal = (words: string) => ({ status: 403, answer: { detail: expect.stringContaining(words) } });
    expect(await rename(cookies(session))).toEqual(refusal('CSRF token missing'));
    expect(await rename({ ...own, 'x-authentik-csrf': 'other' })).toEqual(refusal('incorrect'));
    const foreign = 'chrome-extension://abcdefghijklmnop';
    expect(await rename({ ...own, origin: foreign })).toEqual(refusal(foreign));
    expect(authentik.writes).toEqual([]);
    expect((await rename({ ...own, origin: 'https://authentik.company' })).status).toBe(200);
  });

  test('that is over is asked for credentials', async () => {
    const session = open();
    authentik.endSessions();
    const detail = 'Authentication credentials were not provided.';
    expect(await rename(cookies(session))).toEqual({ status: 403, answer: { detail } });
  });
});

describe('a fault', () => {
  beforeEach(() => start('2026.8'));
  const list = '/providers/oauth2/';

  test('hits the call it is for, as often as it is told', async () => {
    authentik.fault({ kind: 'answer', status: 403, body: { detail: 'no' }, at: list, after: 1, times: 1 });
    expect((await call('/core/users/me/')).status).toBe(200);
    expect([(await call(list)).status, (await call(list)).status, (await call(list)).status]).toEqual([200, 403, 200]);
    authentik.fault({ kind: 'answer', status: 403, body: { detail: 'no' }, at: list });
    authentik.clearFaults();
    expect((await call(list)).status).toBe(200);
  });

  test('of authentik’s own making keeps the contract', async () => {
    authentik.fault({ kind: 'answer', status: 403, body: { message: 'no' } });
    expect((await call(list)).status).toBe(500);
    expect(authentik.violations.splice(0)).toEqual([expect.stringContaining('detail')]);
  });

  test('may be a page, a way to somewhere else, or the login', async () => {
    authentik.fault({ kind: 'html', status: 200, times: 1 });
    expect(await call(list)).toMatchObject({ status: 200, answer: expect.stringContaining('<!doctype html>') });
    const redirected = async () =>
      (await server.backchannel(`${authentik.baseUrl}/api/v3${list}`)).headers.get('location');
    authentik.fault({ kind: 'redirect', to: 'https://elsewhere.example/', times: 1 });
    expect(await redirected()).toBe('https://elsewhere.example/');
    authentik.fault({ kind: 'login', times: 1 });
    expect(await redirected()).toContain('/if/flow/');
  });

  test('may be half an answer, none, or one that is too large', async () => {
    authentik.fault({ kind: 'half', times: 1 });
    await expect(call(list)).rejects.toThrow();
    authentik.fault({ kind: 'offline', times: 1 });
    await expect(call(list)).rejects.toThrow();
    authentik.fault({ kind: 'huge', bytes: 2_000_000, times: 1 });
    expect((await call(list)).answer.detail).toHaveLength(2_000_000);
  });

  test('may be slowness, or somebody else’s write just before', async () => {
    const gate = Promise.withResolvers<void>();
    authentik.fault({ kind: 'slow', until: gate.promise, times: 1 });
    const slow = call(list);
    expect((await call('/core/users/me/')).status).toBe(200);
    gate.resolve();
    expect((await slow).status).toBe(200);

    const happens = (): void => authentik.configure('portainer', { redirectUris: [callback] });
    authentik.fault({ kind: 'meanwhile', happens, at: '/providers/oauth2/{id}/', method: 'GET', times: 1 });
    expect((await call('/providers/oauth2/1/')).answer.redirect_uris).toMatchObject([{ url: callback }]);
  });
});

describe('a login', () => {
  beforeEach(() => start('2026.8'));
  const change = (json: object) => call('/providers/oauth2/1/', { method: 'PATCH', json });

  test('without a signing key has HS256 and an empty list of keys', async () => {
    await change({ signing_key: null });
    const document = await openId('portainer/.well-known/openid-configuration');
    expect(document).toMatchObject({ id_token_signing_alg_values_supported: ['HS256'] });
    expect(await openId('portainer/jwks/')).toEqual({});
  });

  test('is refused when no grant type is allowed', async () => {
    expect(await authorizeStatus('https://portainer.company/')).toBe(303);
    await change({ grant_types: [] });
    expect(await authorizeStatus('https://portainer.company/')).toBe(400);
  });

  test.each([
    ['https://portainer\\.company/.*', 'https://portainer.company/x', 303],
    ['https://portainer\\.company/', 'https://portainer.company/x', 400],
    ['https://portainer.company/[', 'https://portainer.company/[', 303],
  ])('is compared with the pattern %s as a whole', async (url, uri, status) => {
    await change({ redirect_uris: [{ matching_mode: 'regex', url }] });
    expect(await authorizeStatus(uri)).toBe(status);
  });

  test('does not go to an address for the logout', async () => {
    const url = 'https://portainer.company/';
    await change({ redirect_uris: [{ matching_mode: 'strict', url, redirect_uri_type: 'logout' }] });
    expect(await authorizeStatus(url)).toBe(400);
  });
});

async function openId(path: string): Promise<unknown> {
  return (await server.backchannel(`${authentik.baseUrl}/application/o/${path}`)).json();
}

/** 303: on to the login page; 400: a page that names the fault. */
async function authorizeStatus(redirectUri: string): Promise<number> {
  const query = new URLSearchParams({
    client_id: portainer.clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'openid',
  });
  return (await server.backchannel(`${authentik.baseUrl}/application/o/authorize/?${query}`)).status;
}
