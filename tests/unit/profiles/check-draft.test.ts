// @vitest-environment node
/** Bad input gets a message under its field, and right input none. */
import { describe, expect, it } from 'vitest';
import { checkDraft, type DraftSurroundings } from '@/profiles/check-draft';
import { fieldMessageCodes } from '@/profiles/messages';
import type { Instance, Profile, ProfileDraft } from '@/profiles/schema';
import { draft, testSecret, testToken, tokenDraft } from './drafts';

const instance: Instance = {
  id: 'i1',
  name: 'Company',
  baseUrl: 'https://authentik.company',
  issuerMode: 'per_provider',
};
const stored: Profile = {
  kind: 'oidc-client',
  id: 'p1',
  revision: 1,
  instanceId: 'i1',
  name: 'EspoCRM',
  slug: 'espocrm',
  clientId: 'test-client',
  clientSecret: 'TEST-stored',
  scopes: ['openid'],
  redirectUris: [],
};
const storedToken: Profile = {
  kind: 'api-token',
  id: 't1',
  revision: 1,
  instanceId: 'i1',
  name: 'Directory sync',
  token: 'TEST-stored-token',
};
const nothing: DraftSurroundings = { instances: [], profiles: [], keepsSecrets: true };
const one: DraftSurroundings = { instances: [instance], profiles: [stored], keepsSecrets: true };

const seen = new Set<string>();

/** The messages in short: field, level, code and substitutions. */
function check(changes: Partial<ProfileDraft>, surroundings = nothing): string[] {
  return short(draft(changes), surroundings);
}

function checkToken(changes: Partial<ProfileDraft>, surroundings = nothing): string[] {
  return short(tokenDraft(changes), surroundings);
}

function short(typed: ProfileDraft, surroundings: DraftSurroundings): string[] {
  const { messages } = checkDraft(typed, surroundings);
  for (const { code } of messages) seen.add(code);
  return messages.map(({ field, level, code, substitutions = [] }) =>
    [field, level, code, ...substitutions].join(' | '),
  );
}

describe('checkDraft', () => {
  it('finds nothing wrong with a right draft, and says what it understood', () => {
    expect(checkDraft(draft(), nothing)).toEqual({
      messages: [],
      understood: { baseUrl: 'https://authentik.company', slug: 'portainer' },
      clean: {
        kind: 'oidc-client',
        name: 'Portainer',
        baseUrl: 'https://authentik.company',
        instanceName: 'Company',
        issuerMode: 'per_provider',
        slug: 'portainer',
        clientId: 'test-client-id',
        secret: testSecret,
        scopes: ['openid', 'email', 'profile'],
        redirectUris: [],
      },
    });
  });

  it('takes base URL and slug from any address, and the name from the slug', () => {
    const address = 'https://sso.company/auth/if/admin/#/core/applications/grafana;%7B%7D';
    const checked = checkDraft(draft({ address, slug: '', name: ' ' }), nothing);
    expect(checked.understood).toEqual({ baseUrl: 'https://sso.company/auth', slug: 'grafana' });
    expect(checked.clean).toMatchObject({ baseUrl: 'https://sso.company/auth', slug: 'grafana', name: 'grafana' });
  });

  it.each<[Partial<ProfileDraft>, string[]]>([
    [{ address: '  ' }, ['address | error | addressMissing']],
    [{ address: 'authentik.company/auth' }, ['address | error | addressNotUrl | https://authentik.company']],
    [{ address: 'authentik.company:9443' }, ['address | error | addressNotUrl | https://authentik.company:9443']],
    [{ address: 'our server' }, ['address | error | addressNotUrl']],
    [{ address: 'mailto:jane@authentik.company' }, ['address | error | addressNotUrl']],
    [{ address: 'http://authentik.company' }, ['address | error | addressHttpPublic | authentik.company']],
    [{ address: 'http://authentik:9000' }, ['address | warning | addressHttpPrivate | authentik:9000']],
    [{ address: 'http://127.0.0.1:9000' }, ['address | warning | addressHttpPrivate | 127.0.0.1:9000']],
    [{ address: 'http://192.168.1.5' }, ['address | warning | addressHttpPrivate | 192.168.1.5']],
    [{ address: 'http://sso.home.arpa' }, ['address | warning | addressHttpPrivate | sso.home.arpa']],
    [{ address: 'https://jane:x@authentik.company' }, ['address | error | addressUserInfo']],
    [{ address: 'https://authentik.company/?a=1' }, ['address | error | addressQuery']],
    [{ address: 'https://authentik.company/#a' }, ['address | error | addressQuery']],
    [{ address: 'https://authentik.company/application/o/x/y/' }, ['address | error | addressUnknownEndpoint']],
    [{ slug: ' ' }, ['slug | error | slugMissing']],
    [{ slug: 'my app' }, ['slug | error | slugCharacters | my app']],
    [{ slug: 'büro' }, ['slug | error | slugCharacters | büro']],
    [{ slug: 'a/b' }, ['slug | error | slugCharacters | a/b']],
    [{ slug: 'x'.repeat(50) }, []],
    [{ slug: 'x'.repeat(51) }, [`slug | warning | slugLong | ${'x'.repeat(51)}`]],
    [{ slug: 'authorize' }, ['slug | error | slugReserved | authorize']],
    [{ slug: 'token' }, ['slug | error | slugReserved | token']],
    [{ slug: 'userinfo' }, ['slug | error | slugReserved | userinfo']],
    [{ slug: 'introspect' }, ['slug | error | slugReserved | introspect']],
    [{ slug: 'revoke' }, ['slug | error | slugReserved | revoke']],
    [{ slug: 'device' }, ['slug | error | slugReserved | device']],
    [{ slug: ' portainer ' }, []],
    [
      { address: 'https://authentik.company/application/o/grafana/' },
      ['slug | error | slugDiffers | grafana | portainer'],
    ],
    [{ address: 'https://authentik.company/application/o/portainer/jwks/' }, []],
    [{ clientId: '' }, ['clientId | error | clientIdMissing']],
    [{ clientId: ' \t ' }, ['clientId | error | clientIdMissing']],
    [{ clientId: 'clíent' }, ['clientId | error | clientIdCharacters']],
    [{ clientId: 'two\nlines' }, ['clientId | error | clientIdCharacters']],
    [{ clientId: 'zero\u200Bwidth' }, ['clientId | error | clientIdCharacters']],
    [{ clientId: 'x'.repeat(255) }, []],
    [{ clientId: 'x'.repeat(256) }, ['clientId | error | clientIdTooLong']],
    [{ clientId: ' test-client ' }, ['clientId | note | clientIdTrimmed']],
    [{ clientSecret: '' }, ['clientSecret | error | clientSecretMissing']],
    [{ clientSecret: '   ' }, ['clientSecret | error | clientSecretMissing']],
    [{ clientSecret: 'TEST-sécret' }, ['clientSecret | error | clientSecretCharacters']],
    [{ clientSecret: 'x'.repeat(256) }, ['clientSecret | error | clientSecretTooLong']],
    [{ clientSecret: `\u00A0${testSecret}\n` }, ['clientSecret | note | clientSecretTrimmed']],
    [{ scopes: ' ' }, ['scopes | error | scopesMissing']],
    [{ scopes: 'openid,email, profile' }, ['scopes | error | scopesComma | openid email profile']],
    [{ scopes: 'openid "my scope"' }, ['scopes | error | scopesCharacters | "my']],
    [{ scopes: 'openid\u00A0email' }, ['scopes | error | scopesCharacters | openid\u00A0email']],
    [{ scopes: 'email profile' }, ['scopes | error | scopesOpenidMissing | openid email profile']],
    [{ scopes: 'OpenID email' }, ['scopes | error | scopesOpenidMissing | openid OpenID email']],
    [{ scopes: 'openid email openid' }, ['scopes | warning | scopesDuplicate | openid']],
    [{ scopes: ' openid\n email\tgoauthentik.io/api ' }, []],
    [{ redirectUris: 'https://a.test/cb\n\nhttps://b.test/' }, []],
    [{ redirectUris: 'https://a.test/cb\n/oauth' }, ['redirectUris | error | redirectUriNotUrl | /oauth']],
    [{ redirectUris: 'https://a.test/#x' }, ['redirectUris | error | redirectUriNotUrl | https://a.test/#x']],
    [{ redirectUris: 'https://u@a.test/' }, ['redirectUris | error | redirectUriNotUrl | https://u@a.test/']],
    [{ redirectUris: 'https://a.test/ x' }, ['redirectUris | error | redirectUriNotUrl | https://a.test/ x']],
  ])('%j', (changes, expected) => {
    expect(check(changes)).toEqual(expected);
  });

  it('says everything that is wrong at once and gives nothing to save', () => {
    const wrong = { address: 'x', slug: 'token', clientId: '', clientSecret: '', scopes: 'email', redirectUris: 'x' };
    const checked = checkDraft(draft(wrong), nothing);
    expect(checked.messages.map(({ field }) => field)).toEqual([
      'address',
      'slug',
      'clientId',
      'clientSecret',
      'scopes',
      'redirectUris',
    ]);
    expect(checked.clean).toBeUndefined();
    expect(checked.understood).toBeUndefined();
  });

  it('gives the trimmed values and each scope and redirect URI once', () => {
    const changes = {
      clientId: ' test-client ',
      clientSecret: ` ${testSecret} `,
      scopes: 'openid email openid',
      redirectUris: ' https://a.test/ \nhttps://a.test/\nhttps://a.test',
    };
    expect(checkDraft(draft(changes), nothing).clean).toMatchObject({
      clientId: 'test-client',
      secret: testSecret,
      scopes: ['openid', 'email'],
      redirectUris: ['https://a.test/', 'https://a.test'],
    });
  });

  it('offers to open the profile that has this instance and slug, in either issuer mode', () => {
    for (const issuerMode of ['per_provider', 'global'] as const) {
      const checked = checkDraft(draft({ slug: 'espocrm', issuerMode }), one);
      expect(checked.messages).toEqual([
        { field: 'slug', level: 'error', code: 'slugTaken', substitutions: ['EspoCRM'], openProfileId: 'p1' },
      ]);
      expect(checked.clean).toBeUndefined();
    }
    expect(check({ slug: 'espocrm' }, one)).toEqual(['slug | error | slugTaken | EspoCRM']);
    expect(check({ slug: 'espocrm', address: 'https://authentik.company/auth' }, one)).toEqual([]);
  });

  it('lets a profile keep its own slug and secret when it is edited', () => {
    const edited = { id: 'p1', slug: 'espocrm', clientSecret: '' };
    expect(check(edited, one)).toEqual([]);
    expect(checkDraft(draft(edited), one).clean?.secret).toBe('');
    expect(check({ ...edited, clientSecret: '  ' }, one)).toEqual(['clientSecret | error | clientSecretMissing']);
    const { clientSecret: _, ...bare } = stored;
    expect(check(edited, { ...one, profiles: [bare] })).toEqual(['clientSecret | error | clientSecretMissing']);
  });

  it('asks for no secret where none are kept, and says so when one is typed', () => {
    const keepsNone = { ...nothing, keepsSecrets: false };
    expect(check({ clientSecret: '' }, keepsNone)).toEqual([]);
    expect(check({}, keepsNone)).toEqual(['clientSecret | note | clientSecretNotKept']);
  });

  it('never repeats a secret in a message', () => {
    for (const clientSecret of [` ${testSecret} `, `${testSecret}ü`, testSecret.repeat(20)]) {
      const { messages } = checkDraft(draft({ clientSecret }), nothing);
      expect(messages.length).toBeGreaterThan(0);
      expect(JSON.stringify(messages)).not.toContain(testSecret);
    }
  });

  it('looks at nothing but address, name and token of an API token', () => {
    expect(checkDraft(tokenDraft(), nothing)).toEqual({
      messages: [],
      understood: { baseUrl: 'https://authentik.company' },
      clean: {
        kind: 'api-token',
        name: 'Directory sync',
        baseUrl: 'https://authentik.company',
        instanceName: 'Company',
        secret: testToken,
      },
    });
  });

  it.each([
    'https://sso.company/auth',
    'https://sso.company/auth/',
    'https://sso.company/auth/if/admin/#/core/tokens',
    'https://sso.company/auth/application/o/grafana/',
    'https://sso.company/auth/application/o/grafana/.well-known/openid-configuration',
    'https://sso.company/auth/api/v3/core/tokens/',
  ])('takes the base URL of a token from %s, and names it by the host', (address) => {
    const checked = checkDraft(tokenDraft({ address, name: ' ' }), nothing);
    expect(checked.understood).toEqual({ baseUrl: 'https://sso.company/auth' });
    expect(checked.clean).toMatchObject({ baseUrl: 'https://sso.company/auth', name: 'sso.company' });
  });

  it.each<[Partial<ProfileDraft>, string[]]>([
    [{ address: '' }, ['address | error | addressMissing']],
    [{ address: 'http://authentik.company' }, ['address | error | addressHttpPublic | authentik.company']],
    [{ address: 'http://authentik:9000' }, ['address | warning | addressHttpPrivate | authentik:9000']],
    [{ apiToken: '' }, ['apiToken | error | apiTokenMissing']],
    [{ apiToken: ' \t ' }, ['apiToken | error | apiTokenMissing']],
    [{ apiToken: 'TEST-tokén' }, ['apiToken | error | apiTokenCharacters']],
    [{ apiToken: `Bearer ${testToken}` }, ['apiToken | error | apiTokenCharacters']],
    [{ apiToken: `${testToken}\n${testToken}` }, ['apiToken | error | apiTokenCharacters']],
    [{ apiToken: `${testToken}\u200B` }, ['apiToken | error | apiTokenCharacters']],
    [{ apiToken: `\u00A0${testToken}\n` }, ['apiToken | note | apiTokenTrimmed']],
    [{ apiToken: 'x'.repeat(2000) }, []],
    [{ apiToken: 'eyJhbGciOiJub25lIn0.eyJURVNUIjoxfQ.' }, ['apiToken | warning | apiTokenExpires']],
    [{ apiToken: 'TEST-stored' }, []],
  ])('of an API token: %j', (changes, expected) => {
    expect(checkToken(changes)).toEqual(expected);
  });

  it('takes no client secret for a token, and says whose it is', () => {
    expect(checkToken({ apiToken: ' TEST-stored ' }, one)).toEqual([
      'apiToken | note | apiTokenTrimmed',
      'apiToken | error | apiTokenIsSecret | EspoCRM',
    ]);
  });

  it('offers to open the token that has this instance and name', () => {
    const two = { ...one, profiles: [stored, storedToken] };
    for (const name of ['Directory sync', ' Directory sync ']) {
      expect(checkDraft(tokenDraft({ name }), two)).toMatchObject({
        messages: [
          { field: 'name', level: 'error', code: 'nameTaken', substitutions: ['Directory sync'], openProfileId: 't1' },
        ],
      });
    }
    expect(checkToken({}, two)).toEqual(['name | error | nameTaken | Directory sync']);
    expect(checkToken({ address: 'https://authentik.company/auth' }, two)).toEqual([]);
    expect(checkToken({ name: 'EspoCRM' }, two)).toEqual([]);
    expect(checkToken({ id: 't1', apiToken: '' }, two)).toEqual([]);
    const hosts = { ...one, profiles: [{ ...storedToken, name: 'authentik.company' }] };
    expect(checkToken({ name: '' }, hosts)).toEqual(['name | error | nameTaken | authentik.company']);
  });

  it('asks for the token again when none is stored, and never where none are kept', () => {
    const { token: _, ...bare } = storedToken;
    const edited = { id: 't1', apiToken: '' };
    expect(checkToken(edited, { ...one, profiles: [bare] })).toEqual(['apiToken | error | apiTokenMissing']);
    const keepsNone = { ...nothing, keepsSecrets: false };
    expect(checkToken({ apiToken: '' }, keepsNone)).toEqual([]);
    expect(checkToken({}, keepsNone)).toEqual(['apiToken | note | apiTokenNotKept']);
  });

  it('takes the secret of another kind for none', () => {
    const asToken = { id: 'p1', apiToken: '' };
    expect(checkToken(asToken, one)).toEqual(['apiToken | error | apiTokenMissing']);
  });

  it('never repeats a token in a message', () => {
    for (const apiToken of [` ${testToken} `, `${testToken}ü`, `${testToken} ${testToken}`]) {
      const { messages } = checkDraft(tokenDraft({ apiToken }), nothing);
      expect(messages.length).toBeGreaterThan(0);
      expect(JSON.stringify(messages)).not.toContain(testToken);
    }
  });

  it('has used every code on the list above', () => {
    expect([...seen].sort()).toEqual([...fieldMessageCodes].sort());
  });
});
