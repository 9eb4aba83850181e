// @vitest-environment node
/** Variants, notices and callbacks as a page tells of them: taken only as far as the recipe knows them. */
import { describe, expect, it } from 'vitest';
import type { Callback, PageLook } from '@/engine/model';
import { withAcme } from './acme';
import { unwrap } from './profile-world';
import { boundTo, syncLook, tokenWorld } from './token-world';
import { origin, page, popup, tabId, type World } from './world';

withAcme();

async function cardOf(world: World) {
  return unwrap(await world.ask(popup, 'tab.look', { tabId }));
}

async function cardWith(changes: Partial<PageLook>) {
  const { world } = await tokenWorld(changes);
  return cardOf(world);
}

describe('a variant', () => {
  const baseUrlOf = (card: Awaited<ReturnType<typeof cardOf>>) =>
    card.kind === 'recognised' && card.candidates[0]?.plan.rows.find(({ key }) => key === 'base_url')?.next;

  it('is planned as it is, and bound as the form', async () => {
    expect(baseUrlOf(await cardWith({}))).toBe('https://authentik.company');
    const { world, tokenId } = await tokenWorld({ variant: 'wizard' });
    expect(baseUrlOf(await cardOf(world))).toBe('https://wizard.test');
    const { binding } = unwrap(await world.ask(popup, 'site.bind', { tabId, profileId: tokenId }));
    expect(binding).toMatchObject({ app: 'acme', form: 'sync' });
    world.tab.answers['tab.read'] = syncLook();
    expect(await cardOf(world)).toMatchObject({ binding });
  });

  it.each(['twisted', 'constructor', '__proto__', ''])(
    'is not believed when the form has none: "%s"',
    async (variant) => {
      expect((await cardWith({ variant })).kind).not.toBe('recognised');
    },
  );
});

describe('notices', () => {
  it('are shown beside the form, each once, and only those of the app', async () => {
    const notices = ['needs-attention', 'portal-view', 'needs-attention'] as const;
    expect(await cardWith({ notices: [...notices] })).toMatchObject({
      kind: 'recognised',
      notices: ['needs-attention'],
    });
    expect(await cardWith({})).toMatchObject({ notices: [] });
  });

  it('are shown instead of the form where nothing is to be filled', async () => {
    const { world } = await tokenWorld();
    world.tab.answers['tab.read'] = { app: 'acme', notices: ['custom-provider', 'portal-view'] };
    expect(await cardOf(world)).toEqual({
      kind: 'declined',
      origin,
      host: 'portainer.company',
      app: 'acme',
      appName: 'Acme',
      notices: ['custom-provider'],
    });
  });

  it('need no open vault, since nothing of it is told', async () => {
    const { world } = await tokenWorld();
    await world.ask(popup, 'vault.lock');
    world.tab.answers['tab.read'] = { app: 'acme', notices: ['custom-provider'] };
    expect(await cardOf(world)).toMatchObject({ kind: 'declined' });
  });

  it.each([
    ['of an app nobody knows', { app: 'constructor', notices: ['custom-provider'] }],
    ['that the app does not have', { app: 'acme', notices: ['portal-view'] }],
    ['of an app without any', { app: 'portainer', notices: ['healthy'] }],
    ['that are none', { app: 'acme', notices: [] }],
  ])('say nothing when they are %s', async (_name, answer) => {
    const { world } = await tokenWorld();
    world.tab.answers['tab.read'] = answer;
    expect(await cardOf(world)).toEqual({ kind: 'unrecognised', origin });
  });

  it('let nothing be bound', async () => {
    const { world, tokenId } = await tokenWorld();
    world.tab.answers['tab.read'] = { app: 'acme', notices: ['custom-provider'] };
    expect(await world.ask(popup, 'site.bind', { tabId, profileId: tokenId })).toMatchObject({
      failure: { kind: 'not-recognised' },
    });
  });
});

describe('callbacks', () => {
  const pattern = String.raw`https://login\.acme\.test/.*`;
  const login: Callback = { url: `${origin}/login`, how: 'computed' };
  const logout: Callback = { url: `${origin}/out`, how: 'computed', kind: 'logout' };
  const fixed: Callback = { url: pattern, how: 'fixed', matching: 'regex' };
  const honest = [login, logout, fixed];
  const hostile: Callback[] = [
    // A use the recipe does not declare, patterns for other hosts, and a pattern the page was read for.
    { ...login, kind: 'logout', matching: 'regex' },
    { ...fixed, kind: 'logout' },
    { ...fixed, how: 'read' },
    { ...fixed, url: '.*' },
    { ...login, url: pattern },
  ];

  it('are shown with their use, and left out where the recipe knows none', async () => {
    const card = await cardWith({ callbacks: [...honest, ...hostile] });
    expect(card).toMatchObject({ kind: 'recognised' });
    expect(card.kind === 'recognised' && card.callbacks).toEqual(honest);
  });

  it('are marked where a pattern fits other hosts, too', async () => {
    const loose = { ...fixed, url: 'https://login.acme.test/.*' };
    const card = await cardWith({ callbacks: [loose] });
    expect(card.kind === 'recognised' && card.callbacks).toEqual([{ ...loose, warning: 'foreign-host' }]);
  });

  it('are stored with their use after a fill', async () => {
    const { world, place, tokenId } = await boundTo('token');
    const { consent } = unwrap(await world.ask(page(), 'page.plan', place));
    unwrap(await world.ask(page(), 'page.fill', { consent, fields: ['api_token'], choices: {} }));
    const filled = { consent, fields: [{ key: 'api_token', outcome: 'filled' } as const] };
    await world.ask(page(), 'page.state', { ...place, callbacks: [...honest, ...hostile], filled });
    const kept = { id: expect.any(String), app: 'acme', origin, profileId: tokenId, at: expect.any(Number) };
    expect(unwrap(await world.ask(popup, 'shelf.read')).callbacks).toEqual(
      honest.map((callback) => ({ ...callback, ...kept })),
    );
  });

  it('of a form that has none are nobody’s', async () => {
    expect(await cardWith({ form: 'silent', callbacks: [login] })).toMatchObject({ form: 'silent', callbacks: [] });
  });
});
