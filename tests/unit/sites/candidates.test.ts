/** Which profile is suggested for a page, and what speaks against each. */
import { describe, expect, it } from 'vitest';
import { judgeProfile, type Knowledge, type PageFacts, suggest, usable } from '@/sites/candidates';
import type { Binding, CapturedCallback } from '@/sites/schema';
import { place, profile, token } from './fixtures';

const page: PageFacts = { ...place, appName: 'Portainer', callbackHosts: [], kinds: ['oidc-client'] };

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

describe('kinds of profile', () => {
  const directory: PageFacts = {
    ...page,
    app: 'openlane',
    form: 'page',
    appName: 'Openlane',
    kinds: ['api-token', 'oidc-client'],
  };
  const openlaneToken = token({ id: 'token-openlane', name: 'Read for Openlane' });
  const openlaneClient = profile({ id: 'client-openlane', slug: 'openlane', clientId: 'client-on-page' });
  const all = [byName, openlaneClient, token(), openlaneToken];
  const known = (profiles: Knowledge['profiles']) => ({ ...knowledge(profiles), callbacks: [] });

  it('takes only those the form takes, the better kind first', () => {
    expect(usable(directory, all).map(({ id }) => id)).toEqual([
      'token-1',
      'token-openlane',
      'by-name',
      'client-openlane',
    ]);
    expect(usable(page, all).map(({ id }) => id)).toEqual(['by-name', 'client-openlane']);
    expect(usable({ ...page, kinds: ['api-token'] }, [byName])).toEqual([]);
  });

  it('suggests the better kind where both fit, and the other where only that fits', () => {
    const withId = { ...directory, clientId: 'client-on-page' };
    expect(suggest(withId, undefined, known(all))).toEqual({ profileId: 'token-openlane', why: 'name' });
    expect(suggest(directory, undefined, known([openlaneClient, token()]))).toEqual({
      profileId: 'client-openlane',
      why: 'name',
    });
  });

  it('suggests the bound one of whatever kind, unless the form does not take it', () => {
    const here = { ...binding, ...directory, profileId: 'client-openlane' };
    expect(suggest(directory, here, known(all))).toEqual({ profileId: 'client-openlane', why: 'bound' });
    expect(suggest({ ...directory, kinds: ['api-token'] }, here, known(all))).toEqual({
      profileId: 'token-openlane',
      why: 'name',
    });
  });

  it('never suggests a token for a client form', () => {
    expect(suggest(page, undefined, known([token({ name: 'Portainer' })]))).toBeUndefined();
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

    it('A5: stops when every known redirect URI lies on another host', () => {
      const uris = ['https://portainer.company/', 'https://portainer.company/portainer/', 'https://b.company/'];
      expect(stops(uris, { origin: 'https://portainer.company-test' })).toEqual(['portainer.company', 'b.company']);
    });

    it('lets the page through when one of them lies on its origin', () => {
      expect(stops(['https://other.company/', 'https://portainer.company/'])).toBeUndefined();
    });

    it('has nothing to say when no redirect URI is known', () => {
      expect(stops([])).toBeUndefined();
    });

    it('A5: takes another port, and the http twin, for another site', () => {
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

  describe('of an API token', () => {
    const sync = { ...binding, app: 'openlane', form: 'page', profileId: 'token-1' };
    const facts: PageFacts = { ...page, app: 'openlane', form: 'page', origin: 'https://console.openlane.test' };
    const at = (...origins: string[]) => origins.map((origin) => ({ ...sync, origin }));

    it('has nothing to say at its first place, whatever client ID the page holds', () => {
      expect(judgeProfile({ ...facts, clientId: 'other' }, token(), [])).toEqual({
        profileId: 'token-1',
        otherClientId: false,
        boundElsewhere: [],
      });
    });

    it.each([
      ['a look-alike', 'https://console.openlane-test', 'console.openlane-test'],
      ['another port', 'https://console.openlane.test:8443', 'console.openlane.test:8443'],
      ['the http twin', 'http://console.openlane.test', 'http://console.openlane.test'],
    ])('stops where the app has it at %s', (_name, origin, host) => {
      expect(judgeProfile(facts, token(), at(origin))).toMatchObject({ boundElsewhere: [origin], knownHosts: [host] });
    });

    it('does not stop where it is bound already, or where only another app or profile has it', () => {
      const others = at('https://other.company');
      expect(judgeProfile(facts, token(), [...others, ...at(facts.origin)])).not.toHaveProperty('knownHosts');
      const otherApp = others.map((one) => ({ ...one, app: 'crm' }));
      expect(judgeProfile(facts, token(), otherApp)).toEqual({
        profileId: 'token-1',
        otherClientId: false,
        boundElsewhere: ['https://other.company'],
      });
      const otherProfile = others.map((one) => ({ ...one, profileId: 'token-2' }));
      expect(judgeProfile(facts, token(), otherProfile).boundElsewhere).toEqual([]);
    });
  });
});
