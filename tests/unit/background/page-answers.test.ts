// @vitest-environment node
/** What a page is answered, key by key: nothing in it tells which profiles there are, nor how many. */
import { describe, expect, it } from 'vitest';
import { boundWorld, profileWorld, unwrap } from './profile-world';
import { draft, origin, page, place, popup, startWorld, type World } from './world';

const state = { ...place, callbacks: [] };
const elsewhere = { ...place, basePath: '/elsewhere/' };

/** Every answer to one page that is bound to nothing. */
async function answers(world: World) {
  world.granted = [origin];
  return {
    state: await world.ask(page(), 'page.state', state),
    plan: await world.ask(page(), 'page.plan', place),
    fill: await world.ask(page(), 'page.fill', { consent: 'made-up', fields: ['client_secret'], choices: {} }),
    press: await world.ask(page(), 'page.press', { bare: true }),
    unlock: await world.ask(page(), 'page.unlock', place),
    task: await world.ask(page(), 'page.task', { ...place, task: 'check' }),
  };
}

describe('a page that is bound to nothing', () => {
  it('A10: is answered the same without a profile, with one, and with several', async () => {
    const empty = startWorld();
    await empty.ask(popup, 'vault.create', { mode: 'no-secrets' });
    const none = await answers(empty);
    const { world } = await profileWorld();
    const one = await answers(world);
    unwrap(await world.ask(popup, 'profile.save', draft({ name: 'Second', slug: 'second' })));
    expect(one).toEqual(none);
    expect(await answers(world)).toEqual(none);
    // No page takes a style here, so that one says only that it could not be done.
    expect(none).toEqual({
      state: { button: false },
      plan: { ok: false, failure: { kind: 'not-bound' } },
      fill: { ok: false, failure: { kind: 'consent-spent' } },
      press: { ok: false, failure: { kind: 'no-answer' } },
      unlock: { ok: false, failure: { kind: 'not-bound' } },
      task: { ok: false, failure: { kind: 'not-bound' } },
    });
  });
});

describe('a page that is bound', () => {
  it('A10: hears in its state whether to show the button, and nothing else', async () => {
    const { world } = await boundWorld();
    expect(await world.ask(page(), 'page.state', state)).toEqual({ button: true });
    expect(await world.ask(page(), 'page.state', { ...state, ...elsewhere })).toEqual({ button: false });
    const odd = { consent: 'made-up', fields: [] };
    expect(await world.ask(page(), 'page.state', { ...state, filled: odd })).toEqual({ button: true });
    await world.ask(popup, 'vault.lock');
    expect(await world.ask(page(), 'page.state', state), 'locked').toEqual({ button: true });
    expect(await world.ask(page(), 'page.plan', place)).toEqual({ ok: false, failure: { kind: 'vault-locked' } });
    expect(await world.ask(page(), 'page.unlock', place)).toEqual({ ok: true, value: null });
  });

  it('A10: gets values, choices, names of secrets and a consent of its own profile alone', async () => {
    const { world } = await boundWorld();
    unwrap(await world.ask(popup, 'profile.save', draft({ name: 'Second', slug: 'second', clientId: 'test-second' })));
    const plan = unwrap(await world.ask(page(), 'page.plan', place));
    expect(Object.keys(plan).toSorted()).toEqual(['choices', 'consent', 'secrets', 'values']);
    expect(JSON.stringify(plan)).not.toMatch(/second|Second|Container management|revision|profileId/);
    const fill = { consent: plan.consent, fields: ['client_secret' as const], choices: {} };
    expect(Object.keys(unwrap(await world.ask(page(), 'page.fill', fill)))).toEqual(['secrets']);
  });

  it('A10: is told no more than that it is too fast, once it floods', async () => {
    const { world } = await boundWorld();
    const heard = new Set<string>();
    for (let count = 0; count < 60; count += 1) heard.add(JSON.stringify(await world.ask(page(), 'page.state', state)));
    expect([...heard]).toEqual(['{"button":true}', '{"ok":false,"failure":{"kind":"too-fast"}}']);
  });
});

describe('unbinding', () => {
  it('A2: holds at once in an open tab: no button, no plan, no fill of a preview that is open', async () => {
    const { world, binding } = await boundWorld();
    const { consent } = unwrap(await world.ask(page(), 'page.plan', place));
    await world.ask(popup, 'site.unbind', { bindingId: binding.id });
    expect(world.told.map(({ type }) => type)).toContain('tab.refresh');
    expect(await world.ask(page(), 'page.state', state)).toEqual({ button: false });
    expect(await world.ask(page(), 'page.plan', place)).toMatchObject({ failure: { kind: 'not-bound' } });
    const fill = { consent, fields: ['client_secret' as const], choices: {} };
    expect(await world.ask(page(), 'page.fill', fill)).toMatchObject({ failure: { kind: 'not-bound' } });
  });
});
