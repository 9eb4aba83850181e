// @vitest-environment node
/** The lock that comes by itself: on time, however late the alarm; never in use; with the screen and the last window. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { boundWorld, profileWorld, unwrap } from './profile-world';
import { origin, page, passphrase, place, popup, secret, startWorld, tabId, typed, type World } from './world';

const minute = 60_000;
const start = Date.UTC(2026, 10, 22, 9);
const goTo = (minutes: number, milliseconds = 0) => vi.setSystemTime(start + minutes * minute + milliseconds);
const at = (minutes: number) => start + minutes * minute;

const state = { ...place, callbacks: [] };
const locked = { ok: false, failure: { kind: 'vault-locked' } };

const heard = (world: World, type: string) => world.told.filter((message) => message.type === type);
const status = async (world: World) => (await world.ask(popup, 'vault.status')) as unknown;

/** The alarm the browser keeps goes off, whatever the time; answers when all listeners are done. */
async function ring(): Promise<void> {
  const [alarm] = await fakeBrowser.alarms.getAll();
  if (!alarm) throw new Error('no alarm is set');
  await fakeBrowser.alarms.onAlarm.trigger(alarm);
}

/** Bound, granted, with the preview open: a use at minute 0. */
async function previewed() {
  const made = await boundWorld();
  await made.world.grant(origin);
  const plan = unwrap(await made.world.ask(page(), 'page.plan', place));
  made.world.told = [];
  return { ...made, consent: plan.consent };
}

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: start }));
afterEach(() => void vi.useRealTimers());

describe('after 15 minutes without use', () => {
  it('the alarm locks: pages drop what they show, nothing is released or remembered', async () => {
    const { world, consent } = await previewed();
    await world.ask(popup, 'draft.write', typed());
    expect(await world.alarm()).toBe(at(15));
    goTo(15);
    await ring();
    expect(heard(world, 'tab.locked').map((message) => message.tabId)).toContain(tabId);
    expect(heard(world, 'tab.refresh').map((message) => message.tabId)).toContain(tabId);
    expect(JSON.stringify((await world.save()).session)).not.toContain(secret);
    expect(await status(world)).toEqual({ state: 'locked' });
    expect(await world.ask(page(), 'page.fill', { consent, fields: ['client_secret'], choices: {} })).toEqual(locked);
    expect(await world.alarm()).toBeUndefined();
    expect([...world.scripts.keys()]).toEqual([`page:${origin}`]);
  });

  it.each([
    ['vault.status', (world: World) => status(world), { state: 'locked' }],
    ['shelf.read', (world: World) => world.ask(popup, 'shelf.read'), locked],
    ['page.plan', (world: World) => world.ask(page(), 'page.plan', place), locked],
    ['page.state', (world: World) => world.ask(page(), 'page.state', state), { button: true }],
  ] as const)('no alarm is needed: %s finds it locked and tells the pages', async (_type, ask, answer) => {
    const { world } = await previewed();
    await fakeBrowser.alarms.clearAll();
    goTo(15, 1000);
    expect(await ask(world)).toEqual(answer);
    expect(heard(world, 'tab.locked')).not.toEqual([]);
    expect((await world.save()).session).not.toHaveProperty('key');
  });

  it('a second before, everything goes on', async () => {
    const { world, consent } = await previewed();
    goTo(0, 20_000);
    const fill = { consent, fields: ['client_secret' as const], choices: {} };
    expect(await world.ask(page(), 'page.fill', fill)).toMatchObject({ ok: true });
    goTo(15, 19_000);
    await ring();
    expect(await status(world)).toEqual({ state: 'unlocked' });
    expect(await world.alarm()).toBe(at(15) + 20_000);
  });

  it('a fill that was agreed to before the lock is refused after the next unlock', async () => {
    const { world, consent } = await previewed();
    goTo(15);
    await world.ask(popup, 'vault.unlock', { passphrase });
    const fill = { consent, fields: ['client_secret' as const], choices: {} };
    expect(await world.ask(page(), 'page.fill', fill)).toMatchObject({ failure: { kind: 'consent-spent' } });
  });
});

describe('a use', () => {
  it.each([
    ['a screen that is opened', (world: World) => world.ask(popup, 'shelf.read')],
    ['a letter typed into a form', (world: World) => world.ask(popup, 'draft.write', typed())],
    ['a preview', (world: World) => world.ask(page(), 'page.plan', place)],
  ])('begins the time anew: %s', async (_name, use) => {
    const { world } = await previewed();
    goTo(10);
    await use(world);
    expect(await world.alarm()).toBe(at(25));
    goTo(24);
    expect(await status(world)).toEqual({ state: 'unlocked' });
  });

  it.each([
    ['a page that says what it is', (world: World) => world.ask(page(), 'page.state', state)],
    [
      'a press that did not count',
      (world: World) => world.ask(page(), 'page.press', { bare: false, refused: 'hidden' }),
    ],
    ['a screen that looks at the lock', (world: World) => world.ask(popup, 'vault.status')],
    ['a page of another site', (world: World) => world.ask(page({ origin: 'null' }), 'page.plan', place)],
  ])('is not: %s', async (_name, ask) => {
    const { world } = await previewed();
    goTo(10);
    await ask(world);
    expect(await world.alarm()).toBe(at(15));
    goTo(15);
    expect(await status(world)).toEqual({ state: 'locked' });
  });
});

describe('the background', () => {
  it('goes on with the time where it was stopped', async () => {
    const { world } = await previewed();
    goTo(10);
    const stored = await world.save();
    const woken = startWorld();
    await woken.load(stored);
    expect(await status(woken)).toEqual({ state: 'unlocked' });
    goTo(15);
    expect(await status(woken)).toEqual({ state: 'locked' });
  });

  it('locks when it is woken late, by whatever it may be', async () => {
    const { world } = await previewed();
    goTo(40);
    const stored = await world.save();
    const woken = startWorld();
    await woken.load(stored);
    await fakeBrowser.alarms.create('auto-lock', { when: at(15) });
    await ring();
    expect(heard(woken, 'tab.locked')).not.toEqual([]);
    expect((await woken.save()).session).not.toHaveProperty('key');
  });
});

describe('the computer’s own lock', () => {
  it('locks, and coming back does not', async () => {
    const { world } = await previewed();
    await world.system('active');
    expect(await status(world)).toEqual({ state: 'unlocked' });
    await world.system('locked');
    expect(await status(world)).toEqual({ state: 'locked' });
    expect(heard(world, 'tab.locked')).not.toEqual([]);
  });

  it('finds nothing to do while it is locked already', async () => {
    const { world } = await previewed();
    await world.ask(popup, 'vault.lock');
    world.told = [];
    await world.system('locked');
    expect(world.told).toEqual([]);
  });
});

describe('windows', () => {
  it('locks with the last one, where the browser goes on without', async () => {
    const { world } = await previewed();
    await fakeBrowser.windows.onRemoved.trigger(2);
    expect(await status(world)).toEqual({ state: 'unlocked' });
    world.hasBrowserWindow = false;
    await fakeBrowser.windows.onRemoved.trigger(1);
    expect(await status(world)).toEqual({ state: 'locked' });
    expect(heard(world, 'tab.locked')).not.toEqual([]);
  });
});

it('a vault that was just made is under the clock, too', async () => {
  const world = startWorld();
  await world.ask(popup, 'vault.create', { mode: 'encrypted', passphrase });
  expect(await world.alarm()).toBe(at(15));
  goTo(15);
  expect(await status(world)).toEqual({ state: 'locked' });
});

it('an unlock sets the alarm', async () => {
  const { world } = await profileWorld();
  await world.ask(popup, 'vault.lock');
  expect(await world.alarm()).toBeUndefined();
  goTo(3);
  await world.ask(popup, 'vault.unlock', { passphrase });
  expect(await world.alarm()).toBe(at(18));
});
