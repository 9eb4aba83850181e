// @vitest-environment node
/** Import over a real socket, from authentik in three versions: whole or not at all, and nothing replaced unseen. */
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Result } from '@/lib/result';
import type { Trouble } from '@/messaging/authentik-protocol';
import type { ClientPreview, PreviewClient } from '@/messaging/client-import-protocol';
import type { ContractVersion } from '@/tests/standins/authentik/contract/versions';
import { type Authentik, type AuthentikOptions, createAuthentik } from '@/tests/standins/authentik/create-authentik';
import { createServer, type StandInServer } from '@/tests/standins/server';
import type { ProviderSettings } from '@/tests/standins/standin';
import { profileWorld, unwrap } from '../background/profile-world';
import { popup, type World } from '../background/world';

const user = { username: 'jane', email: 'jane@company.test', name: 'Jane Doe' };
const key = 'test-token-of-an-import';
const list = '/providers/oauth2/';
const versions: ContractVersion[] = ['2024.8', '2025.10', '2026.8'];

let server: StandInServer;
let authentik: Authentik;
let world: World;

beforeAll(async () => {
  server = await createServer();
  return () => server.close();
});
afterEach(() => {
  expect(authentik.violations).toEqual([]);
  expect(authentik.writes).toEqual([]);
});

function client(slug: string, more: Partial<ProviderSettings> = {}): ProviderSettings {
  return {
    slug,
    clientId: `test-client-${slug}`,
    clientSecret: `test-secret-of-${slug}`,
    redirectUris: [`https://${slug}.company/cb`],
    subjectMode: 'hashed_user_id',
    issuerMode: 'per_provider',
    ...more,
  };
}

const many = Array.from({ length: 230 }, (_, index) => client(`app-${String(index).padStart(3, '0')}`));

/** An authentik with these clients, connected by a token, and a vault that knows one profile of another client there. */
async function start(providers: readonly ProviderSettings[], options: Partial<AuthentikOptions> = {}): Promise<void> {
  const token = { key, intent: 'api', username: user.username, rights: [], isSuperuser: true, expired: false } as const;
  authentik = createAuthentik({ user, providers, tokens: [token], ...options });
  server.add(authentik);
  ({ world } = await profileWorld());
  vi.stubGlobal('fetch', server.backchannel);
  await world.grant(authentik.baseUrl);
  const connected = await world.ask(popup, 'authentik.connect', {
    address: authentik.baseUrl,
    token: key,
    job: 'connect',
  });
  expect(connected).toMatchObject({ ok: true });
}

function read(job = 'read'): Promise<Result<ClientPreview, Trouble> | 'dropped'> {
  return world.ask(popup, 'authentik.readClients', { baseUrl: authentik.baseUrl, job });
}

async function preview(): Promise<ClientPreview> {
  const answer = await read();
  if (answer === 'dropped' || !answer.ok) throw new Error(`no list: ${JSON.stringify(answer)}`);
  return answer.value;
}

function clientOf({ clients }: ClientPreview, slug: string): PreviewClient {
  const found = clients.find(({ profile }) => profile.slug === slug);
  if (!found) throw new Error(`no client ${slug}`);
  return found;
}

async function take(shown: ClientPreview, slugs: readonly string[], replace: readonly string[] = []) {
  const order = { digest: shown.digest, take: slugs.map((slug) => clientOf(shown, slug).pk), replace: [...replace] };
  return unwrap(await world.ask(popup, 'authentik.importClients', order));
}

async function shelf() {
  return unwrap(await world.ask(popup, 'shelf.read'));
}

async function secretOf(slug: string): Promise<string> {
  const found = (await shelf()).profiles.find((profile) => profile.kind === 'oidc-client' && profile.slug === slug);
  const asked = { id: found?.id ?? '', passphrase: 'test passphrase of a test' };
  return unwrap(await world.ask(popup, 'profile.reveal', asked)).secret;
}

describe.each(versions)('authentik %s', (version) => {
  test('gives 230 clients over three pages, of which those that are ticked become profiles', async () => {
    await start(many, { version });
    const shown = await preview();
    expect(shown.clients).toHaveLength(230);
    expect(shown.clients.every(({ profile }) => profile.state === 'new' && profile.hasSecret)).toBe(true);
    expect(await take(shown, ['app-007', 'app-229'])).toEqual({ added: 2, replaced: 0, lacking: [] });
    const taken = (await shelf()).profiles.filter(({ name }) => name.startsWith('app-'));
    expect(taken).toMatchObject([
      { slug: 'app-007', clientId: 'test-client-app-007', redirectUris: ['https://app-007.company/cb'] },
      { slug: 'app-229', clientId: 'test-client-app-229', redirectUris: ['https://app-229.company/cb'] },
    ]);
    expect((await secretOf('app-229')) === 'test-secret-of-app-229').toBe(true);
    expect(JSON.stringify([shown, await shelf()])).not.toContain('test-secret-of');
  });

  test('names clients without an application and public ones, and takes neither', async () => {
    await start([client('files'), client('loose'), client('open')], { version });
    authentik.registry.removeApplication('loose');
    const open = authentik.registry.providerOf('open');
    if (open) open.client_type = 'public';
    const shown = await preview();
    const left = shown.clients.filter(({ profile }) => profile.state === 'left-out');
    expect(left.map(({ clientId, profile }) => [clientId, 'why' in profile && profile.why])).toEqual([
      ['test-client-loose', 'no-application'],
      ['test-client-open', 'public-client'],
    ]);
    const pks = shown.clients.map(({ pk }) => pk);
    const order = { digest: shown.digest, take: pks, replace: [] };
    expect(unwrap(await world.ask(popup, 'authentik.importClients', order)).added).toBe(1);
  });

  test('shows what changed since, a new secret only as one, and replaces what is ticked', async () => {
    await start([client('files'), client('wiki'), client('crm')], { version });
    await take(await preview(), ['files', 'wiki', 'crm']);
    authentik.configure('files', { clientSecret: 'test-secret-rotated', redirectUris: ['https://files.company/new'] });
    authentik.configure('wiki', { clientSecret: 'test-secret-rotated-too' });
    authentik.configure('crm', { slug: 'crm-renamed', issuerMode: 'global' });
    const shown = await preview();
    const changes = (slug: string) => {
      const { profile } = clientOf(shown, slug);
      return 'changes' in profile ? profile.changes : [];
    };
    expect(changes('files')).toEqual([
      { field: 'redirectUris', now: 'https://files.company/cb', next: 'https://files.company/new' },
      { field: 'clientSecret', isFirst: false },
    ]);
    expect(changes('crm-renamed')).toEqual([
      { field: 'slug', now: 'crm', next: 'crm-renamed' },
      { field: 'issuerMode', now: 'per_provider', next: 'global' },
    ]);
    expect(JSON.stringify(shown)).not.toContain('rotated');
    const { profile } = clientOf(shown, 'files');
    expect(await take(shown, [], 'here' in profile ? [profile.here.id] : [])).toMatchObject({ added: 0, replaced: 1 });
    expect((await secretOf('files')) === 'test-secret-rotated').toBe(true);
    expect((await secretOf('wiki')) === 'test-secret-of-wiki').toBe(true);
    expect(clientOf(await preview(), 'files').profile.state).toBe('same');
  });
});

describe('a list that does not come to its end', () => {
  /** Everything on disk, but for when the vault locks. */
  const stored = async () => (await world.save()).local;

  test.each<[string, Parameters<Authentik['fault']>[0], string]>([
    ['a proxy asks for a sign-in', { kind: 'login' }, 'redirected'],
    // Read to its end before it is an answer here, so half of one is none.
    ['half an answer', { kind: 'half' }, 'offline'],
    ['no network', { kind: 'offline' }, 'offline'],
    ['a page in place of data', { kind: 'html', status: 200 }, 'not-json'],
  ])('%s in the middle leaves the vault byte-identical', async (_name, fault, kind) => {
    await start(many);
    const before = await stored();
    authentik.fault({ ...fault, at: list, after: 1 });
    expect(await read()).toMatchObject({ ok: false, failure: { kind: 'authentik', cause: { kind } } });
    expect(await stored()).toEqual(before);
    authentik.clearFaults();
    expect((await preview()).clients).toHaveLength(230);
  });

  test('a token that ends in the middle leaves it byte-identical, and is called so', async () => {
    await start(many);
    const before = await stored();
    const end = () => authentik.configureToken(key, { expired: true });
    authentik.fault({ kind: 'meanwhile', happens: end, at: list, after: 1, times: 1 });
    expect(await read()).toMatchObject({ ok: false, failure: { cause: { kind: 'not-signed-in' } } });
    expect(await stored()).toEqual(before);
  });

  test('cancelled in the middle leaves it byte-identical, too', async () => {
    await start(many);
    const before = await stored();
    const gate = Promise.withResolvers<void>();
    const reached = Promise.withResolvers<void>();
    authentik.fault({ kind: 'meanwhile', happens: reached.resolve, at: list, after: 1, times: 1 });
    authentik.fault({ kind: 'slow', until: gate.promise, at: list, after: 1 });
    const answer = read('job-7');
    await reached.promise;
    await world.ask(popup, 'authentik.cancel', { job: 'job-7' });
    expect(await answer).toMatchObject({ ok: false, failure: { cause: { kind: 'cancelled' } } });
    expect(await stored()).toEqual(before);
    gate.resolve();
  });
});

describe('what authentik keeps to itself', () => {
  test('is left out: the profile comes without its secret, and keeps one that it has', async () => {
    await start([client('files')], { hidesSecrets: true });
    const shown = await preview();
    expect(clientOf(shown, 'files').profile).toMatchObject({ state: 'new', hasSecret: false });
    const { lacking } = await take(shown, ['files']);
    expect(lacking).toMatchObject([{ name: 'files' }]);
    expect(clientOf(await preview(), 'files').profile.state).toBe('same');
  });
});

describe('a profile whose client is gone', () => {
  test('is marked when the whole list was read, stays, and is unmarked when the client is back', async () => {
    await start([client('files'), client('wiki')]);
    await take(await preview(), ['files', 'wiki']);
    const unknown = (await shelf()).profiles.find(({ name }) => name === 'Container management');
    expect((await shelf()).gone).toEqual([unknown?.id]);
    const files = authentik.registry.providerOf('files');
    authentik.registry.removeProvider(files?.pk ?? 0);
    authentik.registry.removeApplication('files');
    expect((await preview()).gone.map(({ name }) => name).sort()).toEqual(['Container management', 'files']);
    expect((await shelf()).gone).toHaveLength(2);
    expect((await shelf()).profiles).toHaveLength(3);
    const { pk } = authentik.registry.addProvider({ ...(files ?? neverHere()), name: 'files again' });
    authentik.registry.addApplication({ name: 'files', slug: 'files', provider: pk, group: '', meta_launch_url: '' });
    expect((await preview()).gone).toMatchObject([{ name: 'Container management' }]);
    expect((await shelf()).gone).toEqual([unknown?.id]);
  });

  test('is not marked by an account that may not see everything', async () => {
    await start([client('files')]);
    authentik.configureToken(key, { isSuperuser: false, rights: ['view_oauth2provider'] });
    expect(await preview()).toMatchObject({ isWhole: false, gone: [] });
    expect((await shelf()).gone).toEqual([]);
  });
});

test('what was shown is what is stored: a vault that has changed since takes nothing', async () => {
  await start([client('files')]);
  const shown = await preview();
  const [first] = (await shelf()).profiles;
  unwrap(await world.ask(popup, 'profile.duplicate', { id: first?.id ?? '' }));
  const before = (await world.save()).local;
  const order = { digest: shown.digest, take: [clientOf(shown, 'files').pk], replace: [] };
  const stale = { ok: false, failure: { kind: 'import-stale' } };
  expect(await world.ask(popup, 'authentik.importClients', order)).toMatchObject(stale);
  expect((await world.save()).local).toEqual(before);
});

function neverHere(): never {
  throw new Error('the provider was never here');
}
