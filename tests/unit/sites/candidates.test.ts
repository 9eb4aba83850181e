/** Which profile is suggested for a page, and what speaks against each. */
import { describe, expect, it } from 'vitest';
import { judgeProfile, type Knowledge, type PageFacts, suggest } from '@/sites/candidates';
import type { Binding, CapturedCallback } from '@/sites/schema';
import { place, profile } from './fixtures';

const page: PageFacts = { ...place, appName: 'Portainer', callbackHosts: [] };

const byName = profile({ id: 'by-name', name: 'Portainer production', clientId: 'a' });
const bySlug = profile({ id: 'by-slug', slug: 'portainer-sso', clientId: 'b' });
const byRedirect = profile({ id: 'by-redirect', redirectUris: ['https://portainer.company/'], clientId: 'c' });
const byCapture = profile({ id: 'by-capture', clientId: 'd' });
const byClient = profile({ id: 'by-client', clientId: 'client-on-page' });
const bound = profile({ id: 'bound', clientId: 'e' });

const binding: Binding = { ...place, id: 'binding-1', profileId: 'bound', choices: {} };
const captured: CapturedCallback = {
  id: 'callback-1',
  url: 'https://portainer.company/',
  app: 'portainer',
  origin: 'https://portainer.company',
  profileId: 'by-capture',
  at: 1,
  how: 'computed',
};

function knowledge(profiles: Knowledge['profiles']): Knowledge {
  return { profiles, bindings: [binding], callbacks: [captured] };
}

describe('suggest', () => {
  const facts = { ...page, clientId: 'client-on-page' };
  const all = [byName, byRedirect, byClient, bound];

  it('takes the bound profile first, then client ID, callback and name', () => {
    expect(suggest(facts, binding, knowledge(all))).toEqual({ profileId: 'bound', why: 'bound' });
    expect(suggest(facts, undefined, knowledge(all))).toEqual({ profileId: 'by-client', why: 'client-id' });
    expect(suggest(page, undefined, knowledge(all))).toEqual({ profileId: 'by-redirect', why: 'callback' });
    expect(suggest(page, undefined, knowledge([bound, byName]))).toEqual({ profileId: 'by-name', why: 'name' });
  });

  it('knows a callback by the redirect URIs, and by what was captured here', () => {
    expect(suggest(page, undefined, knowledge([byName, byCapture]))).toEqual({
      profileId: 'by-capture',
      why: 'callback',
    });
  });

  it('knows a name by the slug, too', () => {
    expect(suggest(page, undefined, knowledge([bound, bySlug]))).toEqual({ profileId: 'by-slug', why: 'name' });
  });

  it('suggests nothing when nothing fits', () => {
    expect(suggest(page, undefined, knowledge([bound]))).toBeUndefined();
    expect(suggest(page, undefined, knowledge([]))).toBeUndefined();
  });

  it('does not take a captured callback of another origin', () => {
    const elsewhere = { ...page, origin: 'https://portainer.company-evil.test' };
    expect(suggest(elsewhere, undefined, knowledge([byCapture]))).toBeUndefined();
  });
});

describe('judgeProfile', () => {
  it('finds nothing against a fresh profile on a fresh page', () => {
    expect(judgeProfile(page, profile(), [])).toEqual({
      profileId: 'profile-1',
      otherClientId: false,
      boundElsewhere: [],
    });
  });

  it.each([
    ['another client ID', 'other', true],
    ['the same client ID', 'test-client-id', false],
    ['an empty box', '', false],
  ])('with %s on the page', (_name, clientId, expected) => {
    expect(judgeProfile({ ...page, clientId }, profile(), []).otherClientId).toBe(expected);
  });

  it('names the other origins a profile is bound at, each once', () => {
    const bindings = [
      { ...binding, origin: 'https://other.company' },
      { ...binding, origin: 'https://other.company', basePath: '/b/' },
      binding,
      { ...binding, origin: 'https://third.company', profileId: 'someone-else' },
    ];
    expect(judgeProfile(page, bound, bindings).boundElsewhere).toEqual(['https://other.company']);
  });

  describe('look-alike stop', () => {
    const stops = (redirectUris: string[], facts: Partial<PageFacts> = {}) =>
      judgeProfile({ ...page, ...facts }, profile({ redirectUris }), []).knownHosts;

    it('stops when every known redirect URI lies on another host', () => {
      const uris = ['https://portainer.company/', 'https://portainer.company/portainer/', 'https://b.company/'];
      expect(stops(uris, { origin: 'https://portainer.company-test' })).toEqual(['portainer.company', 'b.company']);
    });

    it('lets the page through when one of them lies on its origin', () => {
      expect(stops(['https://other.company/', 'https://portainer.company/'])).toBeUndefined();
    });

    it('has nothing to say when no redirect URI is known', () => {
      expect(stops([])).toBeUndefined();
    });

    it('takes another port, and the http twin, for another site', () => {
      expect(stops(['https://portainer.company:8443/'])).toEqual(['portainer.company:8443']);
      expect(stops(['http://portainer.company/'])).toEqual(['http://portainer.company']);
    });

    it("does not count the vendor's own hosts as excluding", () => {
      const facts = { origin: 'https://acme.app.personio.com', callbackHosts: ['login.personio.com'] };
      expect(stops(['https://login.personio.com/callback'], facts)).toBeUndefined();
      expect(stops(['https://login.personio.com/callback', 'https://beta.app.personio.com/x'], facts)).toEqual([
        'beta.app.personio.com',
      ]);
    });
  });
});
