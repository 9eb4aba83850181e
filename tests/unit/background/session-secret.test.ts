// @vitest-environment node
/** The mode that keeps no secrets: the secret is asked for in Latchkey's own window, and is never on the disk. */
import { describe, expect, it } from 'vitest';
import type { ProfileDraft } from '@/profiles/schema';
import { unwrap } from './profile-world';
import { draft, page, place, popup, secret, startWorld, tabId, type World } from './world';

interface Started {
  world: World;
  profileId: string;
}

/** A readable vault with one profile, bound to the page in the tab. */
async function start(): Promise<Started> {
  const world = startWorld();
  unwrap(await world.ask(popup, 'vault.create', { mode: 'no-secrets' }));
  const profileId = await save(world);
  unwrap(await world.ask(popup, 'site.bind', { tabId, profileId }));
  world.told = [];
  return { world, profileId };
}

async function save(world: World, changes: Partial<ProfileDraft> = {}): Promise<string> {
  const saved = unwrap(await world.ask(popup, 'profile.save', draft(changes)));
  if (!('profile' in saved)) throw new Error('the draft was refused');
  return saved.profile.id;
}

/** The page's press, and what is then typed into the window. */
async function enter({ world, profileId }: Started, typed = secret) {
  expect(await world.ask(page(), 'page.plan', place)).toMatchObject({ failure: { kind: 'secret-needed' } });
  unwrap(await world.ask(page(), 'page.unlock', place));
  return world.ask(popup, 'secret.keep', { profileId, secret: typed });
}

async function fill(world: World) {
  const { consent } = unwrap(await world.ask(page(), 'page.plan', place));
  return world.ask(page(), 'page.fill', { consent, fields: ['client_id', 'client_secret'], choices: {} });
}

const filled = { ok: true, value: { secrets: { client_secret: secret } } };
const needed = { ok: false, failure: { kind: 'secret-needed' } };
const news = ({ told }: World) => told.map(({ type }) => type).filter((type) => type !== 'tab.refresh');

describe('a secret that is kept nowhere', () => {
  it('is asked for in a window that names profile, app and host', async () => {
    const { world, profileId } = await start();
    expect(unwrap(await world.ask(popup, 'secret.wanted'))).toEqual({ wanted: null });
    unwrap(await world.ask(page(), 'page.unlock', place));
    expect(world.windows).toMatchObject([{ url: 'chrome-extension://test-extension-id/unlock.html' }]);
    expect(unwrap(await world.ask(popup, 'secret.wanted'))).toEqual({
      wanted: {
        profileId,
        kind: 'oidc-client',
        name: 'Container management',
        appName: 'Portainer',
        host: 'portainer.company',
      },
    });
  });

  it('goes to the page that asked, for the fill, and lies in memory alone', async () => {
    const started = await start();
    const { world, profileId } = started;
    expect(await enter(started, ` ${secret} `)).toEqual({ ok: true, value: { messages: [] } });
    expect(world.windows).toEqual([]);
    expect(world.told).toContainEqual({
      type: 'tab.unlocked',
      tabId,
      data: undefined,
      options: { frameId: 0, documentId: 'DOCUMENT-A' },
    });
    expect(await world.ask(page(), 'page.plan', place)).toMatchObject({ value: { secrets: ['client_secret'] } });
    expect(await fill(world)).toEqual(filled);
    expect(unwrap(await world.ask(popup, 'shelf.read')).sessionSecrets).toEqual([profileId]);
    const stored = await world.save();
    expect(JSON.stringify(stored.local)).not.toContain(secret);
    const restarted = startWorld();
    await restarted.load(stored);
    expect(await restarted.ask(page(), 'page.plan', place), 'a worker that was stopped').toMatchObject({ ok: true });
    const reopened = startWorld();
    await reopened.load({ ...stored, session: { 'kept:invited-tabs': stored.session['kept:invited-tabs'] } });
    expect(await reopened.ask(page(), 'page.plan', place), 'a browser that was closed').toEqual(needed);
  });

  it.each([
    ['nothing', '', 'clientSecretMissing'],
    ['blanks', '   ', 'clientSecretMissing'],
    ['typographic quotes', '„TEST“', 'clientSecretCharacters'],
    ['too much', 'x'.repeat(256), 'clientSecretTooLong'],
  ])('is checked as in the form of a profile: %s', async (_name, typed, code) => {
    const started = await start();
    expect(unwrap(await enter(started, typed))).toMatchObject({ messages: [{ code, level: 'error' }] });
    expect(started.world.windows, 'the window stays').toHaveLength(1);
    expect(news(started.world)).toEqual([]);
    expect(await started.world.ask(page(), 'page.plan', place)).toEqual(needed);
  });

  it('may be left out: the page goes on without it', async () => {
    const { world } = await start();
    unwrap(await world.ask(page(), 'page.unlock', place));
    expect(await world.ask(popup, 'secret.skip')).toEqual({ ok: true, value: null });
    expect(news(world)).toEqual(['tab.skipped']);
    expect(world.windows).toEqual([]);
  });

  it.each<[string, (started: Started) => Promise<unknown>]>([
    ['it is forgotten', ({ world, profileId }) => world.ask(popup, 'secret.forget', { profileId })],
    ['all are forgotten', ({ world }) => world.ask(popup, 'secret.forget', { profileId: null })],
    ['Latchkey is locked', ({ world }) => world.ask(popup, 'vault.lock')],
    ['the profile becomes another client', ({ world, profileId: id }) => save(world, { id, clientId: 'test-other' })],
    [
      'the profile moves to another authentik',
      ({ world, profileId: id }) => save(world, { id, address: 'https://elsewhere.company' }),
    ],
    [
      'the profile is deleted and brought back',
      async ({ world, profileId: id }) => {
        await world.ask(popup, 'profile.remove', { id });
        await world.ask(popup, 'profile.undo');
      },
    ],
  ])('is gone when %s', async (_name, change) => {
    const started = await start();
    const { world } = started;
    await enter(started);
    await change(started);
    expect(await world.ask(page(), 'page.plan', place)).toEqual(needed);
    expect(unwrap(await world.ask(popup, 'shelf.read')).sessionSecrets).toEqual([]);
  });

  it('stays when the profile is renamed, and when that of another one is forgotten', async () => {
    const started = await start();
    const { world, profileId: id } = started;
    await enter(started);
    await save(world, { id, name: 'Renamed' });
    await world.ask(popup, 'secret.forget', { profileId: 'another' });
    expect(await fill(world)).toEqual(filled);
  });

  it('closes open previews when it is forgotten, and is not in a fill that was under way', async () => {
    const started = await start();
    const { world } = started;
    await enter(started);
    const { consent } = unwrap(await world.ask(page(), 'page.plan', place));
    world.told = [];
    await world.ask(popup, 'secret.forget', { profileId: null });
    expect(news(world)).toContain('tab.locked');
    const late = { consent, fields: ['client_secret' as const], choices: {} };
    expect(await world.ask(page(), 'page.fill', late)).toMatchObject({ failure: { kind: 'no-secret' } });
  });

  it('is not in a fill whose preview was without it', async () => {
    const started = await start();
    const { world } = started;
    const { consent } = unwrap(await world.ask(page(), 'page.plan', { ...place, withoutSecret: true }));
    await enter(started);
    const more = { consent, fields: ['client_secret' as const], choices: {} };
    expect(await world.ask(page(), 'page.fill', more)).toMatchObject({ failure: { kind: 'consent-spent' } });
  });
});

describe('the window', () => {
  it('takes a secret for no profile but the one it asks for', async () => {
    const started = await start();
    const { world, profileId } = started;
    const other = await save(world, { name: 'Other', slug: 'other' });
    expect(await world.ask(popup, 'secret.keep', { profileId, secret }), 'nobody asked').toMatchObject({
      failure: { kind: 'page-gone' },
    });
    unwrap(await world.ask(page(), 'page.unlock', place));
    expect(await world.ask(popup, 'secret.keep', { profileId: other, secret })).toMatchObject({
      failure: { kind: 'page-gone' },
    });
    expect(unwrap(await world.ask(popup, 'shelf.read')).sessionSecrets).toEqual([]);
  });

  it('is another one for another profile, and the same for the same', async () => {
    const { world } = await start();
    unwrap(await world.ask(page(), 'page.unlock', place));
    unwrap(await world.ask(page(), 'page.unlock', place));
    const [first] = world.windows;
    expect(world.windows).toHaveLength(1);
    const other = await save(world, { name: 'Other', slug: 'other' });
    unwrap(await world.ask(popup, 'site.bind', { tabId, profileId: other }));
    unwrap(await world.ask(page(), 'page.unlock', place));
    expect(world.windows).toHaveLength(1);
    expect(world.windows).not.toContain(first);
    expect(unwrap(await world.ask(popup, 'secret.wanted'))).toMatchObject({ wanted: { profileId: other } });
  });
});

describe('the popup', () => {
  it('counts the secret among what will change, and says that it will be asked for', async () => {
    const started = await start();
    const { world } = started;
    const look = async () => {
      const card = unwrap(await world.ask(popup, 'tab.look', { tabId }));
      return card.kind === 'recognised' ? card.candidates[0] : undefined;
    };
    const row = expect.objectContaining({ key: 'client_secret', state: 'change' });
    expect(await look()).toMatchObject({ asksSecret: true, plan: { rows: expect.arrayContaining([row]) } });
    await enter(started);
    expect(await look()).not.toHaveProperty('asksSecret');
    expect(await look()).toMatchObject({ plan: { rows: expect.arrayContaining([row]) } });
  });
});
