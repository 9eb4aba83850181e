// @vitest-environment node
/** The popup's messages about the current tab: what it is told, and when binding stops. */
import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { PageLook } from '@/engine/model';
import type { TabCard } from '@/messaging/tab-card';
import { boundWorld, profileWorld, unwrap } from './profile-world';
import { draft, look, origin, page, place, popup, secret, startWorld, tabId, type World } from './world';

async function cardOf(world: World): Promise<TabCard> {
  return unwrap(await world.ask(popup, 'tab.look', { tabId }));
}

describe('tab.look', () => {
  it('A6: injects the page script into the top document and asks that very document', async () => {
    const { world } = await profileWorld();
    await cardOf(world);
    expect(fakeBrowser.scripting.executeScript).toHaveBeenCalledExactlyOnceWith({
      target: { tabId, frameIds: [0] },
      files: ['/recipes.js', '/content-scripts/page.js'],
    });
    expect(world.told).toEqual([
      { type: 'tab.read', tabId, data: undefined, options: { frameId: 0, documentId: 'DOCUMENT-A' } },
    ]);
  });

  it('tells what the page is and what each profile would change, without any secret', async () => {
    const { world, profileId } = await profileWorld();
    world.tab.answers['tab.read'] = look({ method: { now: '1', nowLabel: 'Internal', isWanted: false } });
    const card = await cardOf(world);
    expect(card).toMatchObject({
      kind: 'recognised',
      origin,
      host: 'portainer.company',
      appName: 'Portainer',
      ...place,
      transport: 'https',
      granted: false,
      method: { nowLabel: 'Internal', wantedLabel: 'OAuth' },
      callbacks: [{ url: `${origin}/`, how: 'read' }],
      candidates: [{ profileId, otherClientId: false, boundElsewhere: [] }],
    });
    expect(card).not.toHaveProperty('binding');
    if (card.kind !== 'recognised') throw new Error('not recognised');
    expect(card.candidates[0]?.plan.rows).toContainEqual(
      expect.objectContaining({ key: 'client_id', state: 'change', next: 'test-client-id' }),
    );
    expect(JSON.stringify(card)).not.toContain(secret);
  });

  it('tells the binding and the grant', async () => {
    const { world, binding } = await boundWorld();
    world.granted = [origin];
    expect(await cardOf(world)).toMatchObject({
      granted: true,
      binding,
      suggestion: { profileId: binding.profileId, why: 'bound' },
    });
  });

  it.each<[string, (world: World) => void]>([
    ['the browser refuses the injection', (world) => (world.isInjectable = false)],
    ["the tab is the browser's own page", (world) => (world.tab.url = 'chrome://extensions')],
    ['the address is not to be seen', (world) => (world.tab.url = undefined)],
    ['the page script does not answer', (world) => (world.tab.answers = {})],
  ])('finds the tab unreachable when %s', async (_name, change) => {
    const { world } = await profileWorld();
    change(world);
    expect(await cardOf(world)).toEqual({ kind: 'unreachable' });
  });

  it('finds a tab unreachable that is gone', async () => {
    const { world } = await profileWorld();
    expect(await world.ask(popup, 'tab.look', { tabId: 99 })).toEqual({ ok: true, value: { kind: 'unreachable' } });
  });

  it('does not wait for a page that never answers', async () => {
    const { world } = await profileWorld();
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    vi.mocked(fakeBrowser.tabs.sendMessage).mockImplementation((() => new Promise(() => undefined)) as never);
    const card = cardOf(world);
    await vi.waitFor(() => expect(fakeBrowser.tabs.sendMessage).toHaveBeenCalled());
    vi.advanceTimersByTime(5000);
    expect(await card).toEqual({ kind: 'unreachable' });
    vi.useRealTimers();
  });

  it.each<[string, unknown]>([
    ['nothing', { nothing: true }],
    ['an app nobody knows', look({ app: 'constructor' })],
    ['a form nobody knows', look({ form: '__proto__' })],
    ['the origin it has just left', look({ origin: 'https://elsewhere.test' })],
  ])('recognises nothing when the page answers with %s', async (_name, answer) => {
    const { world } = await profileWorld();
    world.tab.answers['tab.read'] = answer;
    expect(await cardOf(world)).toEqual({ kind: 'unrecognised', origin });
  });

  it.each<[string, unknown]>([
    ['a string', 'look'],
    ['a huge value', look({ readings: [{ key: 'client_id', state: 'found', now: 'x'.repeat(1_000_000) }] })],
    ['a wrong type', { ...look(), readings: {} }],
    ['an extra key', { ...look(), profileId: 'profile-1' }],
    ['an own key __proto__', JSON.parse(JSON.stringify(look()).replace('{', '{"__proto__":{"x":1},'))],
  ])('drops a hostile answer: %s', async (_name, answer) => {
    const { world } = await profileWorld();
    world.tab.answers['tab.read'] = answer;
    expect(await cardOf(world)).toEqual({ kind: 'unreachable' });
  });

  it('A7: leaves out callbacks that are none, and marks those of another host', async () => {
    const { world } = await profileWorld();
    const callbacks: PageLook['callbacks'] = ['javascript:alert(1)', 'https://evil.test/', `${origin}/`].map((url) => ({
      url,
      how: 'read',
    }));
    world.tab.answers['tab.read'] = look({ callbacks });
    expect(await cardOf(world)).toMatchObject({
      callbacks: [
        { url: 'https://evil.test/', how: 'read', warning: 'foreign-host' },
        { url: `${origin}/`, how: 'read' },
      ],
    });
  });

  it('needs an open vault to say anything about profiles', async () => {
    const world = startWorld();
    expect(await world.ask(popup, 'tab.look', { tabId })).toEqual({ ok: false, failure: { kind: 'vault-locked' } });
  });
});

describe('site.bind', () => {
  it('binds what the tab shows now, registers its origin when granted, and tells open tabs', async () => {
    const { world, profileId } = await profileWorld();
    world.granted = [origin];
    const { binding } = unwrap(await world.ask(popup, 'site.bind', { tabId, profileId }));
    expect(binding).toMatchObject({ origin, ...place, profileId });
    expect([...world.scripts.keys()]).toEqual([`page:${origin}`]);
    expect(world.told.filter(({ type }) => type === 'tab.refresh').map((message) => message.tabId)).toEqual([tabId, 8]);
    expect(await world.ask(page(), 'page.state', { ...place, callbacks: [] })).toEqual({ button: true });
  });

  it('works without the permission: the button shows where the popup was opened', async () => {
    const { world } = await boundWorld();
    expect(world.scripts.size).toBe(0);
    expect(await world.ask(page(), 'page.state', { ...place, callbacks: [] })).toEqual({ button: true });
    expect(await world.ask(page({ tab: { id: 8 } }), 'page.state', { ...place, callbacks: [] })).toEqual({
      button: false,
    });
  });

  it('A5: stops at a look-alike until its host is typed', async () => {
    const { world, profileId } = await profileWorld();
    await world.ask(popup, 'profile.save', { ...draft({ id: profileId, redirectUris: `${origin}/` }) });
    const evil = 'https://portainer.company-test';
    world.tab.url = `${evil}/#!/settings/auth`;
    world.tab.answers['tab.read'] = look({ origin: evil });
    expect(await cardOf(world)).toMatchObject({ candidates: [{ knownHosts: ['portainer.company'] }] });
    const stopped = { ok: false, failure: { kind: 'host-not-confirmed', detail: 'portainer.company-test' } };
    const bind = (typedHost?: string) =>
      world.ask(popup, 'site.bind', { tabId, profileId, ...(typedHost !== undefined && { typedHost }) });
    expect(await bind()).toEqual(stopped);
    expect(await bind('portainer.company')).toEqual(stopped);
    expect(await bind('portainer.company-tes')).toEqual(stopped);
    expect(await bind('portainer.company-test')).toMatchObject({ ok: true, value: { binding: { origin: evil } } });
  });

  it.each<[string, (world: World) => void, string]>([
    ['nothing is recognised', (world) => (world.tab.answers['tab.read'] = { nothing: true }), 'not-recognised'],
    ['the tab cannot be looked at', (world) => (world.isInjectable = false), 'no-page'],
  ])('fails when %s', async (_name, change, kind) => {
    const { world, profileId } = await profileWorld();
    change(world);
    expect(await world.ask(popup, 'site.bind', { tabId, profileId })).toMatchObject({ ok: false, failure: { kind } });
  });

  it('fails for a profile that does not exist', async () => {
    const { world } = await profileWorld();
    expect(await world.ask(popup, 'site.bind', { tabId, profileId: 'gone' })).toMatchObject({
      failure: { kind: 'not-found' },
    });
  });

  it('A5: refuses public http, and asks for the acknowledgement on private http', async () => {
    const { world, profileId } = await profileWorld();
    const show = (http: string) => {
      world.tab.url = `${http}/#!/settings/auth`;
      world.tab.answers['tab.read'] = look({ origin: http, callbacks: [] });
    };
    show('http://portainer.company');
    expect(await cardOf(world)).toMatchObject({ transport: 'public-http' });
    expect(await world.ask(popup, 'site.bind', { tabId, profileId })).toMatchObject({
      failure: { kind: 'http-refused' },
    });
    expect(await world.ask(popup, 'site.acknowledge', { tabId })).toMatchObject({ failure: { kind: 'http-refused' } });
    show('http://nas:9000');
    expect(await cardOf(world)).toMatchObject({ transport: 'private-http', acknowledged: false });
    expect(await world.ask(popup, 'site.bind', { tabId, profileId })).toMatchObject({
      failure: { kind: 'http-not-acknowledged' },
    });
    expect(await world.ask(popup, 'site.acknowledge', { tabId })).toEqual({ ok: true, value: null });
    expect(await cardOf(world)).toMatchObject({ acknowledged: true });
    expect(await world.ask(popup, 'site.bind', { tabId, profileId })).toMatchObject({ ok: true });
  });
});

describe('site.unbind', () => {
  it('holds at once in open tabs, and unregisters the origin', async () => {
    const { world, profileId } = await profileWorld();
    world.granted = [origin];
    const { binding } = unwrap(await world.ask(popup, 'site.bind', { tabId, profileId }));
    world.told = [];
    expect(await world.ask(popup, 'site.unbind', { bindingId: binding.id })).toEqual({ ok: true, value: null });
    expect(world.scripts.size).toBe(0);
    expect(world.told.map(({ type }) => type)).toContain('tab.refresh');
    expect(await world.ask(page(), 'page.state', { ...place, callbacks: [] })).toEqual({ button: false });
    expect(await world.ask(page(), 'page.plan', place)).toMatchObject({ failure: { kind: 'not-bound' } });
    expect(await world.ask(popup, 'site.unbind', { bindingId: binding.id })).toMatchObject({
      failure: { kind: 'not-found' },
    });
  });
});

describe('focused.fill', () => {
  it('puts one value into the focused field', async () => {
    const { world, profileId } = await profileWorld();
    world.tab.answers['tab.put'] = true;
    expect(await world.ask(popup, 'focused.fill', { tabId, profileId, name: 'scopes_comma' })).toEqual({
      ok: true,
      value: null,
    });
    expect(world.told.at(-1)).toMatchObject({ type: 'tab.put', data: { text: 'openid,email,profile' } });
  });

  it.each<[string, unknown]>([
    ['no field has the focus', false],
    ['the answer is none', 'yes'],
  ])('says so when %s', async (_name, answer) => {
    const { world, profileId } = await profileWorld();
    world.tab.answers['tab.put'] = answer;
    expect(await world.ask(popup, 'focused.fill', { tabId, profileId, name: 'issuer' })).toMatchObject({
      failure: { kind: 'no-focused-field' },
    });
  });

  it('knows no name for the secret', async () => {
    const { world, profileId } = await profileWorld();
    expect(await world.ask(popup, 'focused.fill', { tabId, profileId, name: 'client_secret' as never })).toBe(
      'dropped',
    );
  });

  it('puts nothing into a public http page', async () => {
    const { world, profileId } = await profileWorld();
    world.tab.url = 'http://portainer.company/';
    expect(await world.ask(popup, 'focused.fill', { tabId, profileId, name: 'issuer' })).toMatchObject({
      failure: { kind: 'http-refused' },
    });
    expect(world.told).toEqual([]);
  });
});
