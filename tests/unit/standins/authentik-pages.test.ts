// @vitest-environment node
/** The stand-in authentik's pages in the browser, without one: the way in, what the first page says, probes without a login. */
import { afterEach, describe, expect, test } from 'vitest';
import { passwordOfAll } from '@/tests/standins/authentik/admin/options';
import { type AuthentikOptions, createAuthentik } from '@/tests/standins/authentik/create-authentik';
import { createServer, type StandInServer } from '@/tests/standins/server';
import type { ProviderSettings } from '@/tests/standins/standin';
import { createVisitor } from '@/tests/standins/visitor';

const user = { username: 'jane', email: 'jane@company.test', name: 'Jane Doe' };
const portainer: ProviderSettings = {
  slug: 'portainer',
  clientId: 'test-client-portainer',
  clientSecret: 'test-secret-of-portainer',
  redirectUris: ['https://portainer.company/'],
  subjectMode: 'hashed_user_id',
  issuerMode: 'per_provider',
};
const flow = '/if/flow/default-authentication-flow/';

let server: StandInServer;
let base: string;

async function start(options: Partial<AuthentikOptions> = {}) {
  server = await createServer();
  const authentik = createAuthentik({ user, providers: [portainer], ...options });
  server.add(authentik);
  base = authentik.baseUrl;
  return authentik;
}

afterEach(() => server.close());

const get = (path: string, headers: HeadersInit = {}) => server.backchannel(`${base}${path}`, { headers });

function signIn(next: string, username: string = user.username, password = passwordOfAll): Promise<Response> {
  const body = new URLSearchParams({ uidField: username, password });
  return server.backchannel(`${base}${flow}?next=${encodeURIComponent(next)}`, { method: 'POST', body });
}

describe.each(['', '/sso'])('below "%s"', (basePath) => {
  test('the base URL leads to the login, which asks for name and password', async () => {
    await start({ basePath });
    const first = await get('/');
    const next = encodeURIComponent(`${basePath}/`);
    expect(first.headers.get('location')).toBe(`${basePath}/flows/-/default/authentication/?next=${next}`);
    const second = await get(`/flows/-/default/authentication/?next=${next}`);
    expect(second.headers.get('location')).toBe(`${basePath}${flow}?next=${next}`);
    const page = await get(`${flow}?next=${next}`);
    expect(page.status).toBe(200);
    expect(page.headers.getSetCookie()).toEqual([]);
    const text = await page.text();
    expect(text).toMatch(/<ak-flow-executor>[\s\S]*name="password"/);
    expect(text).toContain(`base: "${base}/"`);
  });

  test('the right password opens a session and leads on, hash included', async () => {
    await start({ basePath });
    const wanted = `${basePath}/if/admin/#/core/providers/1`;
    const response = await signIn(wanted);
    expect(response.headers.get('location')).toBe(wanted);
    const path = `${basePath}/`;
    expect(response.headers.getSetCookie()).toEqual([
      expect.stringMatching(new RegExp(`^authentik_session=\\w+; Path=${path}; Secure; HttpOnly; SameSite=None$`)),
      expect.stringMatching(new RegExp(`^authentik_csrf=\\w+; Path=${path}; Secure; SameSite=Lax$`)),
    ]);
    const cookie = response.headers.getSetCookie().map((line) => line.split(';')[0]);
    const me = await get('/api/v3/core/users/me/', { cookie: cookie.join('; ') });
    expect(await me.json()).toMatchObject({ user: { username: user.username, is_superuser: true } });
    expect((await get('/', { cookie: cookie.join('; ') })).headers.get('location')).toBe(`${basePath}/if/user/`);
  });

  test.each(['https://portainer.company/', '//portainer.company/', 'javascript:void 0', ''])(
    'nobody is led away to "%s"',
    async (next) => {
      await start({ basePath });
      expect((await signIn(next)).headers.get('location')).toBe(`${basePath}/`);
    },
  );

  test.each([
    ['a wrong password', user.username, 'test password of nobody'],
    ['an unknown name', 'nobody', passwordOfAll],
  ])('%s opens nothing', async (_kind, username, password) => {
    await start({ basePath });
    const response = await signIn('/', username, password);
    expect(response.status).toBe(200);
    expect(response.headers.getSetCookie()).toEqual([]);
    expect(await response.text()).toContain('Failed to authenticate.');
  });
});

test('another account gets in with the rights it was given', async () => {
  const authentik = await start({
    tokens: [{ key: 'test-token', intent: 'api', username: 'helper', rights: [], expired: false }],
  });
  authentik.grant('helper', ['view_application']);
  const cookie = (await signIn('/', 'helper')).headers.getSetCookie().map((line) => line.split(';')[0]);
  const status = async (path: string) => (await get(`/api/v3${path}`, { cookie: cookie.join('; ') })).status;
  expect([await status('/core/applications/portainer/'), await status('/providers/oauth2/')]).toEqual([200, 403]);
});

describe('the interface for administrators', () => {
  const page = async (options: Partial<AuthentikOptions> = {}) => {
    await start(options);
    const response = await get('/if/admin/');
    return { response, text: await response.text() };
  };
  const saysBase = (base: string) =>
    expect.stringMatching(new RegExp(`<script>[^<]*window\\.authentik = \\{[^<]*api: \\{\\s+base: "${base}"`));

  test('is served to anybody, with the readable cookie and without a session', async () => {
    const { response, text } = await page();
    expect(response.headers.getSetCookie()).toEqual([expect.stringMatching(/^authentik_csrf=\w+; Path=\/; Secure;/)]);
    expect(text).toMatch(/<body>\s*<ak-message-container><\/ak-message-container>\s*<ak-interface-admin>/);
    expect(text).not.toContain(user.username);
    const [, script = ''] = /src="([^"]+)" type="module"/.exec(text) ?? [];
    expect(script).toBe('/static/dist/admin/AdminInterface-2026.8.3.js');
    const sent = await get(script);
    expect(sent.headers.get('content-type')).toContain('text/javascript');
    expect(await sent.text()).toContain('ak-provider-oauth2-view');
  });

  test('says its base URL, with the sub-path and a slash at the end', async () => {
    expect((await page({ basePath: '/sso' })).text).toEqual(saysBase('https://authentik.company/sso/'));
  });

  test('says none before 2024.12, when there was no sub-path either', async () => {
    const { text } = await page({ version: '2024.8' });
    expect(text).toContain('window.authentik = {');
    expect(text).not.toMatch(/api: |https:/);
    expect(() => createAuthentik({ user, providers: [], version: '2024.8', basePath: '/sso' })).toThrow('sub-paths');
  });

  test('may say a foreign one', async () => {
    const { text } = await page({ admin: { saidBase: 'https://elsewhere.example/' } });
    expect(text).toEqual(saysBase('https://elsewhere.example/'));
  });

  test('may say it in an element', async () => {
    const { text } = await page({ basePath: '/sso', admin: { saysBaseIn: 'meta' } });
    expect(text).toContain('<meta name="ak-base-url" content="https://authentik.company/sso/">');
    expect(text).not.toContain('window.authentik');
  });

  test('is at one address only', async () => {
    await start({ basePath: '/sso' });
    expect((await get('/if/admin')).status).toBe(404);
    expect((await server.backchannel('https://authentik.company/if/admin/')).status).toBe(404);
  });
});

describe.each(['2024.8', '2025.10', '2026.8'] as const)('providers of all protocols in %s', (version) => {
  test('are listed together, and only those of OAuth2 are found as such', async () => {
    const authentik = await start({ version });
    const { pk } = authentik.registry.addOtherProvider('wiki', 'saml');
    const { id } = authentik.signIn({ username: user.username, rights: [], isSuperuser: true });
    const ask = async (path: string) =>
      (await get(`/api/v3/providers${path}`, { cookie: `authentik_session=${id}` })).json();
    expect((await ask('/all/')).results).toMatchObject([
      { name: 'portainer', component: 'ak-provider-oauth2-form' },
      { name: 'wiki', component: 'ak-provider-saml-form' },
    ]);
    expect((await ask(`/all/${pk}/`)).assigned_application_slug).toBeNull();
    expect(await ask(`/oauth2/${pk}/`)).toEqual({ detail: expect.any(String) });
    expect((await ask('/oauth2/')).pagination.count).toBe(1);
  });
});

describe('the authorize address, asked without cookies', () => {
  const right = {
    client_id: portainer.clientId,
    redirect_uri: 'https://portainer.company/',
    response_type: 'code',
    scope: 'openid',
  };
  const probe = async (wrong: object = {}) => {
    const address = `${base}/application/o/authorize/?${new URLSearchParams({ ...right, ...wrong })}`;
    let response = await server.backchannel(address);
    let url = address;
    for (let next = response.headers.get('location'); next !== null; next = response.headers.get('location')) {
      url = new URL(next, url).href;
      response = await server.backchannel(url);
    }
    return { url: new URL(url), status: response.status, text: await response.text() };
  };

  test.each(['', '/sso'])(
    'ends at the login page when client and redirect URI are right, below "%s"',
    async (basePath) => {
      await start({ basePath });
      const { url, status, text } = await probe();
      expect([status, url.pathname]).toEqual([200, `${basePath}${flow}`]);
      expect(text).toContain('name="password"');
      const next = new URL(url.searchParams.get('next') ?? '', url);
      expect(next.pathname).toBe(`${basePath}/application/o/authorize/`);
      expect(Object.fromEntries(next.searchParams)).toMatchObject(right);
    },
  );

  test.each([
    ['client', { client_id: 'nobody' }],
    ['redirect URI', { redirect_uri: 'https://portainer.company/x' }],
  ])('says so before any login when the %s is wrong', async (_kind, wrong) => {
    await start();
    const { url, status } = await probe(wrong);
    expect([status, url.pathname]).toEqual([400, '/application/o/authorize/']);
  });

  test('a browser that signs in there goes on to the app', async () => {
    await start();
    const { url } = await probe();
    const next = url.searchParams.get('next') ?? '';
    const onward = (await signIn(next)).headers.get('location') ?? '';
    const end = await createVisitor(server.backchannel).open(new URL(onward, base), 'portainer.company');
    expect(end.url.searchParams.get('code')).not.toBeNull();
  });
});
