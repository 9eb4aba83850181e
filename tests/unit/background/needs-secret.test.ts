// @vitest-environment node
/** Sites that were filled with a former secret are listed until they are filled with the present one; no others are. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FieldReport } from '@/engine/model';
import type { ProfileDraft } from '@/profiles/schema';
import { boundWorld, type ProfileWorld, unwrap } from './profile-world';
import { draft, page, place, popup, tabId, type World } from './world';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: 1_700_000_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

type Ends = Partial<Record<'client_id' | 'client_secret', FieldReport['outcome']>>;

/** A whole fill, and how its fields ended. */
async function fill(world: World, ends: Ends = { client_id: 'filled', client_secret: 'filled' }): Promise<void> {
  vi.setSystemTime(Date.now() + 5000);
  const { consent } = unwrap(await world.ask(page(), 'page.plan', place));
  unwrap(await world.ask(page(), 'page.fill', { consent, fields: ['client_id', 'client_secret'], choices: {} }));
  const fields = Object.entries(ends).map(([key, outcome]) => ({ key: key as keyof Ends, outcome }));
  await world.ask(page(), 'page.state', { ...place, callbacks: [], filled: { consent, fields } });
}

async function save({ world, profileId: id }: ProfileWorld, changes: Partial<ProfileDraft>): Promise<void> {
  expect(unwrap(await world.ask(popup, 'profile.save', draft({ id, clientSecret: '', ...changes })))).toHaveProperty(
    'profile',
  );
}

const newSecret = { clientSecret: 'TEST-secret-background-0009' };

async function listed(world: World): Promise<string[]> {
  return unwrap(await world.ask(popup, 'shelf.read')).needsSecret;
}

describe('a site that was filled', () => {
  it('needs the new secret after a change of it, until it is filled again', async () => {
    const bound = await boundWorld();
    const { world, binding } = bound;
    await fill(world);
    expect(await listed(world)).toEqual([]);
    await save(bound, newSecret);
    expect(await listed(world)).toEqual([binding.id]);
    await fill(world);
    expect(await listed(world)).toEqual([]);
  });

  it.each<[string, Partial<ProfileDraft>]>([
    ['a new name', { name: 'Renamed' }],
    ['another name of its authentik', { instanceName: 'Renamed' }],
    ['another client ID', { clientId: 'test-other' }],
    ['other scopes', { scopes: 'openid groups' }],
    ['known redirect URIs', { redirectUris: 'https://portainer.company/' }],
    ['the same secret typed again', { clientSecret: draft().clientSecret }],
  ])('does not need it for %s', async (_name, changes) => {
    const bound = await boundWorld();
    await fill(bound.world);
    await save(bound, changes);
    expect(await listed(bound.world)).toEqual([]);
  });

  it('still needs it when the rest was filled and the secret was not', async () => {
    const bound = await boundWorld();
    const { world, binding } = bound;
    await fill(world);
    await save(bound, newSecret);
    await fill(world, { client_id: 'filled', client_secret: 'left-for-you' });
    expect(await listed(world)).toEqual([binding.id]);
    await fill(world, { client_id: 'refused-by-page', client_secret: 'refused-by-page' });
    expect(await listed(world)).toEqual([binding.id]);
  });

  it('is told of a fill that was under way while the secret changed', async () => {
    const bound = await boundWorld();
    const { world, binding } = bound;
    const { consent } = unwrap(await world.ask(page(), 'page.plan', place));
    unwrap(await world.ask(page(), 'page.fill', { consent, fields: ['client_secret'], choices: {} }));
    await save(bound, newSecret);
    const fields = [{ key: 'client_secret' as const, outcome: 'filled' as const }];
    await world.ask(page(), 'page.state', { ...place, callbacks: [], filled: { consent, fields } });
    expect(await listed(world)).toEqual([binding.id]);
  });

  it('comes back with its profile as it was, and is forgotten with its binding', async () => {
    const bound = await boundWorld();
    const { world, binding, profileId } = bound;
    await fill(world);
    await save(bound, newSecret);
    await world.ask(popup, 'profile.remove', { id: profileId });
    expect(await listed(world)).toEqual([]);
    await world.ask(popup, 'profile.undo');
    expect(await listed(world)).toEqual([binding.id]);
    await world.ask(popup, 'site.unbind', { bindingId: binding.id });
    expect(await listed(world)).toEqual([]);
  });
});

describe('a site that was not filled', () => {
  it('is not listed, and one that moves to another profile is not either', async () => {
    const bound = await boundWorld();
    const { world, profileId } = bound;
    await save(bound, newSecret);
    expect(await listed(world), 'bound alone').toEqual([]);
    await fill(world);
    const copy = unwrap(await world.ask(popup, 'profile.duplicate', { id: profileId })).profile;
    await world.ask(popup, 'site.bind', { tabId, profileId: copy.id });
    expect(await listed(world)).toEqual([]);
  });
});
