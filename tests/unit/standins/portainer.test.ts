// @vitest-environment node
/** The stand-in of Portainer over HTTP: its settings API (page sheet portainer.md 4, 5, 7) and its login. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Authentik, createAuthentik } from '@/tests/standins/authentik/create-authentik';
import type { PortainerVersion } from '@/tests/standins/portainer/options';
import { createPortainer } from '@/tests/standins/portainer/portainer';
import { createServer, type StandInServer } from '@/tests/standins/server';
import type { ProviderSettings, StandIn } from '@/tests/standins/standin';
import { createVisitor } from '@/tests/standins/visitor';

const user = { username: 'jane', email: 'jane@company.test', name: 'Jane Doe' };
const home = 'https://portainer.company/';
const provider: ProviderSettings = {
  slug: 'portainer',
  clientId: 'test-client-portainer',
  clientSecret: 'test:secret+with%odd&characters',
  redirectUris: [home],
  subjectMode: 'hashed_user_id',
  issuerMode: 'per_provider',
};
const base = 'https://authentik.company/application/o';

/** What an administrator saves, written by hand from the page sheet. */
const wanted = {
  AuthenticationMethod: 3,
  OAuthSettings: {
    ClientID: provider.clientId,
    ClientSecret: provider.clientSecret,
    AccessTokenURI: `${base}/token/`,
    AuthorizationURI: `${base}/authorize/`,
    ResourceURI: `${base}/userinfo/`,
    RedirectURI: home,
    UserIdentifier: 'preferred_username',
    Scopes: 'email openid profile',
    LogoutURI: `${base}/portainer/end-session/`,
    SSO: true,
    AuthStyle: 0,
  },
};

let server: StandInServer;
let authentik: Authentik;
let portainer: StandIn;
let cookie: string;

async function start(options: Parameters<typeof createPortainer>[0] = {}): Promise<void> {
  server = await createServer();
  authentik = createAuthentik({ user, providers: [provider] });
  portainer = createPortainer({ backchannel: server.backchannel, settingsDelay: 0, ...options });
  server.add(authentik);
  server.add(portainer);
  const page = await server.backchannel(home);
  cookie = page.headers.getSetCookie()[0]?.split(';')[0] ?? '';
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

const save = (body: unknown): Promise<Response> => call('api/settings', 'PUT', body);

/** The name signed in, or null; the steps are those of the app's own login page. */
async function logIn(): Promise<string | null> {
  const { OAuthLoginURI: uri } = await (await call('api/settings/public')).json();
  if (!URL.canParse(uri)) return null;
  const { url, status } = await createVisitor(server.backchannel).open(`${uri}&state=test-state`, 'portainer.company');
  if (status !== 0 || url.searchParams.get('state') !== 'test-state') return null;
  const answer = await call('api/auth/oauth/validate', 'POST', { code: url.searchParams.get('code') });
  cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  return answer.ok ? (await (await call('api/users/me')).json()).Username : null;
}

describe('the settings', () => {
  test('a fresh install signs in internally and has an empty OAuth block', () => {
    expect(portainer.stored()).toEqual({
      method: 1,
      client_id: '',
      client_secret: '',
      authorization: '',
      token: '',
      userinfo: '',
      end_session: '',
      redirect_uri: '',
      user_identifier: '',
      scopes: '',
    });
  });

  test('the secret is kept and never given out', async () => {
    const answers = [await save(wanted), await call('api/settings'), await call('api/settings/public')];
    for (const answer of answers) expect((await answer.text()).includes('ClientSecret')).toBe(false);
    expect(portainer.stored()['client_secret'] === provider.clientSecret).toBe(true);
  });

  test.each([
    ['missing', undefined],
    ['empty', ''],
  ])('a secret that is %s in the body leaves the stored one', async (_how, secret) => {
    await save(wanted);
    await save({ ...wanted, OAuthSettings: { ...wanted.OAuthSettings, ClientSecret: secret } });
    expect(portainer.stored()['client_secret'] === provider.clientSecret).toBe(true);
  });

  test('every write is recorded, also under the other folder', async () => {
    await save({ AuthenticationMethod: 2 });
    await call('portainer/api/settings', 'PUT', { AuthenticationMethod: 1 });
    expect(portainer.writes).toEqual([
      { method: 'PUT', path: '/api/settings', body: { AuthenticationMethod: 2 } },
      { method: 'PUT', path: '/api/settings', body: { AuthenticationMethod: 1 } },
    ]);
  });

  test('nobody but an administrator reads or writes them', async () => {
    cookie = '';
    expect((await call('api/settings')).status).toBe(401);
    expect((await save(wanted)).status).toBe(401);
    expect(portainer.stored()['client_id']).toBe('');
  });
});

describe('what each version shows (page sheet portainer.md 1 to 3, 10)', () => {
  const view = async (version: PortainerVersion): Promise<{ page: string; auth: string; oauth: string }> => {
    await server.close();
    await start({ version });
    const texts = ['', 'templates/settings-auth.html', 'templates/oauth-settings.html'].map(async (path) =>
      (await call(path)).text(),
    );
    const [page = '', auth = '', oauth = ''] = await Promise.all(texts);
    return { page, auth, oauth };
  };

  test.each(['2.0', '2.6'] as const)(
    '%s has the odd box, no boxes of providers, no base, no edition',
    async (version) => {
      const { page, auth, oauth } = await view(version);
      expect(page).not.toMatch(/<base|<html[^>]* data-edition/);
      expect(auth).toContain('<input type="radio" id="registry_auth"');
      expect(auth).not.toContain('name="authSettingsForm"');
      expect(oauth).not.toMatch(/box-selector|oauth_authstyle|auth-style|data-cy/);
      expect(oauth.includes('id="oauth_logout_url"')).toBe(version === '2.6');
      expect(oauth.includes('Use SSO')).toBe(version === '2.6');
    },
  );

  test('2.9.1 has boxes whose handlers sit on their labels, and one block for all providers', async () => {
    const { page, auth, oauth } = await view('2.9.1');
    expect(page).not.toContain('<base');
    expect(auth).toContain('<label-box-selector radio-name="\'authOptions\'"');
    expect(auth).toContain('name="authSettingsForm"');
    expect(oauth).toContain('<label-box-selector radio-name="\'oauth_provider\'"');
    expect(oauth.match(/id="oauth_client_id"/g)).toHaveLength(1);
  });

  test.each(['2.23', '2.45'] as const)(
    '%s has two blocks with the same ids, a base and an edition',
    async (version) => {
      const { page, auth, oauth } = await view(version);
      expect(page).toMatch(/<html[^>]* data-edition="CE">.*<base id="base"/s);
      expect(auth).toContain('<box-selector radio-name="\'authOptions\'"');
      expect(oauth.match(/id="oauth_client_id"/g)).toHaveLength(2);
      expect(oauth).toContain('data-cy="oauth-scopes"');
    },
  );
});

describe('the login', () => {
  test('the address is pasted together without any escaping', async () => {
    await save({ ...wanted, OAuthSettings: { ...wanted.OAuthSettings, Scopes: 'a,b c' } });
    const { OAuthLoginURI: uri } = await (await call('api/settings/public')).json();
    expect(uri).toBe(
      `${base}/authorize/?response_type=code&client_id=test-client-portainer&redirect_uri=https://portainer.company/&scope=a,b c`,
    );
  });

  test.each([0, 1, 2])('signs the user in by what was saved, auth style %i', async (AuthStyle) => {
    await save({ ...wanted, OAuthSettings: { ...wanted.OAuthSettings, AuthStyle } });
    expect([await logIn(), portainer.lastLoginError()]).toEqual(['jane', null]);
  });

  test('the e-mail address serves too, where users are named by it', async () => {
    await server.close();
    await start({ users: [user.email] });
    await save({ ...wanted, OAuthSettings: { ...wanted.OAuthSettings, UserIdentifier: 'email' } });
    expect(await logIn()).toBe(user.email);
  });

  test('a user who does not exist beforehand is refused in the words of the app', async () => {
    await server.close();
    await start({ users: ['joe'] });
    await save(wanted);
    expect(await logIn()).toBeNull();
    expect(portainer.lastLoginError()).toContain('Account not created beforehand in Portainer');
  });

  test.each([
    ['method', 1],
    ['client_id', null],
    ['client_secret', null],
    ['authorization', null],
    ['token', null],
    ['userinfo', null],
    ['redirect_uri', null],
    ['user_identifier', null],
    ['scopes', null],
    ['redirect_uri', 'https://portainer.company'],
    ['scopes', 'email,openid,profile'],
    ['token', `${base}/token`],
    ['client_secret', 'test-wrong-secret'],
  ])('fails when the saved %s is changed to %s', async (key, value) => {
    await save(wanted);
    portainer.tamper(key, value);
    expect(await logIn()).toBeNull();
  });

  test('the address to log out at is not asked for', async () => {
    await save(wanted);
    portainer.tamper('end_session', null);
    expect(await logIn()).toBe('jane');
  });

  test('a refused secret is named', async () => {
    await save(wanted);
    authentik.configure('portainer', { clientSecret: 'test-rotated-secret' });
    expect(await logIn()).toBeNull();
    expect(portainer.lastLoginError()).toMatch(/^Unable to authenticate through OAuth: invalid_client/);
  });
});

test('an unknown setting cannot be tampered with', () => {
  expect(() => portainer.tamper('jwks', null)).toThrow('Portainer keeps no setting named jwks.');
});
