// @vitest-environment node
/** Each secret goes into its own fields alone: a client secret is never given for a token, nor a token for a secret. */
import { describe, expect, it } from 'vitest';
import type { FieldKey } from '@/recipes/schema';
import { acme, withAcme } from './acme';
import { unwrap } from './profile-world';
import { boundTo, syncLook, type TokenWorld, token, tokenDraft, tokenWorld } from './token-world';
import { draft, origin, page, popup, secret, startWorld, tabId, type World } from './world';

withAcme();

async function fill({ world, place }: Pick<TokenWorld, 'world' | 'place'>, ...fields: FieldKey[]) {
  const { consent } = unwrap(await world.ask(page(), 'page.plan', place));
  return world.ask(page(), 'page.fill', { consent, fields, choices: {} });
}

const given = (secrets: object) => ({ ok: true, value: { secrets } });
const noSecret = { ok: false, failure: { kind: 'no-secret' } };

describe('page.plan', () => {
  it('gives of a token its authentik, and names the secret it holds', async () => {
    const { world, place } = await boundTo('token');
    expect(await world.ask(page(), 'page.plan', place)).toEqual({
      ok: true,
      value: {
        values: {
          base_url: 'https://authentik.company',
          tokens_page: 'https://authentik.company/if/admin/#/core/tokens',
        },
        choices: {},
        secrets: ['api_token'],
        consent: expect.any(String),
      },
    });
  });

  it('names the client secret alone of a client', async () => {
    const { world, place } = await boundTo('client');
    expect(await world.ask(page(), 'page.plan', place)).toMatchObject({
      ok: true,
      value: { values: { client_id: 'test-client-id' }, secrets: ['client_secret'] },
    });
  });

  it('names no secret where none is kept', async () => {
    const world = startWorld();
    await world.ask(popup, 'vault.create', { mode: 'no-secrets' });
    const saved = unwrap(await world.ask(popup, 'profile.save', tokenDraft()));
    if (!('profile' in saved)) throw new Error('the draft was refused');
    world.tab.answers['tab.read'] = syncLook();
    await world.ask(popup, 'site.bind', { tabId, profileId: saved.profile.id });
    const place = { app: 'acme', form: 'sync', basePath: '/' };
    expect(await world.ask(page(), 'page.plan', place)).toMatchObject({ failure: { kind: 'secret-needed' } });
    const without = unwrap(await world.ask(page(), 'page.plan', { ...place, withoutSecret: true }));
    expect(without.secrets).toEqual([]);
    const { consent } = without;
    expect(await world.ask(page(), 'page.fill', { consent, fields: ['api_token'], choices: {} })).toEqual(noSecret);
    expect(JSON.stringify(await world.save())).not.toContain(token);
  });
});

describe('page.fill', () => {
  it('gives an API token for its field, and nothing for those without a secret', async () => {
    expect(await fill(await boundTo('token'), 'base_url', 'icon', 'api_token')).toEqual(given({ api_token: token }));
  });

  it('gives a client secret for its field', async () => {
    expect(await fill(await boundTo('client'), 'client_id', 'client_secret')).toEqual(given({ client_secret: secret }));
  });

  it.each<['token' | 'client', FieldKey[]]>([
    ['client', ['api_token']],
    ['client', ['client_secret', 'api_token']],
    ['client', ['filter']],
    ['token', ['client_secret']],
    ['token', ['api_token', 'client_secret']],
  ])('gives a %s nothing when it is asked for %j', async (kind, fields) => {
    const answer = await fill(await boundTo(kind), ...fields);
    expect(answer).toEqual(noSecret);
    expect(JSON.stringify(answer)).not.toMatch(/TEST-/);
  });

  it('knows the fields of every variant, whichever one the page shows', async () => {
    expect(await fill(await boundTo('token'), 'filter', 'api_token')).toEqual(
      given({ filter: token, api_token: token }),
    );
  });

  it('A4: gives neither for a field that asks for both', async () => {
    expect(await fill(await boundTo('client', 'twisted'), 'api_token')).toEqual(noSecret);
    expect(await fill(await boundTo('token', 'twisted'), 'api_token')).toEqual(noSecret);
    expect(await fill(await boundTo('client', 'twisted'), 'client_secret')).toEqual(given({ client_secret: secret }));
  });

  it('gives nothing when the token was changed after the preview', async () => {
    const { world, place, tokenId } = await boundTo('token');
    const { consent } = unwrap(await world.ask(page(), 'page.plan', place));
    await world.ask(popup, 'profile.save', tokenDraft({ id: tokenId, apiToken: 'TEST-token-background-0002' }));
    const answer = await world.ask(page(), 'page.fill', { consent, fields: ['api_token'], choices: {} });
    expect(answer).toEqual({ ok: false, failure: { kind: 'consent-spent' } });
  });
});

describe('site.bind', () => {
  const bind = (world: World, profileId: string, typedHost?: string) =>
    world.ask(popup, 'site.bind', { tabId, profileId, ...(typedHost !== undefined && { typedHost }) });

  it.each<['tokens' | 'clients', 'tokenId' | 'clientId', 'tokenId' | 'clientId']>([
    ['tokens', 'tokenId', 'clientId'],
    ['clients', 'clientId', 'tokenId'],
  ])('takes for a form of %s only what the form takes', async (form, fitting, other) => {
    const made = await tokenWorld({ form });
    expect(await bind(made.world, made[other])).toEqual({ ok: false, failure: { kind: 'not-found' } });
    expect(unwrap(await made.world.ask(popup, 'shelf.read')).bindings).toEqual([]);
    expect(await bind(made.world, made[fitting])).toMatchObject({ ok: true });
  });

  it('A5: stops where the app has had the token under another host, until this one is typed', async () => {
    const { world, tokenId } = await boundTo('token');
    const evil = 'https://portainer.company-test';
    world.tab.url = `${evil}/sync`;
    world.tab.answers['tab.read'] = syncLook({ origin: evil });
    expect(unwrap(await world.ask(popup, 'tab.look', { tabId }))).toMatchObject({
      host: 'portainer.company-test',
      candidates: [{ profileId: tokenId, boundElsewhere: [origin], knownHosts: ['portainer.company'] }, {}],
    });
    const stopped = { ok: false, failure: { kind: 'host-not-confirmed', detail: 'portainer.company-test' } };
    expect(await bind(world, tokenId)).toEqual(stopped);
    expect(await bind(world, tokenId, 'portainer.company')).toEqual(stopped);
    expect(await bind(world, tokenId, 'portainer.company-test')).toMatchObject({ ok: true });
  });
});

describe('a binding to a kind its form takes no more', () => {
  it('gives nothing', async () => {
    const made = await boundTo('token');
    const { consent } = unwrap(await made.world.ask(page(), 'page.plan', made.place));
    const sync: { profiles?: string[] } | undefined = acme.forms.find(({ id }) => id === 'sync');
    const before = sync?.profiles;
    if (!sync || !before) throw new Error('no such form');
    try {
      sync.profiles = ['oidc-client'];
      const refused = { ok: false, failure: { kind: 'not-bound' } };
      expect(await made.world.ask(page(), 'page.plan', made.place)).toEqual(refused);
      const wish = { consent, fields: ['api_token' as const], choices: {} };
      expect(await made.world.ask(page(), 'page.fill', wish)).toEqual(refused);
    } finally {
      sync.profiles = before;
    }
  });
});

describe('tab.look', () => {
  it('lists the profiles the form takes, the better kind first, and plans each with its own secret', async () => {
    const { world, tokenId, clientId } = await tokenWorld();
    const card = unwrap(await world.ask(popup, 'tab.look', { tabId }));
    if (card.kind !== 'recognised') throw new Error('not recognised');
    expect(card.candidates.map(({ profileId }) => profileId)).toEqual([tokenId, clientId]);
    const states = card.candidates.map(({ plan }) =>
      plan.rows.filter(({ isSecret }) => isSecret).map(({ key, state }) => [key, state]),
    );
    expect(states).toEqual([
      [
        ['client_secret', 'left'],
        ['api_token', 'change'],
      ],
      [
        ['client_secret', 'change'],
        ['api_token', 'left'],
      ],
    ]);
    expect(JSON.stringify(card)).not.toMatch(/TEST-/);
  });

  it('lists none of another kind', async () => {
    const { world, clientId } = await tokenWorld({ form: 'clients' });
    const card = unwrap(await world.ask(popup, 'tab.look', { tabId }));
    expect(card).toMatchObject({ candidates: [{ profileId: clientId }] });
  });
});

describe('values of a token', () => {
  it('are copied as far as there are any', async () => {
    const { world, tokenId } = await tokenWorld();
    expect(await world.ask(popup, 'profile.values', { id: tokenId })).toEqual({
      ok: true,
      value: { base_url: 'https://authentik.company' },
    });
    world.tab.answers['tab.put'] = true;
    const put = (name: 'base_url' | 'issuer') => world.ask(popup, 'focused.fill', { tabId, profileId: tokenId, name });
    expect(await put('base_url')).toEqual({ ok: true, value: null });
    expect(world.told.at(-1)).toMatchObject({ type: 'tab.put', data: { text: 'https://authentik.company' } });
    world.told = [];
    expect(await put('issuer')).toMatchObject({ failure: { kind: 'not-found' } });
    expect(world.told.map(({ type }) => type)).not.toContain('tab.put');
  });

  it('are kept as a draft in memory, and go with a lock', async () => {
    const { world } = await tokenWorld();
    await world.ask(popup, 'draft.write', { key: 'form-1', window: 'window-1', draft: tokenDraft() });
    const drafts = () => world.ask(popup, 'draft.read', { window: 'window-2' });
    expect(await drafts()).toEqual({ ok: true, value: { drafts: [{ key: 'form-1', draft: tokenDraft() }] } });
    expect(JSON.stringify((await world.save()).local)).not.toContain(token);
    await world.ask(popup, 'vault.lock');
    expect(await drafts()).toEqual({ ok: true, value: { drafts: [] } });
    expect(JSON.stringify(await world.save())).not.toContain(token);
  });

  it('come back with an undo, and never become those of a client', async () => {
    const { world, tokenId } = await boundTo('token');
    expect(await world.ask(popup, 'profile.remove', { id: tokenId })).toEqual({
      ok: true,
      value: { name: 'Directory', adminPage: expect.stringContaining('/if/admin/#/core/tokens;') },
    });
    expect(await world.ask(popup, 'profile.undo')).toMatchObject({ ok: true, value: { profile: { id: tokenId } } });
    expect(unwrap(await world.ask(popup, 'shelf.read')).bindings).toMatchObject([{ profileId: tokenId }]);
    expect(await world.ask(popup, 'profile.save', draft({ id: tokenId, slug: 'x' }))).toMatchObject({
      failure: { kind: 'draft-invalid' },
    });
  });
});
