// @vitest-environment node
/** What a lock, an unlock, a permission and an installation mean for pages, windows and drafts. */
import { describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { boundWorld, profileWorld, unwrap } from './profile-world';
import { draft, origin, page, passphrase, place, popup, secret, startWorld, tabId, typed, type World } from './world';

const state = { ...place, callbacks: [] };

function heard(world: World, type: string): number[] {
  return world.told.filter((message) => message.type === type).map((message) => message.tabId);
}

describe('vault.lock', () => {
  it('tells open tabs, forgets drafts, and keeps the button where it was', async () => {
    const { world } = await boundWorld();
    await world.ask(popup, 'draft.write', typed());
    expect(await world.ask(popup, 'vault.lock')).toEqual({ ok: true, value: { state: 'locked' } });
    expect(heard(world, 'tab.refresh')).toContain(tabId);
    expect(heard(world, 'tab.locked')).toContain(tabId);
    expect(await world.ask(popup, 'draft.read', { window: 'window-1' })).toEqual({ ok: true, value: { drafts: [] } });
    expect(await world.ask(page(), 'page.state', state)).toEqual({ button: true });
    expect(await world.ask(page(), 'page.plan', place)).toMatchObject({ failure: { kind: 'vault-locked' } });
    expect(JSON.stringify((await world.save()).session)).not.toContain(secret);
  });

  it('shows no button on an origin that nothing is bound to', async () => {
    const { world } = await boundWorld();
    await world.ask(popup, 'vault.lock');
    await world.grant('https://other.company');
    const other = page({ origin: 'https://other.company' });
    expect(await world.ask(other, 'page.state', state)).toEqual({ button: false });
  });

  it('takes no draft of a popup that is still open', async () => {
    const { world } = await profileWorld();
    await world.ask(popup, 'vault.lock');
    expect(await world.ask(popup, 'draft.write', typed())).toMatchObject({
      failure: { kind: 'vault-locked' },
    });
    expect(await world.ask(popup, 'draft.forget', { key: 'form-1' })).toEqual({ ok: true, value: null });
  });

  it('shows the button after a restart of the browser by what is registered', async () => {
    const { world } = await boundWorld();
    await world.grant(origin);
    expect([...world.scripts.keys()]).toEqual([`page:${origin}`]);
    const { local } = await world.save();
    const restarted = startWorld();
    await restarted.load({ local, session: {} });
    restarted.scripts = world.scripts;
    restarted.granted = [origin];
    expect(await restarted.ask(popup, 'vault.status')).toEqual({ state: 'locked' });
    expect(await restarted.ask(page(), 'page.state', state)).toEqual({ button: true });
  });
});

describe('page.unlock', () => {
  it('opens one window, and after the unlock tells that very document and closes it', async () => {
    const { world } = await boundWorld();
    await world.ask(popup, 'vault.lock');
    expect(await world.ask(page(), 'page.unlock', place)).toEqual({ ok: true, value: null });
    expect(fakeBrowser.windows.create).toHaveBeenCalledExactlyOnceWith({
      url: 'chrome-extension://test-extension-id/unlock.html',
      type: 'popup',
      width: 420,
      height: 520,
    });
    await world.ask(page(), 'page.unlock', place);
    expect(world.windows).toHaveLength(1);
    world.told = [];
    expect(await world.ask(popup, 'vault.unlock', { passphrase })).toEqual({ ok: true, value: { state: 'unlocked' } });
    expect(world.told.filter(({ type }) => type === 'tab.unlocked')).toEqual([
      { type: 'tab.unlocked', tabId, data: undefined, options: { frameId: 0, documentId: 'DOCUMENT-A' } },
    ]);
    expect(world.windows).toEqual([]);
    expect(await world.ask(page(), 'page.plan', place)).toMatchObject({ ok: true });
  });

  it('opens a new window when the first was closed, and then surprises no page', async () => {
    const { world } = await boundWorld();
    await world.ask(popup, 'vault.lock');
    await world.ask(page(), 'page.unlock', place);
    await fakeBrowser.windows.remove(world.windows[0]?.id ?? -1);
    await world.ask(popup, 'vault.unlock', { passphrase });
    expect(heard(world, 'tab.unlocked')).toEqual([]);
    await world.ask(popup, 'vault.lock');
    await world.ask(page(), 'page.unlock', place);
    expect(world.windows).toHaveLength(1);
  });

  it('keeps the window when the passphrase is wrong', async () => {
    const { world } = await boundWorld();
    await world.ask(popup, 'vault.lock');
    await world.ask(page(), 'page.unlock', place);
    await world.ask(popup, 'vault.unlock', { passphrase: 'wrong test passphrase' });
    expect(world.windows).toHaveLength(1);
    expect(heard(world, 'tab.unlocked')).toEqual([]);
  });

  it('opens nothing for a page that Latchkey was not let into, or that nothing is bound to', async () => {
    const { world } = await boundWorld();
    expect(await world.ask(page({ tab: { id: 8 } }), 'page.unlock', place)).toMatchObject({
      failure: { kind: 'not-bound' },
    });
    await world.grant('https://other.company');
    const unbound = page({ origin: 'https://other.company' });
    expect(await world.ask(unbound, 'page.unlock', place)).toMatchObject({ failure: { kind: 'not-bound' } });
    expect(world.windows).toEqual([]);
  });
});

describe('permissions', () => {
  it('registers a bound origin when it is granted, and lets it go when it is taken back', async () => {
    const { world } = await boundWorld();
    await world.grant(origin, 'https://other.company');
    expect([...world.scripts.keys()]).toEqual([`page:${origin}`]);
    await world.grant();
    expect(world.scripts.size).toBe(0);
  });

  it('does not forget registrations while the bindings cannot be read', async () => {
    const { world } = await boundWorld();
    await world.grant(origin);
    await world.ask(popup, 'vault.lock');
    await world.grant(origin, 'https://other.company');
    expect([...world.scripts.keys()]).toEqual([`page:${origin}`]);
  });

  it('registers after an update, when the browser has dropped everything', async () => {
    const { world } = await boundWorld();
    await world.grant(origin);
    world.scripts.clear();
    await fakeBrowser.runtime.onInstalled.trigger({ reason: 'update' } as never);
    expect([...world.scripts.keys()]).toEqual([`page:${origin}`]);
  });
});

describe('installation', () => {
  it('opens the options page once, and never on an update', async () => {
    startWorld();
    const created: unknown[] = [];
    fakeBrowser.tabs.onCreated.addListener(({ url }) => void created.push(url));
    await fakeBrowser.runtime.onInstalled.trigger({ reason: 'update' } as never);
    expect(created).toEqual([]);
    await fakeBrowser.runtime.onInstalled.trigger({ reason: 'install' } as never);
    expect(created).toEqual(['chrome-extension://test-extension-id/options.html']);
  });
});

describe('badge', () => {
  it('marks the tab of a recognised page and says it in words', async () => {
    const { world } = await boundWorld();
    await world.ask(page(), 'page.state', state);
    expect(await fakeBrowser.action.getBadgeText({ tabId })).toBe('SSO');
    expect(await fakeBrowser.action.getTitle({ tabId })).toBe('toolbar_recognised Portainer');
  });

  it('is not given for an app nobody knows', async () => {
    const { world } = await boundWorld();
    await world.ask(page(), 'page.state', { ...state, app: 'constructor' });
    expect(await fakeBrowser.action.getBadgeText({ tabId })).toBe('');
  });
});

describe('profile.remove', () => {
  it('removes the bindings, too, and undo brings both back', async () => {
    const { world, profileId, binding } = await boundWorld();
    expect(await world.ask(popup, 'profile.remove', { id: profileId })).toEqual({
      ok: true,
      value: {
        name: 'Container management',
        adminPage: 'https://authentik.company/if/admin/#/core/applications/containers',
      },
    });
    expect(unwrap(await world.ask(popup, 'shelf.read'))).toMatchObject({ profiles: [], bindings: [] });
    expect(await world.ask(page(), 'page.state', state)).toEqual({ button: false });
    expect(await world.ask(popup, 'profile.undo')).toMatchObject({ ok: true, value: { profile: { id: profileId } } });
    expect(unwrap(await world.ask(popup, 'shelf.read')).bindings).toEqual([binding]);
    expect(await world.ask(page(), 'page.state', state)).toEqual({ button: true });
    expect(await world.ask(popup, 'profile.undo')).toMatchObject({ failure: { kind: 'not-found' } });
  });

  it('cannot be undone after a lock', async () => {
    const { world, profileId } = await profileWorld();
    await world.ask(popup, 'profile.remove', { id: profileId });
    await world.ask(popup, 'vault.lock');
    await world.ask(popup, 'vault.unlock', { passphrase });
    expect(await world.ask(popup, 'profile.undo')).toMatchObject({ failure: { kind: 'not-found' } });
  });
});

describe('profiles for screens', () => {
  it('lists and copies without any secret', async () => {
    const { world, profileId } = await profileWorld();
    const answers = [
      await world.ask(popup, 'shelf.read'),
      await world.ask(popup, 'profile.values', { id: profileId }),
      await world.ask(popup, 'profile.duplicate', { id: profileId }),
      await world.ask(popup, 'profile.check', draft({ id: profileId, clientSecret: '' })),
    ];
    for (const answer of answers) expect(answer).toMatchObject({ ok: true });
    expect(JSON.stringify(answers)).not.toContain(secret);
    expect(answers[1]).toMatchObject({
      value: {
        scopes: 'openid email profile',
        scopes_comma: 'openid,email,profile',
        scopes_lines: 'openid\nemail\nprofile',
        jwks: 'https://authentik.company/application/o/containers/jwks/',
      },
    });
    expect(await world.ask(popup, 'profile.values', { id: 'gone' })).toMatchObject({ failure: { kind: 'not-found' } });
  });
});
