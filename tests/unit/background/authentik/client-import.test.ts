/** Profiles from the clients of an authentik: which stand for which, what is taken of them, and what never is. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { ClientPreview } from '@/messaging/client-import-protocol';
import { providerRecord } from '../../authentik/api/fake-authentik';
import { profileWorld, unwrap } from '../profile-world';
import { draft, page, popup, secret, startWorld, type World } from '../world';

const baseUrl = 'https://authentik.company';
const hidden = 'test-secret-of-a-form';

let world: World;
let profileId: string;

/** One client as authentik tells of it. */
function provider(pk: number, slug: string | null, changes: Record<string, unknown> = {}): Record<string, unknown> {
  return providerRecord({
    pk,
    name: `Provider ${pk}`,
    client_id: `client-${pk}`,
    client_secret: `test-secret-of-${pk}`,
    redirect_uris: [],
    assigned_application_slug: slug,
    assigned_application_name: slug && `App ${slug}`,
    ...changes,
  });
}

/** The tab shows authentik's own page, where an administrator is signed in. */
function showAdmin(providers: Record<string, unknown>[], isSuperuser = true): void {
  const answers: Record<string, unknown> = {
    'admin/version/': { version_current: '2026.8.3' },
    'core/users/me/': { user: { username: 'jane', is_superuser: isSuperuser } },
    'providers/oauth2/': { pagination: { next: 0, count: providers.length }, results: providers },
  };
  world.tab.url = `${baseUrl}/if/admin/#/core/providers`;
  world.tab.answers = {
    'admin.read': { ok: true, value: { baseUrl } },
    'admin.call': ({ request }: { request: { path: string } }) => ({ ok: true, value: answers[request.path] }),
    'admin.form': null,
  };
}

async function read(): Promise<ClientPreview> {
  const answer = await world.ask(popup, 'authentik.readClients', { baseUrl, job: 'job-1' });
  if (answer === 'dropped' || !answer.ok) throw new Error(`no list: ${JSON.stringify(answer)}`);
  return answer.value;
}

const states = ({ clients }: ClientPreview) => clients.map(({ pk, profile }) => [pk, profile.state]);
const shelf = async () => unwrap(await world.ask(popup, 'shelf.read'));
const askedForms = () => world.told.filter(({ type }) => type === 'admin.form').map(({ data }) => data);

async function take(pks: number[], replace: string[] = []) {
  const { digest } = await read();
  return unwrap(await world.ask(popup, 'authentik.importClients', { digest, take: pks, replace }));
}

beforeEach(async () => {
  ({ world, profileId } = await profileWorld());
});

describe('a client that is here already', () => {
  it('is the one with its slug, and its own name, scopes and secret stay until they are ticked', async () => {
    unwrap(await world.ask(popup, 'profile.save', draft({ id: profileId, name: 'My boxes', scopes: 'openid groups' })));
    showAdmin([provider(1, 'containers', { client_id: 'test-client-id', client_secret: secret })]);
    expect((await read()).clients[0]?.profile).toMatchObject({
      state: 'same',
      here: { id: profileId, name: 'My boxes' },
    });
    showAdmin([provider(1, 'containers')]);
    const changes = [
      { field: 'clientId', now: 'test-client-id', next: 'client-1' },
      { field: 'clientSecret', isFirst: false },
    ];
    expect((await read()).clients[0]?.profile).toMatchObject({ state: 'changed', changes });
    expect(await take([1])).toEqual({ added: 0, replaced: 0, lacking: [] });
    expect(await take([], [profileId])).toEqual({ added: 0, replaced: 1, lacking: [] });
    expect((await shelf()).profiles).toMatchObject([
      { id: profileId, name: 'My boxes', scopes: ['openid', 'groups'], clientId: 'client-1', secretRevision: 1 },
    ]);
  });

  it('is the one with its client ID where the application has another slug now', async () => {
    showAdmin([provider(1, 'boxes', { client_id: 'test-client-id', client_secret: secret })]);
    expect((await read()).clients[0]?.profile).toMatchObject({
      state: 'changed',
      here: { id: profileId },
      changes: [{ field: 'slug', now: 'containers', next: 'boxes' }],
    });
  });

  it('stands for one client alone: the slug goes before the client ID', async () => {
    showAdmin([provider(1, 'boxes', { client_id: 'test-client-id' }), provider(2, 'containers')]);
    const shown = await read();
    expect(states(shown)).toEqual([
      [1, 'new'],
      [2, 'changed'],
    ]);
    await take([1], [profileId]);
    expect((await shelf()).profiles.map((profile) => 'slug' in profile && profile.slug).sort()).toEqual([
      'boxes',
      'containers',
    ]);
  });

  it('of another authentik is another client', async () => {
    const other = draft({ id: profileId, address: 'https://elsewhere.company' });
    unwrap(await world.ask(popup, 'profile.save', other));
    showAdmin([provider(1, 'containers', { client_id: 'test-client-id' })]);
    const shown = await read();
    expect([states(shown), shown.gone]).toEqual([[[1, 'new']], []]);
  });
});

describe('a client on its way in', () => {
  it('brings the addresses a sign-in may come back to, and no pattern', async () => {
    const entry = (url: string, matching_mode = 'strict', redirect_uri_type = 'authorization') => ({
      ...{ url, matching_mode, redirect_uri_type },
    });
    const entries = [
      entry('https://a.company/cb'),
      entry('https://b.company/.*', 'regex'),
      entry(String.raw`https://c\.company/cb`, 'regex'),
      entry('https://d.company/out', 'strict', 'logout'),
      entry('app.company://cb'),
      entry('https://e.company/cb', 'newer'),
    ];
    showAdmin([
      provider(1, 'list', { redirect_uris: entries }),
      provider(2, 'text', { redirect_uris: 'https://f.company/cb\nhttps://g\\.company/cb\nhttps://.*' }),
    ]);
    await take([1, 2]);
    const { profiles } = await shelf();
    const urlsOf = (slug: string) => profiles.find((one) => 'slug' in one && one.slug === slug);
    expect(urlsOf('list')).toMatchObject({ redirectUris: ['https://a.company/cb', 'https://c.company/cb'] });
    expect(urlsOf('text')).toMatchObject({ redirectUris: ['https://f.company/cb', 'https://g.company/cb'] });
  });

  it.each<[string, Record<string, unknown>]>([
    ['a slug that no profile may have', { assigned_application_slug: 'token' }],
    ['a client ID that authentik would not have', { client_id: 'client\u0000' }],
    ['a secret that is none', { client_secret: `test-secret-${'x'.repeat(300)}` }],
  ])('is left out with %s', async (_name, changes) => {
    showAdmin([provider(1, 'files', changes)]);
    expect((await read()).clients[0]?.profile).toMatchObject({ state: 'left-out', why: 'unsound' });
    expect(await take([1])).toEqual({ added: 0, replaced: 0, lacking: [] });
  });

  it('is left out without an application, and as a public client', async () => {
    showAdmin([provider(1, null), provider(2, 'open', { client_type: 'public' })]);
    const why = (await read()).clients.map(({ profile }) => 'why' in profile && profile.why);
    expect(why).toEqual(['no-application', 'public-client']);
    expect(await take([1, 2])).toEqual({ added: 0, replaced: 0, lacking: [] });
  });

  it('stays where it is without a tick', async () => {
    showAdmin([provider(1, 'one'), provider(2, 'two'), provider(3, 'containers')]);
    expect(await take([2])).toEqual({ added: 1, replaced: 0, lacking: [] });
    expect((await shelf()).profiles.map(({ name }) => name).sort()).toEqual(['App two', 'Container management']);
  });

  it('keeps its issuer mode apart from that of its neighbours', async () => {
    showAdmin([provider(1, 'one'), provider(2, 'two', { issuer_mode: 'global' })]);
    await take([1, 2]);
    const { instances } = await shelf();
    expect(instances.map(({ issuerMode, name }) => [issuerMode, name])).toEqual([
      ['per_provider', 'Company'],
      ['global', 'Company'],
    ]);
  });

  it('leaves its secret behind where none are kept, in memory too', async () => {
    world = startWorld();
    unwrap(await world.ask(popup, 'vault.create', { mode: 'no-secrets' }));
    showAdmin([provider(1, 'files')]);
    expect((await read()).clients[0]?.profile).toMatchObject({ state: 'new', hasSecret: false });
    expect(JSON.stringify(await world.save())).not.toContain('test-secret-of');
    expect(await take([1])).toEqual({ added: 1, replaced: 0, lacking: [] });
    expect(JSON.stringify(await world.save())).not.toContain('test-secret-of');
  });
});

describe('the list', () => {
  it('is told to screens without any secret, forgotten on request and with a lock, and no page may ask for it', async () => {
    showAdmin([provider(1, 'files')]);
    const shown = await read();
    expect(JSON.stringify(shown)).not.toContain('test-secret-of');
    expect(JSON.stringify((await world.save()).session)).toContain('test-secret-of-1');
    unwrap(await world.ask(popup, 'authentik.forgetClients'));
    expect(JSON.stringify((await world.save()).session)).not.toContain('test-secret-of-1');
    const order = { digest: shown.digest, take: [1], replace: [] };
    expect(await world.ask(popup, 'authentik.importClients', order)).toMatchObject({
      failure: { kind: 'import-stale' },
    });
    expect(await world.ask(page(), 'authentik.readClients', { baseUrl, job: 'job-1' })).toBe('dropped');
    await read();
    await world.ask(popup, 'vault.lock');
    expect(JSON.stringify((await world.save()).session)).not.toContain('test-secret-of-1');
  });

  it('is taken over once', async () => {
    showAdmin([provider(1, 'files')]);
    const { digest } = await read();
    const apply = () => world.ask(popup, 'authentik.importClients', { digest, take: [1], replace: [] });
    expect(await Promise.all([apply(), apply()])).toEqual(
      expect.arrayContaining([
        { ok: true, value: { added: 1, replaced: 0, lacking: [] } },
        { ok: false, failure: { kind: 'import-stale' } },
      ]),
    );
    expect((await shelf()).profiles).toHaveLength(2);
  });

  it('marks nobody new for an account that may not see everything, and unmarks who is found', async () => {
    showAdmin([]);
    expect((await read()).gone).toEqual([{ id: profileId, name: 'Container management' }]);
    showAdmin([], false);
    expect((await read()).gone).toHaveLength(1);
    showAdmin([provider(1, null, { client_id: 'test-client-id' })], false);
    expect((await read()).gone).toEqual([]);
    showAdmin([], false);
    expect((await read()).gone).toEqual([]);
    expect((await shelf()).gone).toEqual([]);
  });

  it('marks a client, not a profile: with another client ID it is another one', async () => {
    showAdmin([]);
    await read();
    expect((await shelf()).gone).toEqual([profileId]);
    unwrap(await world.ask(popup, 'profile.save', draft({ id: profileId, clientId: 'another-client' })));
    expect((await shelf()).gone).toEqual([]);
  });
});

describe('a secret that the API keeps to itself', () => {
  const lacking = { client_secret: undefined };

  it('comes from the form that is open on authentik’s page, when it is of a client that lacks one', async () => {
    showAdmin([
      provider(1, 'files', lacking),
      provider(2, 'wiki', lacking),
      provider(3, 'crm'),
      provider(4, null, lacking),
    ]);
    world.tab.answers['admin.form'] = { clientId: 'client-2', clientSecret: hidden };
    const shown = await read();
    const has = shown.clients.map(({ profile }) => profile.state === 'new' && profile.hasSecret);
    expect(has).toEqual([false, true, true, false]);
    expect(askedForms()).toEqual([{ baseUrl, clientIds: ['client-1', 'client-2'] }]);
    expect(JSON.stringify(shown)).not.toContain(hidden);
    expect(await take([1, 2])).toMatchObject({ added: 2, lacking: [{ name: 'App files' }] });
  });

  it.each<[string, unknown]>([
    ['of another client', { clientId: 'client-9', clientSecret: hidden }],
    ['with more than it may say', { clientId: 'client-1', clientSecret: hidden, more: 1 }],
    ['that is too long', { clientId: 'client-1', clientSecret: 'x'.repeat(256) }],
    ['that is none', 'client-1'],
  ])('does not come from an answer %s', async (_name, answer) => {
    showAdmin([provider(1, 'files', lacking)]);
    world.tab.answers['admin.form'] = answer;
    expect((await read()).clients[0]?.profile).toMatchObject({ state: 'new', hasSecret: false });
  });

  it('is never put in place of one that the API gives', async () => {
    showAdmin([provider(1, 'files', lacking), provider(2, 'wiki')]);
    world.tab.answers['admin.form'] = { clientId: 'client-2', clientSecret: hidden };
    await read();
    const kept = JSON.stringify((await world.save()).session);
    expect([kept.includes(hidden), kept.includes('test-secret-of-2')]).toEqual([false, true]);
  });

  it('is not asked for while none is missing', async () => {
    showAdmin([provider(1, 'files'), provider(2, 'open', { ...lacking, client_type: 'public' })]);
    await read();
    expect(askedForms()).toEqual([]);
  });
});
