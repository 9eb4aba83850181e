// @vitest-environment node
/** The vault's own messages: another passphrase, the time without use, a new beginning, and what is damaged. */
import { describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { boundWorld, profileWorld, unwrap } from './profile-world';
import { draft, origin, page, passphrase, place, popup, tabId, typed, type World } from './world';

const next = 'another passphrase of a test';
const locked = { failure: { kind: 'vault-locked' } };

/** Changes entries of `storage.local` behind Latchkey's back. */
const tamper = (entries: Record<string, unknown>) => fakeBrowser.storage.local.set(entries);

const damageIn = async (world: World) => unwrap(await world.ask(popup, 'vault.damage'));

async function instanceId(world: World): Promise<string> {
  const [instance] = unwrap(await world.ask(popup, 'shelf.read')).instances;
  if (!instance) throw new Error('no instance');
  return instance.id;
}

describe('vault.changePassphrase', () => {
  it('the new one opens, the old one does not, and nothing is lost', async () => {
    const { world, profileId } = await profileWorld();
    expect(await world.ask(popup, 'vault.changePassphrase', { current: passphrase, next })).toEqual({
      ok: true,
      value: null,
    });
    await world.ask(popup, 'vault.lock');
    expect(await world.ask(popup, 'vault.unlock', { passphrase })).toMatchObject({
      failure: { kind: 'wrong-passphrase' },
    });
    expect(await world.ask(popup, 'vault.unlock', { passphrase: next })).toMatchObject({ ok: true });
    expect(unwrap(await world.ask(popup, 'shelf.read')).profiles).toMatchObject([{ id: profileId, hasSecret: true }]);
  });

  it('a wrong one changes nothing', async () => {
    const { world } = await profileWorld();
    const before = await world.save();
    expect(await world.ask(popup, 'vault.changePassphrase', { current: next, next: `${next}!` })).toMatchObject({
      failure: { kind: 'wrong-passphrase' },
    });
    expect((await world.save()).local).toEqual(before.local);
  });

  it('is not for a locked vault', async () => {
    const { world } = await profileWorld();
    await world.ask(popup, 'vault.lock');
    expect(await world.ask(popup, 'vault.changePassphrase', { current: passphrase, next })).toMatchObject(locked);
  });
});

describe('vault.changeAutoLock', () => {
  it('holds at once, alarm included, and after the next unlock', async () => {
    const { world } = await profileWorld();
    await world.ask(popup, 'vault.changeAutoLock', { minutes: 60, onSystemLock: true });
    const hour = await world.alarm();
    await world.ask(popup, 'vault.changeAutoLock', { minutes: 1, onSystemLock: false });
    const minute = await world.alarm();
    expect(hour).toBeGreaterThan((minute ?? 0) + 58 * 60_000);
    await world.ask(popup, 'vault.lock');
    await world.ask(popup, 'vault.unlock', { passphrase });
    expect(await world.ask(popup, 'vault.readAutoLock')).toEqual({
      ok: true,
      value: { minutes: 1, onSystemLock: false },
    });
    await world.system('locked');
    expect(await world.ask(popup, 'vault.status')).toEqual({ state: 'unlocked' });
  });

  it('sets no alarm when only the browser’s end is to lock', async () => {
    const { world } = await profileWorld();
    await world.ask(popup, 'vault.changeAutoLock', { minutes: null, onSystemLock: true });
    expect(await world.alarm()).toBeUndefined();
    await world.system('locked');
    expect(await world.ask(popup, 'vault.status')).toEqual({ state: 'locked' });
  });
});

describe('vault.reset', () => {
  it('leaves nothing: entries, session, scripts, sites, what pages show', async () => {
    const { world } = await boundWorld();
    await world.grant(origin);
    await world.ask(popup, 'vault.lock');
    world.told = [];
    expect(await world.ask(popup, 'vault.reset')).toEqual({ ok: true, value: { state: 'none' } });
    const { local, session } = await world.save();
    expect(local).toEqual({});
    expect(JSON.stringify(session)).not.toContain(origin);
    expect([world.scripts.size, world.granted]).toEqual([0, []]);
    expect(world.told.filter((told) => told.type === 'tab.locked').map((told) => told.tabId)).toContain(tabId);
    expect(await world.ask(popup, 'vault.status')).toEqual({ state: 'none' });
    expect(await world.ask(page(), 'page.state', { ...place, callbacks: [] })).toEqual({ button: false });
    expect(await world.alarm()).toBeUndefined();
  });

  it('takes no draft of a form that is still open', async () => {
    const { world } = await profileWorld();
    await world.ask(popup, 'vault.reset');
    expect(await world.ask(popup, 'draft.write', typed())).toMatchObject(locked);
  });

  it('makes way for a new vault, also when the old one could not be opened', async () => {
    const { world } = await profileWorld();
    await tamper({ vault: { format: 1, mode: 'encrypted' } });
    expect(await world.ask(popup, 'vault.status')).toEqual({ state: 'locked', trouble: { kind: 'key-damaged' } });
    await world.ask(popup, 'vault.reset');
    expect(await world.ask(popup, 'vault.create', { mode: 'encrypted', passphrase })).toMatchObject({ ok: true });
    expect(unwrap(await world.ask(popup, 'shelf.read')).profiles).toEqual([]);
  });
});

describe('damage', () => {
  it('there is none in a whole vault', async () => {
    const { world } = await boundWorld();
    expect(await damageIn(world)).toBeNull();
    await world.ask(popup, 'vault.lock');
    expect(await world.ask(popup, 'vault.damage')).toMatchObject(locked);
  });

  it('a damaged profile costs itself alone, and its sites still name it; going on takes both away', async () => {
    const { world, profileId } = await boundWorld();
    const other = draft({ name: 'Wiki', slug: 'wiki', clientId: 'wiki-client' });
    unwrap(await world.ask(popup, 'profile.save', other));
    await tamper({ [`record:${profileId}`]: { format: 1, sealed: { iv: 'AAAAAAAAAAAAAAAA', data: 'AAAA' } } });
    expect(await damageIn(world)).toEqual({
      isRebuilt: false,
      whole: [
        { kind: 'instance', name: 'Company' },
        { kind: 'binding', name: 'portainer.company' },
        { kind: 'profile', name: 'Wiki' },
      ],
      lost: [{ kind: 'profile', state: 'damaged', knownBy: ['portainer.company'] }],
    });
    expect(await world.ask(popup, 'vault.goOn')).toEqual({ ok: true, value: null });
    expect(await damageIn(world)).toBeNull();
    const left = unwrap(await world.ask(popup, 'shelf.read'));
    expect([left.profiles.map(({ name }) => name), left.bindings]).toEqual([['Wiki'], []]);
    expect(await world.ask(page(), 'page.state', { ...place, callbacks: [] })).toEqual({ button: false });
  });

  it('a damaged authentik leaves its profiles, which take an address anew', async () => {
    const { world, profileId } = await profileWorld();
    await tamper({ [`record:${await instanceId(world)}`]: 'x' });
    expect((await damageIn(world))?.lost).toEqual([
      { kind: 'instance', state: 'damaged', knownBy: ['Container management'] },
    ]);
    unwrap(await world.ask(popup, 'vault.goOn'));
    unwrap(await world.ask(popup, 'profile.save', draft({ id: profileId, clientSecret: '' })));
    expect(await world.ask(popup, 'profile.values', { id: profileId })).toMatchObject({
      value: { base_url: 'https://authentik.company' },
    });
  });

  it('what a later Latchkey has written is told, and stays', async () => {
    const { world, profileId } = await profileWorld();
    const key = `record:${profileId}`;
    const stored = (await world.save()).local[key] as object;
    await tamper({ [key]: { ...stored, format: 2 } });
    const { lost = [] } = (await damageIn(world)) ?? {};
    expect(lost).toEqual([{ kind: 'profile', state: 'newer', knownBy: [] }]);
    unwrap(await world.ask(popup, 'vault.goOn'));
    expect((await world.save()).local[key]).toEqual({ ...stored, format: 2 });
  });

  it('a list that was made anew is told until it is accepted', async () => {
    const { world } = await profileWorld();
    await tamper({ index: 'x' });
    expect(await damageIn(world)).toMatchObject({ isRebuilt: true, lost: [] });
    unwrap(await world.ask(popup, 'vault.goOn'));
    expect(await damageIn(world)).toBeNull();
    expect(unwrap(await world.ask(popup, 'shelf.read')).profiles).toHaveLength(1);
  });
});
