// @vitest-environment node
/** What the background does for the guard: bares a page that may ask for it, and tells in badge and popup what was refused. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { boundWorld, unwrap } from './profile-world';
import { origin, page, place, popup, tabId, type World } from './world';

const { scripting, action } = fakeBrowser;
let world: World;

beforeEach(async () => {
  ({ world } = await boundWorld());
  await world.grant(origin);
  for (const method of ['insertCSS', 'removeCSS'] as const) vi.spyOn(scripting, method).mockResolvedValue(undefined);
  for (const method of ['setBadgeText', 'setTitle', 'setBadgeBackgroundColor'] as const) {
    vi.spyOn(action, method).mockResolvedValue(undefined);
  }
});

async function refusedOnCard(): Promise<string | undefined> {
  return unwrap(await world.ask(popup, 'tab.look', { tabId })).refused;
}

const refuse = () => world.ask(page(), 'page.press', { bare: false, refused: 'covered' });
const badge = () => vi.mocked(action.setBadgeText).mock.lastCall?.[0]?.text;

describe('a bared page', () => {
  it('is this very document, and takes every press there is, whatever its own styles say', async () => {
    expect(await world.ask(page(), 'page.press', { bare: true })).toEqual({ ok: true, value: null });
    expect(scripting.insertCSS).toHaveBeenCalledExactlyOnceWith({
      target: { tabId, documentIds: ['DOCUMENT-A'] },
      css: expect.stringContaining('pointer-events: auto !important'),
      origin: 'USER',
    });
    expect(scripting.removeCSS).not.toHaveBeenCalled();
  });

  it('gets all of it back', async () => {
    await world.ask(page(), 'page.press', { bare: true });
    await world.ask(page(), 'page.press', { bare: false });
    expect(vi.mocked(scripting.removeCSS).mock.calls).toEqual(vi.mocked(scripting.insertCSS).mock.calls);
  });

  it('is its top frame where the browser names no document', async () => {
    const { documentId: _, ...older } = page();
    await world.ask(older, 'page.press', { bare: true });
    expect(scripting.insertCSS).toHaveBeenCalledWith(expect.objectContaining({ target: { tabId, frameIds: [0] } }));
  });

  it.each([
    ['in another tab', page({ tab: { id: 8 } })],
    ['once the tab has gone on to another site', page({ origin: 'https://evil.test', url: 'https://evil.test/' })],
  ])('is none where Latchkey may not run: %s', async (_where, elsewhere) => {
    await world.grant();
    expect(await world.ask(elsewhere, 'page.press', { bare: true, refused: 'hidden' })).toMatchObject({
      failure: { kind: 'not-bound' },
    });
    expect(scripting.insertCSS).not.toHaveBeenCalled();
    expect(action.setBadgeText).not.toHaveBeenCalled();
  });

  it('fails when the browser refuses', async () => {
    vi.mocked(scripting.insertCSS).mockRejectedValue(new Error('No document'));
    expect(await world.ask(page(), 'page.press', { bare: true })).toMatchObject({ failure: { kind: 'no-answer' } });
  });
});

describe('a refused press', () => {
  it('is told by the badge and on the popup card of that site', async () => {
    await refuse();
    expect(badge()).toBe('!');
    expect(vi.mocked(action.setTitle).mock.lastCall?.[0]?.title).toBe('toolbar_refused');
    expect(await refusedOnCard()).toBe('covered');
  });

  it('is told even when the page hides the form itself', async () => {
    await refuse();
    world.tab.answers['tab.read'] = { nothing: true };
    expect(await refusedOnCard()).toBe('covered');
  });

  it('is told even where the page can not be covered again', async () => {
    vi.mocked(scripting.removeCSS).mockRejectedValue(new Error('No document'));
    await refuse();
    expect(await refusedOnCard()).toBe('covered');
  });

  it.each<[string, () => Promise<unknown>]>([
    ['a press that counts', () => world.ask(page(), 'page.plan', place)],
    ['a page that says anew what it is', () => world.ask(page(), 'page.state', { ...place, callbacks: [] })],
  ])('is forgotten with %s', async (_name, next) => {
    await refuse();
    await next();
    expect(await refusedOnCard()).toBeUndefined();
    expect(badge()).toBe('SSO');
  });

  it('is forgotten with its tab', async () => {
    await refuse();
    await fakeBrowser.tabs.onRemoved.trigger(tabId, { windowId: 1, isWindowClosing: false });
    expect(await refusedOnCard()).toBeUndefined();
  });

  it('is not told of another site in the same tab', async () => {
    await world.ask(page({ origin: 'https://elsewhere.company', url: 'https://elsewhere.company/' }), 'page.press', {
      bare: false,
      refused: 'covered',
    });
    expect(await refusedOnCard()).toBeUndefined();
    await world.grant(origin, 'https://elsewhere.company');
    await world.ask(page({ origin: 'https://elsewhere.company', url: 'https://elsewhere.company/' }), 'page.press', {
      bare: false,
      refused: 'covered',
    });
    expect(badge()).toBe('!');
    expect(await refusedOnCard()).toBeUndefined();
  });

  it('leaves the badge alone when there was none', async () => {
    await world.ask(page(), 'page.plan', place);
    expect(action.setBadgeText).not.toHaveBeenCalled();
  });
});
