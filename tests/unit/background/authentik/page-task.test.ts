// @vitest-environment node
/** What a page's button opens: Latchkey's own page about that tab, for the bound place alone. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { boundWorld } from '../profile-world';
import { page, place, popup, type World } from '../world';

let world: World;
const opened: { url?: string; index?: number }[] = [];

beforeEach(async () => {
  ({ world } = await boundWorld());
  opened.length = 0;
  vi.spyOn(fakeBrowser.tabs, 'create').mockImplementation((async (tab: { url?: string; index?: number }) => {
    opened.push(tab);
    return { id: 9 };
  }) as never);
});

describe('page.task', () => {
  it('opens the check of its own tab, and the registration at its line', async () => {
    expect(await world.ask(page(), 'page.task', { ...place, task: 'check' })).toEqual({ ok: true, value: null });
    expect(await world.ask(page(), 'page.task', { ...place, task: 'register' })).toEqual({ ok: true, value: null });
    expect(opened.map(({ url }) => url?.split('/').at(-1))).toEqual([
      'authentik.html#check=7',
      'authentik.html#check=7&at=callback',
    ]);
  });

  it('opens it while the vault is locked, too: that page asks for the passphrase', async () => {
    await world.ask(popup, 'vault.lock');
    expect(await world.ask(page(), 'page.task', { ...place, task: 'check' })).toEqual({ ok: true, value: null });
  });

  it('opens nothing for another place, and no fourth tab at once', async () => {
    const elsewhere = { ...place, basePath: '/elsewhere/', task: 'check' } as const;
    expect(await world.ask(page(), 'page.task', elsewhere)).toMatchObject({ failure: { kind: 'not-bound' } });
    expect(opened).toEqual([]);
    const ask = () => world.ask(page(), 'page.task', { ...place, task: 'check' });
    await Promise.all([ask(), ask()]);
    expect(await ask()).toMatchObject({ failure: { kind: 'too-fast' } });
    expect(opened).toHaveLength(2);
  });
});
