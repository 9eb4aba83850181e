// @vitest-environment node
/** From the page to a bound profile: what is made, what is kept of it, and what happens when a part of it fails. */
import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { findConnection } from '@/profiles/connections';
import { readVault } from '@/vault/store';
import { json } from '../../authentik/api/fake-authentik';
import { unwrap } from '../profile-world';
import { draft, look, origin, page, popup, tabId } from '../world';
import { at, baseUrl, createWorld } from './create-world';

const creation = 'core/transactional/applications/';
const puts = (sent: { method: string }[]) => sent.filter(({ method }) => method !== 'GET');

describe('create.propose', () => {
  it('says the whole, and sends nothing', async () => {
    const { world, sent } = await createWorld();
    const proposal = await world.ask(popup, 'create.propose', at);
    expect(proposal).toMatchObject({
      ok: true,
      value: {
        creation: {
          name: 'Portainer',
          slug: 'portainer',
          clientType: 'confidential',
          authorizationFlow: 'pk-of-default-provider-authorization-implicit-consent',
          invalidationFlow: 'pk-of-default-provider-invalidation-flow',
          signingKey: 'key-1',
          subjectMode: 'hashed_user_id',
          mappings: ['openid-1', 'email-1', 'profile-1'],
          redirectUris: [{ url: `${origin}/`, matching: 'strict', kind: 'authorization' }],
        },
        lacks: [],
        app: { name: 'Portainer', host: 'portainer.company', origin, granted: true },
        keepsSecret: true,
      },
    });
    expect(puts(sent)).toEqual([]);
  });

  it('proposes no slug that a profile of this authentik has', async () => {
    const { world, propose } = await createWorld();
    unwrap(await world.ask(popup, 'profile.save', draft({ slug: 'portainer' })));
    expect(await propose()).toMatchObject({ name: 'Portainer', slug: 'portainer-2' });
  });

  it('asks authentik nothing for a page that is none, or that may not be filled', async () => {
    const { world, sent } = await createWorld();
    world.tab.answers['tab.read'] = { nothing: true };
    expect(await world.ask(popup, 'create.propose', at)).toMatchObject({ failure: { kind: 'not-recognised' } });
    world.tab.url = 'http://portainer.company/#!/settings/auth';
    world.tab.answers['tab.read'] = look({ origin: 'http://portainer.company' });
    expect(await world.ask(popup, 'create.propose', at)).toMatchObject({ failure: { kind: 'http-refused' } });
    expect(sent).toEqual([]);
  });
});

describe('create.make', () => {
  it('makes it, stores the profile with its secret, binds the page and brings it back with its preview', async () => {
    const { world, sent, propose } = await createWorld();
    const report = await world.ask(popup, 'create.make', { ...at, creation: await propose() });
    const { client_id: clientId, client_secret: secret } = (puts(sent)[0] as never as { body: { provider: Secret } })
      .body.provider;
    expect(report).toEqual({
      ok: true,
      value: {
        client: {
          name: 'Portainer',
          slug: 'portainer',
          clientId,
          adminPage: `${baseUrl}/if/admin/#/core/applications/portainer`,
        },
        end: { is: 'made', pk: 1, differs: [] },
      },
    });
    expect([clientId, secret].map((text) => [text.length, /^[A-Za-z0-9]+$/.test(text)])).toEqual([
      [40, true],
      [128, true],
    ]);
    expect(JSON.stringify(report)).not.toContain(secret);
    const shelf = unwrap(await world.ask(popup, 'shelf.read'));
    expect(shelf.profiles).toMatchObject([
      { slug: 'portainer', clientId, hasSecret: true, redirectUris: [`${origin}/`] },
    ]);
    expect(shelf.bindings).toMatchObject([{ origin, app: 'portainer', profileId: shelf.profiles[0]?.id }]);
    expect(fakeBrowser.tabs.update).toHaveBeenCalledWith(tabId, { active: true });
    expect(world.told.at(-1)).toMatchObject({ type: 'tab.bound', tabId });
    expect(JSON.stringify(await fakeBrowser.storage.session.get(null))).not.toContain(secret);
  });

  it('never sends what the page does not need', async () => {
    const { world, sent, propose } = await createWorld();
    const shown = await propose();
    const redirectUris = [{ url: 'https://evil.test/', matching: 'strict', kind: 'authorization' }];
    for (const changes of [{ redirectUris }, { clientType: 'public' as const }]) {
      const answer = await world.ask(popup, 'create.make', { ...at, creation: { ...shown, ...changes } });
      expect(answer).toEqual({ ok: true, value: { end: { is: 'page-changed' } } });
    }
    expect(puts(sent)).toEqual([]);
  });

  it('sends nothing that could not be stored as a profile', async () => {
    const { world, sent, propose } = await createWorld();
    const answer = await world.ask(popup, 'create.make', { ...at, creation: { ...(await propose()), slug: 'token' } });
    expect(answer).toMatchObject({ ok: true, value: { end: { is: 'unsound', messages: [{ code: 'slugReserved' }] } } });
    expect(puts(sent)).toEqual([]);
  });

  it('stores later what the vault could not store, and makes nothing a second time', async () => {
    const { world, sent, propose } = await createWorld();
    const shown = await propose();
    const full = vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('full'));
    const failed = await world.ask(popup, 'create.make', { ...at, creation: shown });
    expect(failed).toMatchObject({ ok: true, value: { end: { is: 'made' }, left: { what: 'profile' } } });
    full.mockRestore();
    const stored = await world.ask(popup, 'create.resume', { tabId, job: 'job-2' });
    expect(stored).toMatchObject({ ok: true, value: { end: { is: 'made' } } });
    expect(stored).not.toHaveProperty('value.left');
    expect(puts(sent)).toHaveLength(1);
    expect(unwrap(await world.ask(popup, 'shelf.read')).bindings).toHaveLength(1);
    expect(await world.ask(popup, 'create.resume', { tabId, job: 'job-3' })).toMatchObject({
      failure: { kind: 'not-found' },
    });
  });

  it('goes on later with what could not be read back', async () => {
    const { world, answers, propose } = await createWorld();
    const shown = await propose();
    const lists = { count: 0 };
    answers['providers/oauth2/'] = () => {
      lists.count += 1;
      return lists.count === 1 ? json({ detail: 'no' }, 502) : undefined;
    };
    const unsure = await world.ask(popup, 'create.make', { ...at, creation: shown });
    expect(unsure).toMatchObject({ ok: true, value: { end: { is: 'unsure' }, client: { slug: 'portainer' } } });
    expect(unwrap(await world.ask(popup, 'shelf.read')).profiles).toEqual([]);
    await world.ask(popup, 'create.resume', { tabId, job: 'job-2' });
    expect(unwrap(await world.ask(popup, 'shelf.read')).profiles).toHaveLength(1);
  });

  it('forgets a client that was refused', async () => {
    const { world, answers, propose } = await createWorld();
    const shown = await propose();
    answers[creation] = () => json({ provider: 'User lacks permission to create authentik_providers_oauth2.x' }, 403);
    expect(await world.ask(popup, 'create.make', { ...at, creation: shown })).toMatchObject({
      ok: true,
      value: { end: { is: 'not-allowed', to: 'unknown' } },
    });
    expect(await world.ask(popup, 'create.resume', { tabId, job: 'job-2' })).toMatchObject({ ok: false });
  });

  it('stores the profile where the page has gone meanwhile, and says that it is not bound', async () => {
    const { world, answers, propose } = await createWorld();
    const shown = await propose();
    answers[creation] = () => {
      world.tab.answers['tab.read'] = { nothing: true };
      return undefined;
    };
    expect(await world.ask(popup, 'create.make', { ...at, creation: shown })).toMatchObject({
      ok: true,
      value: { end: { is: 'made' }, left: { what: 'page', failure: { kind: 'page-gone' } } },
    });
    const shelf = unwrap(await world.ask(popup, 'shelf.read'));
    expect([shelf.profiles.length, shelf.bindings.length]).toEqual([1, 0]);
    expect(fakeBrowser.tabs.update).not.toHaveBeenCalled();
  });

  it('keeps the secret for the session where the vault keeps none', async () => {
    const { world, sent, propose } = await createWorld('no-secrets');
    expect(await world.ask(popup, 'create.propose', at)).toMatchObject({ ok: true, value: { keepsSecret: false } });
    const report = await world.ask(popup, 'create.make', { ...at, creation: await propose() });
    expect(report).toMatchObject({ ok: true, value: { end: { is: 'made' } } });
    expect(report).not.toHaveProperty('value.left');
    const { client_secret: secret } = (puts(sent)[0] as never as { body: { provider: Secret } }).body.provider;
    const shelf = unwrap(await world.ask(popup, 'shelf.read'));
    expect(shelf.profiles).toMatchObject([{ hasSecret: false }]);
    expect(shelf.sessionSecrets).toEqual([shelf.profiles[0]?.id]);
    const { local } = await world.save();
    expect(JSON.stringify(local)).not.toContain(secret);
  });

  it('is not for a page to ask', async () => {
    const { world, sent } = await createWorld();
    expect(await world.ask(page(), 'create.propose', at)).toBe('dropped');
    expect(sent).toEqual([]);
    const known = await readVault((snapshot) => findConnection(snapshot, baseUrl)?.by);
    expect(known).toEqual({ ok: true, value: 'token' });
  });
});

interface Secret {
  client_id: string;
  client_secret: string;
}
