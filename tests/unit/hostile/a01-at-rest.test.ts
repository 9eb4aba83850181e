// @vitest-environment node
/** A1: whatever is done with a profile, nothing of it lies readable on the disk, and nothing is logged. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { boundWorld, unwrap } from '../background/profile-world';
import {
  draft,
  origin,
  page,
  passphrase,
  place,
  popup,
  secret,
  startWorld,
  tabId,
  typed,
  type World,
} from '../background/world';
import { findMarker } from '../vault/notes';

/** Every text of the profile and of the place it is used at. */
const texts = {
  secret,
  passphrase,
  'client id': 'test-client-id',
  slug: 'containers',
  host: 'authentik.company',
  name: 'Container management',
  origin,
};

const logs = ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const;

/** What the disk would hold: every value that was ever handed to it, although some are overwritten later. */
let written: unknown[] = [];

function found(names = Object.keys(texts) as (keyof typeof texts)[]): string[] {
  const everything = JSON.stringify(written);
  return names.filter((name) => findMarker(everything, texts[name]).length > 0);
}

beforeEach(() => {
  written = [];
  const { local } = fakeBrowser.storage;
  const set = local.set.bind(local);
  vi.spyOn(local, 'set').mockImplementation(async (items) => {
    written.push(structuredClone(items));
    await set(items);
  });
  for (const name of logs) vi.spyOn(console, name).mockImplementation(() => undefined);
});

async function fill(world: World): Promise<void> {
  const { consent } = unwrap(await world.ask(page(), 'page.plan', place));
  unwrap(await world.ask(page(), 'page.fill', { consent, fields: ['client_id', 'client_secret'], choices: {} }));
  await world.ask(page(), 'page.state', {
    ...place,
    callbacks: [{ url: `${origin}/`, how: 'read' }],
    filled: { consent, fields: [{ key: 'client_id', outcome: 'filled' }] },
  });
}

const deeds: [what: string, act: (world: World, profileId: string) => Promise<unknown>][] = [
  ['saved', (world, id) => world.ask(popup, 'profile.save', draft({ id, scopes: 'openid' }))],
  ['refused', (world) => world.ask(popup, 'profile.save', draft({ address: 'http://authentik.company' }))],
  ['duplicated', (world, id) => world.ask(popup, 'profile.duplicate', { id })],
  ['kept as a draft', (world) => world.ask(popup, 'draft.write', typed())],
  ['bound', (world, profileId) => world.ask(popup, 'site.bind', { tabId, profileId })],
  ['filled', fill],
  ['removed', (world, id) => world.ask(popup, 'profile.remove', { id })],
  [
    'brought back',
    async (world, id) => {
      await world.ask(popup, 'profile.remove', { id });
      return world.ask(popup, 'profile.undo');
    },
  ],
  ['locked', (world) => world.ask(popup, 'vault.lock')],
  [
    'asked for with a wrong passphrase',
    async (world) => {
      await world.ask(popup, 'vault.lock');
      return world.ask(popup, 'vault.unlock', { passphrase: `${passphrase}!` });
    },
  ],
];

describe('A1: a profile', () => {
  it.each(deeds)(`A1, ${Object.keys(texts).length} cases: that was %s`, async (_what, act) => {
    const { world, profileId } = await boundWorld();
    await act(world, profileId);
    expect(found()).toEqual([]);
    for (const name of logs) expect(console[name]).not.toHaveBeenCalled();
  });

  it('A1, 2 cases: in the mode without secrets is readable, but for its secret, and the search would find it', async () => {
    const world = startWorld();
    await world.ask(popup, 'vault.create', { mode: 'no-secrets' });
    unwrap(await world.ask(popup, 'profile.save', draft()));
    await world.ask(popup, 'draft.write', typed());
    expect(found()).toEqual(['client id', 'slug', 'host', 'name']);
  });
});
