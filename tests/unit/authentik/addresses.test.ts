// @vitest-environment node
/** Every address a person may paste is understood, and what cannot be is named. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { understandAddress } from '@/authentik/addresses';
import { endpoints, reservedSlugs } from '@/authentik/endpoints';
import { anyUrl } from '../strange-text';

const base = 'https://authentik.company';

describe('understandAddress', () => {
  it.each([
    // Base URLs.
    ['https://authentik.company', { baseUrl: base }],
    ['https://authentik.company/', { baseUrl: base }],
    ['  HTTPS://Authentik.Company:443/  ', { baseUrl: base }],
    ['https://authentik.company:9443//', { baseUrl: `${base}:9443` }],
    ['https://authentik.company/auth', { baseUrl: `${base}/auth` }],
    ['https://authentik.company/sso/auth/', { baseUrl: `${base}/sso/auth` }],
    ['https://authentik.company/my/application/', { baseUrl: `${base}/my/application` }],
    ['http://localhost:9000', { baseUrl: 'http://localhost:9000' }],
    // Issuers and endpoints, also with a slash lost or doubled, and with what a browser's address bar adds.
    ['https://authentik.company/application/o/personio', { baseUrl: base, slug: 'personio' }],
    ['https://authentik.company//application/o/personio/', { baseUrl: base, slug: 'personio' }],
    ['https://authentik.company/application/o/', { baseUrl: base }],
    ['https://authentik.company/application/o/token', { baseUrl: base }],
    ['https://authentik.company/application/o/device/', { baseUrl: base }],
    ['https://authentik.company/application/o/authorize/?client_id=a&scope=openid#x', { baseUrl: base }],
    [
      'https://authentik.company/auth/application/o/application/jwks/',
      { baseUrl: `${base}/auth`, slug: 'application' },
    ],
    ['https://authentik.company/application/o/o/end-session/?next=/', { baseUrl: base, slug: 'o' }],
    ['https://authentik.company/application/o/my%20app/', { baseUrl: base, slug: 'my app' }],
    ['https://authentik.company/application/o/100%/', { baseUrl: base, slug: '100%' }],
    // Discovery and metadata.
    ['https://authentik.company/.well-known/openid-configuration', { baseUrl: base }],
    [
      'https://authentik.company/auth/.well-known/oauth-authorization-server/application/o/espocrm/',
      { baseUrl: `${base}/auth`, slug: 'espocrm' },
    ],
    [
      'https://authentik.company/.well-known/oauth-authorization-server/auth/application/o/espocrm',
      { baseUrl: `${base}/auth`, slug: 'espocrm' },
    ],
    // Pages of authentik's own interface.
    ['https://authentik.company/if/admin/#/core/applications/espocrm', { baseUrl: base, slug: 'espocrm' }],
    [
      'https://authentik.company/auth/if/admin/#/core/applications/espocrm;%7B%22page%22%3A%22page-overview%22%7D',
      { baseUrl: `${base}/auth`, slug: 'espocrm' },
    ],
    ['https://authentik.company/if/admin/#/core/applications;%7B%22createWizard%22%3Atrue%7D', { baseUrl: base }],
    ['https://authentik.company/if/admin/?ref=mail#/core/providers/7;%7B%7D', { baseUrl: base }],
    ['https://authentik.company/if/user/#/library', { baseUrl: base }],
    ['https://authentik.company/if/flow/default-authentication-flow/?next=%2F', { baseUrl: base }],
    ['https://authentik.company/auth/api/v3/core/applications/?page=1', { baseUrl: `${base}/auth` }],
  ])('understands %s', (address, expected) => {
    expect(understandAddress(address)).toEqual({ ok: true, value: expected });
  });

  it.each([
    ['', 'not-url'],
    ['authentik.company', 'not-url'],
    ['authentik.company:9443', 'not-url'],
    ['//authentik.company', 'not-url'],
    ['https:authentik.company', 'not-url'],
    ['ftp://authentik.company', 'not-url'],
    ['javascript:alert(1)', 'not-url'],
    ['https://', 'not-url'],
    ['https://authentik company', 'not-url'],
    [`https://authentik.company/${'a'.repeat(2048)}`, 'not-url'],
    ['https://jane@authentik.company', 'user-info'],
    ['https://jane:marker@authentik.company/application/o/espocrm/', 'user-info'],
    ['https://authentik.company/?tab=1', 'query'],
    ['https://authentik.company/auth#top', 'query'],
    ['https://authentik.company/application/o/espocrm/tokens/', 'unknown-endpoint'],
    ['https://authentik.company/application/o/token/extra/', 'unknown-endpoint'],
    ['https://authentik.company/application/saml/espocrm/sso/', 'unknown-endpoint'],
  ])('names what is wrong with %s', (address, kind) => {
    expect(understandAddress(address)).toEqual({ ok: false, failure: { kind } });
  });

  const segment = fc
    .stringMatching(/^[a-z0-9][a-z0-9_-]{0,8}$/)
    .filter((text) => !['application', 'if', 'api'].includes(text));
  const slug = fc
    .stringMatching(/^[A-Za-z0-9_-]{1,20}$/)
    .filter((text) => !reservedSlugs.some((reserved) => reserved === text));
  const baseUrl = fc
    .tuple(
      fc.constantFrom('https://authentik.company', 'https://sso.lan:9443', 'http://10.0.0.7:9000', 'https://[fd00::1]'),
      fc.array(segment, { maxLength: 3 }),
    )
    .map(([origin, path]) => [origin, ...path].join('/'));

  it('understands back every address it can derive, with and without the final slash', () => {
    fc.assert(
      fc.property(baseUrl, slug, fc.constantFrom('per_provider', 'global'), fc.boolean(), (url, name, mode, slash) => {
        const all = endpoints(url, name, mode);
        const withSlug = [all.discovery, all.jwks, all.end_session, endpoints(url, name, 'per_provider').issuer];
        const withoutSlug = [all.base_url, all.authorization, all.token, all.userinfo, `${url}/`];
        const typed = (address: string) => (slash ? address : address.replace(/\/$/, ''));
        for (const address of withSlug) {
          expect(understandAddress(typed(address))).toEqual({ ok: true, value: { baseUrl: url, slug: name } });
        }
        for (const address of withoutSlug) {
          expect(understandAddress(typed(address))).toEqual({ ok: true, value: { baseUrl: url } });
        }
      }),
      { numRuns: 300 },
    );
  });

  it('never throws and never invents an origin, whatever is pasted', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), anyUrl), (text) => {
        const answer = understandAddress(text);
        if (answer.ok) expect(new URL(answer.value.baseUrl).origin).toBe(new URL(text.trim()).origin);
      }),
      { numRuns: 1000 },
    );
  });
});
