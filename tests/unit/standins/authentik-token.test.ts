// @vitest-environment node
/** From a page that needs an API token to a profile that holds it: nothing is made twice, and no screen sees the key. */
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { keepToken } from '@/entrypoints/background/authentik/keep-token';
import { type Authentik, createAuthentik } from '@/tests/standins/authentik/create-authentik';
import { createServer, type StandInServer } from '@/tests/standins/server';
import { profileWorld, unwrap } from '../background/profile-world';
import { look, origin, page, passphrase, popup, startWorld, tabId, type World } from '../background/world';

const user = { username: 'jane', email: 'jane@company.test', name: 'Jane Doe' };
const adminToken = 'TEST-token-of-an-administrator-0002';
const place = { app: 'openlane', form: 'credentials', basePath: '/' };
const roles = '/rbac/roles/';

let server: StandInServer;
let authentik: Authentik;
let answers: string[];

beforeAll(async () => {
  server = await createServer();
});
afterAll(() => server.close());
afterEach(() => {
  expect(authentik.violations).toEqual([]);
  const keys = authentik.namedTokens().map(({ key }) => key);
  for (const key of keys) expect(answers.join('\n')).not.toContain(key);
});

/** Connected by a stored token, on Openlane's page. */
async function connected(): Promise<World> {
  authentik = createAuthentik({ user, providers: [] });
  const superuser = { username: 'akadmin', rights: [], isSuperuser: true };
  authentik.addToken({ key: adminToken, intent: 'api', ...superuser, expired: false });
  server.add(authentik);
  answers = [];
  const { world } = await profileWorld();
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => server.backchannel(url, init));
  await world.grant(authentik.baseUrl);
  const fields = ['base_url', 'api_token'] as const;
  const readings = fields.map((key) => ({ key, state: 'found' as const, now: '', holdsSecret: false }));
  world.tab.answers['tab.read'] = look({ ...place, readings, callbacks: [] });
  const wish = { address: authentik.baseUrl, token: adminToken, job: 'connect' };
  expect(await world.ask(popup, 'authentik.connect', wish)).toMatchObject({ ok: true });
  return world;
}

async function ask(world: World, type: 'token.propose' | 'token.create', more: object = {}) {
  const data = { baseUrl: authentik.baseUrl, tabId, job: 'job-1', ...more };
  const answer = await world.ask(popup, type, data as never);
  answers.push(JSON.stringify(answer));
  return answer as { ok: boolean; value: never; failure: unknown };
}

const create = (world: World, name = 'openlane-directory') =>
  ask(world, 'token.create', { name, description: 'For Openlane' });

function accountsMade(): number {
  return authentik.writes.filter(({ path }) => path.endsWith('/service_account/')).length;
}

async function tokenProfiles(world: World): Promise<string[]> {
  const shelf = unwrap(await world.ask(popup, 'shelf.read'));
  return shelf.profiles.filter(({ kind }) => kind === 'api-token').map(({ name }) => name);
}

describe('an API token for the page', () => {
  test('is proposed, made, kept, and given to the page it is for', async () => {
    const world = await connected();
    expect(await ask(world, 'token.propose')).toEqual({
      ok: true,
      value: {
        appName: 'Openlane',
        origin,
        host: new URL(origin).host,
        isGranted: false,
        name: 'openlane-directory',
        isBegun: false,
        reads: ['users', 'groups', 'system', 'brands'],
      },
    });
    expect(authentik.writes).toEqual([]);
    const made = await create(world);
    expect(made).toMatchObject({
      ok: true,
      value: { gaps: [], profile: { kind: 'api-token', name: 'openlane-directory', hasSecret: true } },
    });
    expect(made.value).toMatchObject({ isBound: true });
    expect(world.told.at(-1)).toMatchObject({ type: 'tab.bound', tabId });
    const { consent } = unwrap(await world.ask(page(), 'page.plan', place));
    const filled = await world.ask(page(), 'page.fill', { consent, fields: ['api_token'], choices: {} });
    const token = authentik.namedTokens().find(({ intent }) => intent === 'api');
    expect(filled).toEqual({ ok: true, value: { secrets: { api_token: token?.key } } });
    expect(await ask(world, 'token.propose')).toMatchObject({
      value: { name: 'openlane-directory-2', isBegun: false },
    });
  });

  test('is gone on with after a try that stopped, under the same name and in the same profile', async () => {
    const world = await connected();
    authentik.fault({ kind: 'answer', status: 403, body: { detail: 'No.' }, at: roles, method: 'POST' });
    expect(await create(world)).toMatchObject({
      value: { made: ['account', 'token', 'key'], gaps: [{ step: 'role' }], profile: { hasSecret: true } },
    });
    authentik.clearFaults();
    expect(await ask(world, 'token.propose')).toMatchObject({ value: { name: 'openlane-directory', isBegun: true } });
    expect(await create(world)).toMatchObject({ value: { gaps: [], profile: { hasSecret: true } } });
    expect([accountsMade(), await tokenProfiles(world)]).toEqual([1, ['openlane-directory']]);
  });

  test('is gone on with after a lock in the middle; the key was not kept, and that is said', async () => {
    const world = await connected();
    const locks: Promise<unknown>[] = [];
    const happens = (): void => void locks.push(world.ask(popup, 'vault.lock'));
    authentik.fault({ kind: 'meanwhile', happens, at: '/core/tokens/{identifier}/view_key/', times: 1 });
    expect(await create(world)).toMatchObject({
      value: { gaps: [], left: { what: 'profile', failure: { kind: 'vault-locked' } } },
    });
    await Promise.all(locks);
    unwrap(await world.ask(popup, 'vault.unlock', { passphrase }));
    expect(await ask(world, 'token.propose')).toMatchObject({ value: { isBegun: true } });
    expect(await create(world)).toMatchObject({ value: { gaps: [], profile: { hasSecret: true } } });
    expect([accountsMade(), await tokenProfiles(world)]).toEqual([1, ['openlane-directory']]);
  });

  test('does not take the place of a token of that name in the vault', async () => {
    const world = await connected();
    await create(world);
    authentik = createAuthentik({ user, providers: [] });
    server.add(authentik);
    expect(await create(world)).toMatchObject({
      value: { made: [], gaps: [{ step: 'account', failure: { kind: 'name-taken' } }] },
    });
    expect(authentik.writes).toEqual([]);
  });

  test('lasts for the session where the vault keeps no secrets', async () => {
    const world = startWorld();
    unwrap(await world.ask(popup, 'vault.create', { mode: 'no-secrets' }));
    const token = { baseUrl: 'https://authentik.company', name: 'openlane-directory', key: 'TEST-token-of-a-session' };
    const kept = unwrap(await keepToken(token));
    expect(kept).toMatchObject({ isForSession: true, profile: { hasSecret: false } });
    expect(unwrap(await world.ask(popup, 'shelf.read')).sessionSecrets).toEqual([kept.profile.id]);
    expect(JSON.stringify((await world.save()).local)).not.toContain(token.key);
  });

  test('is none for a page that needs a client, nor for one that is gone', async () => {
    const world = await connected();
    world.tab.answers['tab.read'] = look();
    for (const type of ['token.propose', 'token.create'] as const) {
      const more = type === 'token.create' ? { name: 'x', description: '' } : {};
      expect(await ask(world, type, more)).toEqual({ ok: false, failure: { kind: 'not-recognised' } });
      world.isInjectable = false;
      expect(await ask(world, type, more)).toEqual({ ok: false, failure: { kind: 'no-page' } });
      world.isInjectable = true;
    }
    expect(authentik.writes).toEqual([]);
  });
});
