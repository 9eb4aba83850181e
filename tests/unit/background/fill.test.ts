// @vitest-environment node
/** What a page gets, and when: plan, fill and report of one document on one bound place. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RawSender } from '@/messaging/sender';
import type { FieldKey } from '@/recipes/schema';
import { boundWorld, profileWorld, unwrap } from './profile-world';
import { draft, origin, page, passphrase, place, popup, secret, startWorld, tabId, type World } from './world';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: 1_700_000_000_000 });
});

afterEach(() => {
  vi.useRealTimers();
});

function wait(milliseconds: number): void {
  vi.setSystemTime(Date.now() + milliseconds);
}

async function consentOf(world: World, sender = page()): Promise<string> {
  return unwrap(await world.ask(sender, 'page.plan', place)).consent;
}

function fill(
  world: World,
  consent: string,
  { sender = page(), fields = ['client_id', 'client_secret'], choices = {} }: FillWish = {},
) {
  return world.ask(sender, 'page.fill', { consent, fields, choices });
}

interface FillWish {
  sender?: RawSender;
  fields?: FieldKey[];
  choices?: Record<string, string>;
}

const filled = { ok: true, value: { secrets: { client_secret: secret } } };

async function bindingOf(world: World) {
  return unwrap(await world.ask(popup, 'shelf.read')).bindings[0];
}

describe('page.plan', () => {
  it('gives the values for this form without the secret', async () => {
    const { world } = await boundWorld();
    const answer = await world.ask(page(), 'page.plan', place);
    expect(answer).toMatchObject({
      ok: true,
      value: {
        values: {
          client_id: 'test-client-id',
          token: 'https://authentik.company/application/o/token/',
          scopes: ['openid', 'email', 'profile'],
        },
        choices: {},
        secrets: ['client_secret'],
      },
    });
    expect(JSON.stringify(answer)).not.toContain(secret);
    expect(JSON.stringify(answer)).not.toContain('Container management');
  });

  it.each<[string, RawSender, Partial<typeof place>, string]>([
    ['another origin', page({ origin: 'https://portainer.company:8443' }), {}, 'not-bound'],
    ['another base path', page(), { basePath: '/portainer/' }, 'not-bound'],
    ['another app', page(), { app: 'espocrm', form: 'authentication' }, 'not-bound'],
    ['an app nobody knows', page(), { app: 'constructor' }, 'not-recognised'],
  ])('gives nothing to %s', async (_name, sender, change, kind) => {
    const { world } = await boundWorld();
    world.granted = [origin, 'https://portainer.company:8443'];
    const answer = await world.ask(sender, 'page.plan', { ...place, ...change });
    expect(answer).toMatchObject({ ok: false, failure: { kind } });
  });

  it('gives nothing where the grant was taken back and the popup was not opened', async () => {
    const { world } = await boundWorld();
    expect(await world.ask(page({ tab: { id: 8 } }), 'page.plan', place)).toMatchObject({
      failure: { kind: 'not-bound' },
    });
    world.granted = [origin];
    expect(await world.ask(page({ tab: { id: 8 } }), 'page.plan', place)).toMatchObject({ ok: true });
  });

  it('says that there is no secret where none is kept', async () => {
    const world = startWorld();
    await world.ask(popup, 'vault.create', { mode: 'no-secrets' });
    const saved = unwrap(await world.ask(popup, 'profile.save', draft()));
    if (!('profile' in saved)) throw new Error('the draft was refused');
    await world.ask(popup, 'site.bind', { tabId, profileId: saved.profile.id });
    expect(await world.ask(page(), 'page.plan', place)).toMatchObject({ failure: { kind: 'secret-needed' } });
    const without = async () =>
      unwrap(await world.ask(page(), 'page.plan', { ...place, withoutSecret: true as const }));
    expect(await without()).toMatchObject({ secrets: [] });
    expect(await fill(world, (await without()).consent, { fields: ['client_id'] })).toEqual({
      ok: true,
      value: { secrets: {} },
    });
    wait(2000);
    expect(await fill(world, (await without()).consent)).toMatchObject({ failure: { kind: 'no-secret' } });
  });
});

describe('page.fill', () => {
  it('A4: gives the secret for the field the recipe fills with it, once', async () => {
    const { world } = await boundWorld();
    const consent = await consentOf(world);
    expect(await fill(world, consent)).toEqual(filled);
    wait(2000);
    expect(await fill(world, consent)).toMatchObject({ failure: { kind: 'consent-spent' } });
  });

  it('A10: gives no secret for fields that are not filled with it', async () => {
    const { world } = await boundWorld();
    expect(await fill(world, await consentOf(world), { fields: ['client_id', 'token'] })).toEqual({
      ok: true,
      value: { secrets: {} },
    });
  });

  it.each<FieldKey>(['api_token', 'issuer', 'icon'])(
    'A10: gives nothing at all once a field is named that was not in the plan: %s',
    async (stranger) => {
      const { world } = await boundWorld();
      const consent = await consentOf(world);
      expect(await fill(world, consent, { fields: ['client_id', 'client_secret', stranger] })).toMatchObject({
        failure: { kind: 'consent-spent' },
      });
      wait(2000);
      expect(await fill(world, consent), 'and the consent is spent').toMatchObject({
        failure: { kind: 'consent-spent' },
      });
    },
  );

  it.each<[string, RawSender]>([
    ['another document of the tab', page({ documentId: 'DOCUMENT-B' })],
    ['another tab', page({ tab: { id: 8 } })],
    ['another origin', page({ origin: 'https://portainer.company:8443', documentId: 'DOCUMENT-B' })],
  ])('gives nothing to %s', async (_name, sender) => {
    const { world } = await boundWorld();
    world.granted = [origin, 'https://portainer.company:8443'];
    const consent = await consentOf(world);
    expect(await fill(world, consent, { sender })).toMatchObject({ failure: { kind: 'consent-spent' } });
  });

  it('A10: gives nothing to the same document once it claims another origin', async () => {
    const { world } = await boundWorld();
    world.granted = [origin, 'https://evil.test'];
    const consent = await consentOf(world);
    expect(await fill(world, consent, { sender: page({ origin: 'https://evil.test' }) })).toMatchObject({
      failure: { kind: 'not-bound' },
    });
  });

  it('A10: gives nothing where the grant was taken back after the preview', async () => {
    const { world } = await boundWorld();
    const sender = page({ tab: { id: 8 } });
    await world.grant(origin);
    const consent = await consentOf(world, sender);
    await world.grant();
    expect(await fill(world, consent, { sender })).toMatchObject({ failure: { kind: 'not-bound' } });
  });

  it('A10: gives nothing for a made-up consent', async () => {
    const { world } = await boundWorld();
    await consentOf(world);
    expect(await fill(world, 'made-up')).toMatchObject({ failure: { kind: 'consent-spent' } });
  });

  it('gives nothing later than 30 seconds after the preview', async () => {
    const { world } = await boundWorld();
    const consent = await consentOf(world);
    wait(30_000);
    expect(await fill(world, consent)).toMatchObject({ failure: { kind: 'consent-spent' } });
  });

  it('A10: gives nothing twice within two seconds', async () => {
    const { world } = await boundWorld();
    await fill(world, await consentOf(world));
    const next = await consentOf(world);
    expect(await fill(world, next)).toMatchObject({ failure: { kind: 'too-fast' } });
    wait(2000);
    expect(await fill(world, next)).toEqual(filled);
  });

  it.each<[string, (world: World, ids: { bindingId: string; profileId: string }) => Promise<unknown>, string]>([
    ['the vault is locked', (world) => world.ask(popup, 'vault.lock'), 'vault-locked'],
    ['the site is unbound', (world, { bindingId }) => world.ask(popup, 'site.unbind', { bindingId }), 'not-bound'],
    [
      'the profile is removed',
      (world, { profileId }) => world.ask(popup, 'profile.remove', { id: profileId }),
      'not-bound',
    ],
    [
      'the profile is changed',
      (world, { profileId }) => world.ask(popup, 'profile.save', draft({ id: profileId, clientId: 'test-other' })),
      'consent-spent',
    ],
  ])('gives nothing when %s after the preview', async (_name, change, kind) => {
    const { world, binding, profileId } = await boundWorld();
    const consent = await consentOf(world);
    await change(world, { bindingId: binding.id, profileId });
    expect(await fill(world, consent)).toMatchObject({ ok: false, failure: { kind } });
  });

  it('gives nothing when the binding was moved to another profile after the preview', async () => {
    const { world } = await boundWorld();
    const consent = await consentOf(world);
    const other = unwrap(
      await world.ask(popup, 'profile.save', draft({ slug: 'other', clientSecret: 'TEST-secret-background-0002' })),
    );
    if (!('profile' in other)) throw new Error('the draft was refused');
    await world.ask(popup, 'site.bind', { tabId, profileId: other.profile.id });
    expect(await fill(world, consent)).toMatchObject({ failure: { kind: 'not-bound' } });
  });

  it('remembers choices the recipe declares, and no others', async () => {
    const { world } = await boundWorld();
    const choices = { user_identifier: 'email', madeUp: 'x', constructor: 'y' };
    await fill(world, await consentOf(world), { choices });
    expect(await bindingOf(world)).toMatchObject({ choices: { user_identifier: 'email' } });
    wait(2000);
    await fill(world, await consentOf(world), { choices: { user_identifier: 'groups' } });
    expect((await bindingOf(world))?.choices).toEqual({ user_identifier: 'email' });
    expect(await world.ask(page(), 'page.plan', place)).toMatchObject({
      value: { choices: { user_identifier: 'email' } },
    });
  });
});

describe('a fill that was given nothing', () => {
  it('does not hold up the next honest one', async () => {
    const { world } = await boundWorld();
    expect(await fill(world, await consentOf(world), { fields: ['api_token'] })).toMatchObject({ ok: false });
    expect(await fill(world, await consentOf(world))).toEqual(filled);
    expect(await fill(world, await consentOf(world))).toMatchObject({ failure: { kind: 'too-fast' } });
  });
});

describe('page.state after a fill', () => {
  const callbacks = [
    { url: `${origin}/`, how: 'read' },
    { url: 'https://evil.test/', how: 'read' },
    { url: 'javascript:alert(1)', how: 'fixed' },
  ] as const;
  const fields = [{ key: 'client_id', outcome: 'filled' }] as const;

  const report = (world: World, consent: string, sender = page()) =>
    world.ask(sender, 'page.state', { ...place, callbacks: [...callbacks], filled: { consent, fields: [...fields] } });

  it('A7: stores what passes the checks, and the revision that was filled', async () => {
    const { world, profileId } = await boundWorld();
    const consent = await consentOf(world);
    await fill(world, consent);
    expect(await report(world, consent)).toEqual({ button: true });
    const shelf = unwrap(await world.ask(popup, 'shelf.read'));
    expect(shelf.callbacks).toEqual([
      {
        id: expect.any(String),
        url: `${origin}/`,
        app: 'portainer',
        origin,
        profileId,
        at: Date.now(),
        how: 'read',
      },
    ]);
    expect(shelf.bindings).toMatchObject([{ filledRevision: 1 }]);
    const [callback] = shelf.callbacks;
    expect(await world.ask(popup, 'callback.remove', { id: callback?.id ?? '' })).toEqual({ ok: true, value: null });
    expect(unwrap(await world.ask(popup, 'shelf.read')).callbacks).toEqual([]);
  });

  it.each<[string, (consent: string) => [string, RawSender]]>([
    ['without a consent', () => ['made-up', page()]],
    ['of another document', (consent) => [consent, page({ documentId: 'DOCUMENT-B' })]],
  ])('stores nothing %s', async (_name, claim) => {
    const { world } = await boundWorld();
    const consent = await consentOf(world);
    await fill(world, consent);
    await report(world, ...claim(consent));
    expect(unwrap(await world.ask(popup, 'shelf.read')).callbacks).toEqual([]);
    expect(await bindingOf(world)).not.toHaveProperty('filledRevision');
  });

  it('stores nothing before the consent was spent', async () => {
    const { world } = await boundWorld();
    await report(world, await consentOf(world));
    expect(unwrap(await world.ask(popup, 'shelf.read')).callbacks).toEqual([]);
  });

  it('stores nothing when it names another place than the bound one', async () => {
    const { world } = await boundWorld();
    const consent = await consentOf(world);
    await fill(world, consent);
    const filledThere = { consent, fields: [...fields] };
    await world.ask(page(), 'page.state', {
      ...place,
      basePath: '/other/',
      callbacks: [...callbacks],
      filled: filledThere,
    });
    expect(unwrap(await world.ask(popup, 'shelf.read')).callbacks).toEqual([]);
  });
});

describe('the whole path after a restart of the worker', () => {
  it('keeps a consent, since it is not in memory only', async () => {
    const { world } = await boundWorld();
    const consent = await consentOf(world);
    const stored = await world.save();
    const restarted = startWorld();
    await restarted.load(stored);
    expect(await fill(restarted, consent)).toEqual(filled);
  });

  it('unlocks with the passphrase again after a lock', async () => {
    const { world } = await profileWorld();
    await world.ask(popup, 'vault.lock');
    expect(await world.ask(popup, 'vault.unlock', { passphrase: 'wrong test passphrase' })).toMatchObject({
      failure: { kind: 'wrong-passphrase' },
    });
    expect(await world.ask(popup, 'vault.unlock', { passphrase })).toEqual({ ok: true, value: { state: 'unlocked' } });
  });
});
