// @vitest-environment node
/** Each line of Check says ok, warning or fault for the right reason, and never fails on what it is given. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Provider } from '@/authentik/api/providers';
import { checkDiscovery } from '@/authentik/check/check-discovery';
import { checkProvider } from '@/authentik/check/check-provider';
import { checkSecret } from '@/authentik/check/check-secret';
import { endpoints } from '@/authentik/endpoints';
import { runs } from '../../thorough';

const base = 'https://authentik.company';
const own = endpoints(base, 'portainer', 'per_provider');
const expected = {
  endpoints: own,
  otherIssuer: endpoints(base, 'portainer', 'global').issuer,
  scopes: ['openid', 'email'],
  needsKeys: true,
};

const healthy = {
  issuer: 'https://authentik.company/application/o/portainer/',
  authorization_endpoint: 'https://authentik.company/application/o/authorize/',
  token_endpoint: 'https://authentik.company/application/o/token/',
  userinfo_endpoint: 'https://authentik.company/application/o/userinfo/',
  end_session_endpoint: 'https://authentik.company/application/o/portainer/end-session/',
  jwks_uri: 'https://authentik.company/application/o/portainer/jwks/',
  scopes_supported: ['openid', 'email', 'profile'],
  id_token_signing_alg_values_supported: ['RS256'],
  claims_supported: ['sub'],
};

const lines = (changes: object, needs: object = {}) =>
  Object.fromEntries(checkDiscovery({ ...healthy, ...changes }, { ...expected, ...needs }).map((one) => [one.id, one]));

const levels = (changes: object, needs: object = {}) =>
  Object.values(lines(changes, needs)).map(({ id, level }) => `${id} ${level}`);

describe('checkDiscovery', () => {
  it('finds a healthy provider healthy', () => {
    expect(levels({})).toEqual(['discovery ok', 'issuer ok', 'endpoints ok', 'scopes ok', 'signing ok']);
    expect(Object.values(lines({})).flatMap(({ differences }) => differences)).toEqual([]);
  });

  it.each([
    ['https://authentik.company/application/o/portainer', 'slash'],
    ['http://authentik.company/application/o/portainer/', 'scheme'],
    ['https://authentik.internal/application/o/portainer/', 'origin'],
    ['https://authentik.company:9443/application/o/portainer/', 'origin'],
    ['https://authentik.company/', 'issuer-mode'],
    ['https://authentik.company/application/o/Portainer/', 'other'],
    ['no address', 'other'],
  ])('compares the issuer to the letter: %s', (issuer, cause) => {
    expect(lines({ issuer })['issuer']).toEqual({
      id: 'issuer',
      level: 'fault',
      differences: [{ what: 'issuer', expected: own.issuer, found: issuer, cause }],
    });
  });

  it('names every endpoint that differs, as behind a proxy that hides https', () => {
    const changes = {
      token_endpoint: 'http://authentik.company/application/o/token/',
      jwks_uri: 'https://inside:9443/application/o/portainer/jwks/',
    };
    expect(lines(changes)['endpoints']).toEqual({
      id: 'endpoints',
      level: 'fault',
      differences: [
        { what: 'token', expected: own.token, found: changes.token_endpoint, cause: 'scheme' },
        { what: 'jwks', expected: own.jwks, found: changes.jwks_uri, cause: 'origin' },
      ],
    });
  });

  it('warns only when nothing but the logout is missing', () => {
    expect(levels({ end_session_endpoint: undefined })).toContain('endpoints warning');
    expect(levels({ end_session_endpoint: undefined, userinfo_endpoint: '' })).toContain('endpoints fault');
  });

  it('names the scopes that authentik would leave out', () => {
    expect(lines({}, { scopes: ['openid', 'groups'] })['scopes']).toEqual({
      id: 'scopes',
      level: 'fault',
      differences: [{ what: 'scope', expected: 'groups', found: 'openid email profile' }],
    });
    expect(levels({}, { scopes: ['openid', 'offline_access'] })).toContain('scopes warning');
    expect(levels({ scopes_supported: undefined })).toContain('scopes warning');
  });

  it.each([
    [['RS256'], true, 'ok'],
    [['HS256'], true, 'fault'],
    [['HS256'], false, 'warning'],
    [['ES256'], true, 'warning'],
    [undefined, true, 'warning'],
  ])('judges tokens signed by %j, keys needed: %s', (found, needsKeys, level) => {
    const changes = { id_token_signing_alg_values_supported: found };
    expect(levels(changes, { needsKeys })).toContain(`signing ${level}`);
  });

  it('names what is missing in a document that is none, and goes no further', () => {
    const { issuer: _issuer, ...rest } = healthy;
    expect(checkDiscovery({ ...rest, jwks_uri: 7 }, expected)).toEqual([
      {
        id: 'discovery',
        level: 'fault',
        differences: [
          { what: 'issuer', expected: '', found: '' },
          { what: 'jwks_uri', expected: '', found: '' },
        ],
      },
    ]);
  });

  it('has an answer to anything', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(checkDiscovery(value, expected)).toMatchObject([{ id: 'discovery', level: 'fault' }]);
        expect(checkSecret(value).level).not.toBe('ok');
      }),
      runs(300),
    );
  });
});

describe('checkSecret', () => {
  it.each([
    [{ error: 'invalid_grant' }, 'ok'],
    [{ error: 'invalid_client', error_description: 'Client authentication failed' }, 'fault'],
    [{ error: 'unsupported_grant_type' }, 'warning'],
    [{}, 'warning'],
    [undefined, 'warning'],
  ])('reads %j', (answer, level) => {
    expect(checkSecret(answer)).toMatchObject({ id: 'secret', level });
  });

  it('tells what authentik said, cut', () => {
    expect(checkSecret({ error: 'invalid_client' }).differences).toEqual([
      { what: 'error', expected: 'invalid_grant', found: 'invalid_client' },
    ]);
    expect(checkSecret({ error: 'x'.repeat(5000) }).differences[0]?.found.length).toBe(100);
  });
});

describe('checkProvider', () => {
  const provider: Provider = {
    pk: 7,
    name: 'Portainer',
    clientId: 'test-client',
    clientType: 'confidential',
    issuerMode: 'per_provider',
    subjectMode: 'hashed_user_id',
    signingKey: 'key-1',
    mappings: [],
    redirectUris: [{ matching_mode: 'strict', url: 'https://portainer.company/' }],
    application: { slug: 'portainer', name: 'Portainer' },
  };
  const wants = { slug: 'portainer', callbacks: ['https://portainer.company/'] };
  const told = (changes: Partial<Provider>, more: object = {}) =>
    checkProvider({ ...provider, ...changes }, { ...wants, ...more }).map(({ id, level }) => `${id} ${level}`);

  it('finds all well where it is', () => {
    expect(told({})).toEqual(['application ok', 'callback ok', 'subject-mode ok']);
    expect(told({ subjectMode: 'user_username' }, { subjectMode: 'user_username', callbacks: [] })).toEqual([
      'application ok',
      'callback ok',
      'subject-mode ok',
    ]);
  });

  it('finds what is missing or other', () => {
    const { application: _application, ...alone } = provider;
    expect(checkProvider({ ...alone, redirectUris: '' }, { ...wants, subjectMode: 'user_username' })).toEqual([
      { id: 'application', level: 'fault', differences: [{ what: 'slug', expected: 'portainer', found: '' }] },
      {
        id: 'callback',
        level: 'fault',
        differences: [{ what: 'redirect_uri', expected: 'https://portainer.company/', found: '' }],
      },
      {
        id: 'subject-mode',
        level: 'fault',
        differences: [{ what: 'sub_mode', expected: 'user_username', found: 'hashed_user_id' }],
      },
    ]);
    expect(told({ application: { slug: 'other', name: 'Other' } })).toContain('application fault');
  });
});
