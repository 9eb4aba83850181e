// @vitest-environment node
/** A service account with its token and its rights is made at three versions of authentik, and nothing half-made is hidden. */
import { afterEach, describe, expect, test } from 'vitest';
import { freeName } from '@/authentik/api/free-name';
import { type Ledger, makeAccess } from '@/authentik/api/service-account';
import { createTransport, type Send } from '@/authentik/api/transport';
import type { AccessStep } from '@/authentik/model';
import type { ApiToken, Right } from '@/tests/standins/authentik/api-tokens';
import type { ContractVersion } from '@/tests/standins/authentik/contract/versions';
import { type Authentik, createAuthentik } from '@/tests/standins/authentik/create-authentik';
import { createServer, type StandInServer } from '@/tests/standins/server';

const user = { username: 'jane', email: 'jane@company.test', name: 'Jane Doe' };
const superuser: ApiToken = {
  key: 'test-token-of-admin',
  intent: 'api',
  username: 'akadmin',
  rights: [],
  isSuperuser: true,
  expired: false,
};
const plan = {
  name: 'openlane-directory',
  description: 'For Openlane',
  reads: ['users', 'groups', 'system', 'brands'],
} as const;
const all: AccessStep[] = ['account', 'token', 'key', 'role', 'rights', 'group'];
const versions: ContractVersion[] = ['2024.8', '2025.10', '2026.8'];

let server: StandInServer;
let authentik: Authentik;

/** Everything that an administrator's role may do but to be a superuser. */
const everyRight: Right[] = ['view_user', 'view_group', 'view_role', 'add_user', 'add_token', 'view_token_key'];

async function start(version: ContractVersion = '2026.8', admin: Partial<ApiToken> = {}) {
  server = await createServer();
  authentik = createAuthentik({ version, user, providers: [], tokens: [{ ...superuser, ...admin }] });
  server.add(authentik);
}

afterEach(async () => {
  expect(authentik.violations).toEqual([]);
  await server.close();
});

function ledgerOf(tried = new Set<AccessStep>()): Ledger & { tried: Set<AccessStep> } {
  return {
    tried,
    has: (step) => tried.has(step),
    add: async (step) => void tried.add(step),
    drop: async (step) => void tried.delete(step),
  };
}

function transportTo(send: Send) {
  const signIn = { by: 'token' as const, token: superuser.key };
  const made = createTransport({ baseUrl: authentik.baseUrl, signIn, send });
  if (!made.ok) throw new Error(made.failure.kind);
  return made.value;
}

const plainly: Send = (url, init) => server.backchannel(url, init);

/** Carries the write out, and loses the answer on its way. */
function losing(path: string, after: Send = plainly): Send {
  return async (url, init) => {
    const answer = await after(url, init);
    if (init.method === 'POST' && url.endsWith(path)) throw new TypeError('connection lost');
    return answer;
  };
}

function run(ledger: Ledger = ledgerOf(), send: Send = plainly, wish: { name: string } = plan) {
  return makeAccess(transportTo(send), { plan: { ...plan, ...wish }, ledger });
}

async function statusOf(path: string, key: string): Promise<number> {
  const headers = { authorization: `Bearer ${key}` };
  return (await server.backchannel(`${authentik.baseUrl}/api/v3${path}`, { headers })).status;
}

/** As another administrator. */
function post(path: string, json: object): Promise<Response> {
  return server.backchannel(`${authentik.baseUrl}/api/v3${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${superuser.key}`, 'content-type': 'application/json' },
    body: JSON.stringify(json),
  });
}

function written(): string[] {
  return authentik.writes.map(({ path }) => path.replace('/api/v3/', '').replace(/[\da-f-]{36}/, '<id>'));
}

describe.each(versions)('authentik %s', (version) => {
  test('gets an account, a token that lasts, and the rights to read the directory, and no more', async () => {
    await start(version);
    const access = await run();
    expect(access).toMatchObject({ made: all, gaps: [] });
    const key = access.key ?? '';
    authentik.rekeyTokens();
    for (const path of ['/core/users/', '/core/groups/', '/admin/system/', '/core/brands/']) {
      expect([path, await statusOf(path, key)]).toEqual([path, 200]);
    }
    expect(await statusOf('/providers/oauth2/', key)).toBe(403);
    expect(written()).toEqual([
      'core/users/service_account/',
      'core/tokens/',
      'rbac/roles/',
      'rbac/permissions/assigned_by_roles/<id>/assign/',
      'core/groups/',
    ]);
    expect(authentik.writes.map(({ body }) => body)).toMatchObject([
      { name: plan.name, create_group: false, expiring: false },
      { identifier: plan.name, intent: 'api', user: expect.any(Number), description: 'For Openlane', expiring: false },
      { name: plan.name },
      { permissions: expect.arrayContaining(['authentik_core.view_user', 'authentik_core.view_group']) },
      { name: plan.name, users: [expect.any(Number)], roles: [expect.any(String)] },
    ]);
  });

  test('goes on after every answer that was lost, and makes nothing twice', async () => {
    await start(version);
    const everywhere = ['/service_account/', '/tokens/', '/roles/', '/assign/', '/groups/'];
    const send = everywhere.reduce((inner, path) => losing(path, inner), plainly);
    expect(await run(ledgerOf(), send)).toMatchObject({ made: all, gaps: [], key: expect.any(String) });
    expect(written()).toHaveLength(5);
  });
});

test('goes on where an earlier try stopped', async () => {
  await start();
  const ledger = ledgerOf();
  const steps: [at: string, step: AccessStep][] = [
    ['/core/tokens/', 'token'],
    ['/rbac/roles/', 'role'],
    ['/rbac/permissions/assigned_by_roles/{uuid}/assign/', 'rights'],
    ['/core/groups/', 'group'],
  ];
  for (const [at, step] of steps) {
    authentik.fault({ kind: 'answer', status: 403, body: { detail: 'Not today.' }, at, method: 'POST' });
    const access = await run(ledger);
    expect(access.gaps).toEqual([{ step, failure: { kind: 'forbidden', detail: 'Not today.' } }]);
    // The token is of use as soon as it is there, whoever gives it its rights.
    expect([step, access.key === undefined]).toEqual([step, step === 'token']);
    authentik.clearFaults();
  }
  expect(await run(ledger)).toMatchObject({ made: all, gaps: [] });
  expect(written().filter((path) => path.includes('service_account'))).toHaveLength(1);
});

test('gives the account no role that somebody else has made meanwhile', async () => {
  await start();
  const ledger = ledgerOf();
  authentik.fault({ kind: 'answer', status: 403, body: { detail: 'Not today.' }, at: '/rbac/roles/', method: 'POST' });
  await run(ledger);
  authentik.clearFaults();
  await post('/rbac/roles/', { name: plan.name });
  expect((await run(ledger)).gaps).toEqual([{ step: 'role', failure: { kind: 'name-taken' } }]);
  expect(written().filter((path) => path.includes('assign') || path.includes('groups'))).toEqual([]);
});

test.each(['account', 'token', 'role', 'group'] as const)('sends nothing when a name is taken: %s', async (what) => {
  await start();
  const { name } = plan;
  if (what === 'account') await post('/core/users/service_account/', { name });
  if (what === 'token') await post('/core/tokens/', { identifier: name });
  if (what === 'role') await post('/rbac/roles/', { name });
  if (what === 'group') await post('/core/groups/', { name });
  const before = authentik.writes.length;
  expect(await run()).toEqual({ made: [], gaps: [{ step: 'account', failure: { kind: 'name-taken' } }] });
  expect(authentik.writes).toHaveLength(before);
  const free = await freeName(transportTo(plainly), name, (one) => one === 'openlane-directory-2');
  expect(free).toEqual({ ok: true, value: 'openlane-directory-3' });
  expect(await run(ledgerOf(), plainly, { name: 'openlane-directory-3' })).toMatchObject({ made: all, gaps: [] });
});

test('names the refusal when the name is taken in the last moment, and does not adopt what is not its own', async () => {
  await start();
  const body = { non_field_errors: ['Username is already taken.'] };
  authentik.fault({ kind: 'answer', status: 400, body, at: '/core/users/service_account/' });
  const ledger = ledgerOf();
  const failure = { kind: 'refused', errors: [{ field: '', text: 'Username is already taken.' }] };
  expect(await run(ledger)).toEqual({ made: [], gaps: [{ step: 'account', failure }] });
  expect([...ledger.tried]).toEqual([]);
});

test('takes no key of a token that authentik has given to somebody else', async () => {
  await start('2026.8', { isSuperuser: false, rights: everyRight });
  const ledger = ledgerOf();
  const access = await run(ledger);
  expect(access).toEqual({ made: ['account'], gaps: [{ step: 'token', failure: { kind: 'token-of-another' } }] });
  // As long as that token is there, another try says the same and makes no second account.
  expect(await run(ledger)).toEqual(access);
  expect(written().filter((path) => path.includes('service_account'))).toHaveLength(1);
});

test('takes no key of a token that ends, though it is of the right account', async () => {
  await start();
  const ledger = ledgerOf();
  const happens = (): void => {
    for (const token of authentik.namedTokens().filter(({ intent }) => intent === 'api')) {
      authentik.configureToken(token.key, { expiring: true });
    }
  };
  authentik.fault({ kind: 'meanwhile', happens, at: '/core/tokens/', method: 'GET' });
  expect((await run(ledger)).gaps).toEqual([{ step: 'token', failure: { kind: 'token-expires' } }]);
});

test('says that it is unsure when a write is lost and nothing can be read any more', async () => {
  await start();
  const lost: Send = async (url, init) => {
    const answer = await plainly(url, init);
    if (init.method === 'POST') authentik.fault({ kind: 'offline' });
    if (init.method === 'POST') throw new TypeError('connection lost');
    return answer;
  };
  const ledger = ledgerOf();
  const failure = { kind: 'unsure', cause: { kind: 'offline' } };
  expect(await run(ledger, lost)).toEqual({ made: [], gaps: [{ step: 'account', failure }] });
  authentik.clearFaults();
  expect(await run(ledger)).toMatchObject({ made: all, gaps: [] });
  expect(written().filter((path) => path.includes('service_account'))).toHaveLength(1);
});

test('the app password of the account is in nothing that is kept', async () => {
  await start();
  let password = '';
  const listening: Send = async (url, init) => {
    const answer = await plainly(url, init);
    if (url.endsWith('/service_account/')) password = (await answer.clone().json()).token;
    return answer;
  };
  const access = await run(ledgerOf(), listening);
  expect(password.length).toBeGreaterThan(20);
  expect(JSON.stringify(access)).not.toContain(password);
  expect(await statusOf('/core/users/me/', password)).toBe(403);
});
