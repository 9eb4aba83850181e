// @vitest-environment node
/** The stand-in authentik's API: who is let in with which key, and what a directory sync reads there. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ApiToken, readingRights } from '@/tests/standins/authentik/api-tokens';
import { type Authentik, createAuthentik } from '@/tests/standins/authentik/create-authentik';
import { createServer, type StandInServer } from '@/tests/standins/server';

const user = { username: 'jane', email: 'jane@company.test', name: 'Jane Doe' };
const token: ApiToken = {
  key: 'test-token-of-openlane',
  intent: 'api',
  username: 'svc-openlane',
  rights: readingRights,
  expired: false,
};
const clientSecret = 'test-secret-of-portainer';

let server: StandInServer;
let authentik: Authentik;

async function start(basePath = ''): Promise<void> {
  server = await createServer();
  const settings = { slug: 'portainer', clientId: 'test-client', clientSecret, redirectUris: [] };
  authentik = createAuthentik({
    basePath,
    user,
    providers: [{ ...settings, subjectMode: 'hashed_user_id', issuerMode: 'per_provider' }],
    tokens: [token],
  });
  server.add(authentik);
}

beforeEach(() => start());
afterEach(() => server.close());

async function get(path: string, key: string | null = token.key, init: RequestInit = {}) {
  const headers = new Headers(key === null ? {} : { authorization: `Bearer ${key}` });
  const response = await server.backchannel(`${authentik.baseUrl}${path}`, { headers, ...init });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  return { status: response.status, isJson, answer: isJson ? JSON.parse(text) : null };
}

const endpoints = ['/core/users/me/', '/admin/system/', '/core/users/', '/core/groups/', '/core/brands/?default=true'];
const refused = { status: 403, isJson: true, answer: { detail: 'Token invalid/expired' } };

describe('a key', () => {
  test.each(endpoints)('of the right kind with its rights opens %s, below a sub-path too', async (path) => {
    expect(await get(`/api/v3${path}`)).toMatchObject({ status: 200, isJson: true });
    await server.close();
    await start('/sso');
    expect(await get(`/api/v3${path}`)).toMatchObject({ status: 200, isJson: true });
  });

  test.each([
    ['nobody’s', 'test-token-of-nobody'],
    ['a client’s secret', clientSecret],
    ['an app password', 'test-app-password'],
    ['an expired one', 'test-token-expired'],
  ])('that is %s is refused in authentik’s words', async (_kind, key) => {
    authentik.addToken({ ...token, key: 'test-app-password', intent: 'app_password' });
    authentik.addToken({ ...token, key: 'test-token-expired', expired: true });
    expect(await get('/api/v3/core/users/me/', key)).toEqual(refused);
  });

  test('is asked for, as a bearer', async () => {
    const missing = { status: 403, answer: { detail: 'Authentication credentials were not provided.' } };
    expect(await get('/api/v3/core/users/me/', null)).toMatchObject(missing);
    const basic = { headers: { authorization: `Basic ${token.key}` } };
    const unsupported = { status: 403, answer: { detail: 'Unsupported authentication type' } };
    expect(await get('/api/v3/core/users/me/', null, basic)).toMatchObject(unsupported);
  });

  test.each([
    ['view_system_info', '/admin/system/'],
    ['view_brand', '/core/brands/'],
    ['view_user', '/core/users/'],
    ['view_group', '/core/groups/'],
  ] as const)('without %s does not open %s, and still says whose it is', async (right, path) => {
    authentik.configureToken(token.key, { rights: readingRights.filter((known) => known !== right) });
    expect(await get(`/api/v3${path}`)).toMatchObject({
      status: 403,
      answer: { detail: 'You do not have permission to perform this action.' },
    });
    expect((await get('/api/v3/core/users/me/')).answer.user.username).toBe('svc-openlane');
  });

  test('stops working when it is re-keyed', async () => {
    authentik.configureToken(token.key, { expired: true });
    expect(await get('/api/v3/core/users/')).toEqual(refused);
    expect(() => authentik.configureToken('test-token-of-nobody', {})).toThrow('no token');
  });
});

describe('an address', () => {
  test.each(['/api/v3/core/users/me', '/api/v3/core/users', '//api/v3/core/users/me/', '/sso/api/v3/core/users/me/'])(
    'such as %s is not found, on a page for people',
    async (path) => {
      expect(await get(path)).toEqual({ status: 404, isJson: false, answer: null });
    },
  );

  test('takes no writes', async () => {
    const init = { method: 'POST', headers: { authorization: `Bearer ${token.key}` } };
    expect(await get('/api/v3/core/users/', token.key, init)).toMatchObject({ status: 405 });
  });
});

describe('the directory', () => {
  test('lists people and accounts page by page', async () => {
    const { answer } = await get('/api/v3/core/users/?page=1&page_size=1');
    expect(answer.pagination).toMatchObject({ next: 2, previous: 0, count: 2, current: 1, total_pages: 2 });
    expect(answer.results).toMatchObject([{ username: 'jane', email: user.email, type: 'internal' }]);
    const last = (await get('/api/v3/core/users/?page=2&page_size=1')).answer;
    expect(last.pagination).toMatchObject({ next: 0, previous: 1 });
    expect(last.results).toMatchObject([{ username: 'svc-openlane', type: 'service_account' }]);
  });

  test('lists groups with members, where they are asked for', async () => {
    const withMembers = (await get('/api/v3/core/groups/?include_users=true')).answer.results;
    expect(withMembers).toMatchObject([{ name: 'staff', users_obj: [{ username: 'jane' }] }]);
    const without = (await get('/api/v3/core/groups/?include_users=false')).answer.results;
    expect(without).toMatchObject([{ name: 'staff', users_obj: null }]);
  });
});
