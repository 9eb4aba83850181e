// @vitest-environment node
/** A5: of all places that look like the bound one, only the exact one is filled. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { boundWorld, unwrap } from '../background/profile-world';
import { origin, page, place, secret, type World } from '../background/world';

const fields = ['client_id', 'client_secret'] as const;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: 1_700_000_000_000 });
});

afterEach(() => void vi.useRealTimers());

/** As the browser would name the origin of a page at this address. */
const at = (address: string): string => new URL(address).origin;

const origins: [what: string, origin: string][] = [
  ['a sub-domain', 'https://login.portainer.company'],
  ['a sibling', 'https://portainer2.company'],
  ['the parent domain', 'https://company'],
  ['a suffix look-alike', 'https://portainer.company.evil.test'],
  ['a prefix look-alike', 'https://evil-portainer.company'],
  ['a hyphen for a dot', 'https://portainer-company.test'],
  ['another top-level domain', 'https://portainer.companys'],
  ['another port', 'https://portainer.company:8443'],
  ['the port of http', 'https://portainer.company:80'],
  ['the http twin', 'http://portainer.company'],
  ['the http twin on the port of https', 'http://portainer.company:443'],
  ['a final dot', 'https://portainer.company.'],
  ['a Cyrillic letter, which is punycode', at('https://pоrtainer.company')],
  ['a Greek letter, which is punycode', at('https://pοrtainer.company')],
  ['a soft hyphen that is dropped, before another word', at('https://portainer\u00ad-x.company')],
  ['an address by its number', at('https://0x7f000001/')],
  ['an address of IPv6', at('https://[::ffff:127.0.0.1]/')],
  ['user info before a foreign host', at('https://portainer.company@evil.test/')],
  ['the bound host in a foreign path', at('https://evil.test/https://portainer.company/')],
];

/** No browser names an origin like this; a sender that does is nobody. */
const unserialised: [what: string, origin: string][] = [
  ['capitals', 'https://PORTAINER.company'],
  ['the default port, written out', 'https://portainer.company:443'],
  ['a final slash', 'https://portainer.company/'],
  ['user info', 'https://user@portainer.company'],
  ['blanks around it', ' https://portainer.company '],
  ['an ideographic full stop', 'https://portainer。company'],
];

const places: [what: string, change: Partial<typeof place>][] = [
  ['a base path below', { basePath: '/portainer/' }],
  ['a base path with a slash doubled', { basePath: '//' }],
  ['a base path that climbs back', { basePath: '/x/../' }],
  ['another app', { app: 'palmr', form: 'providers' }],
  ['another app with the form of this one', { app: 'espocrm' }],
  ['another form', { form: 'custom' }],
  ['an app nobody knows', { app: 'toString' }],
];

/** What the place is answered, and what it gets for a consent that is not its own. */
async function everything(world: World, sender = page(), change: Partial<typeof place> = {}, consent = 'made-up') {
  return {
    state: await world.ask(sender, 'page.state', { ...place, ...change, callbacks: [] }),
    plan: await world.ask(sender, 'page.plan', { ...place, ...change }),
    fill: await world.ask(sender, 'page.fill', { consent, fields: [...fields], choices: {} }),
  };
}

async function consentOf(world: World): Promise<string> {
  return unwrap(await world.ask(page(), 'page.plan', place)).consent;
}

describe('A5: the bound place', () => {
  it('gets values and secret, and nobody else has a binding', async () => {
    const { world } = await boundWorld();
    const { state, plan, fill } = await everything(world, page(), {}, await consentOf(world));
    expect(state).toEqual({ button: true });
    expect(plan).toMatchObject({ ok: true });
    // The second plan has made the first consent void, as it should.
    expect(fill).toMatchObject({ failure: { kind: 'consent-spent' } });
    const consent = await consentOf(world);
    expect(await world.ask(page(), 'page.fill', { consent, fields: [...fields], choices: {} })).toEqual({
      ok: true,
      value: { secrets: { client_secret: secret } },
    });
  });

  it.each(origins)('is not %s: %s, granted as it may be', async (_what, other) => {
    const { world } = await boundWorld();
    await world.grant(origin, other);
    const consent = await consentOf(world);
    const answers = await everything(world, page({ origin: other, url: `${other}/` }), {}, consent);
    const isHttp = other.startsWith('http:');
    expect(answers).toEqual({
      state: { button: false },
      plan: { ok: false, failure: { kind: isHttp ? 'http-refused' : 'not-bound' } },
      fill: { ok: false, failure: { kind: isHttp ? 'http-refused' : 'not-bound' } },
    });
  });

  it.each(unserialised)('is not %s, which is nobody: %j', async (_what, other) => {
    const { world } = await boundWorld();
    await world.grant(origin);
    const consent = await consentOf(world);
    const answers = await everything(world, page({ origin: other }), {}, consent);
    expect(answers).toEqual({ state: 'dropped', plan: 'dropped', fill: 'dropped' });
  });

  it.each(places)('is not %s', async (_what, change) => {
    const { world } = await boundWorld();
    const { state, plan, fill } = await everything(world, page(), change);
    expect(state).toEqual({ button: false });
    expect(plan).toMatchObject({ ok: false });
    expect(fill).toMatchObject({ ok: false });
  });
});
