// @vitest-environment node
/** Check, registration and repair over a real socket, at authentik in three versions. */
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { ContractVersion } from '@/tests/standins/authentik/contract/versions';
import { createServer, type StandInServer } from '@/tests/standins/server';
import { withAcme } from '../background/acme';
import { unwrap } from '../background/profile-world';
import { boundTo, token } from '../background/token-world';
import { popup, tabId } from '../background/world';
import { type CheckWorld, callback, checkWorld, lineOf, notRight, rememberCallback } from './check-world';

const versions: ContractVersion[] = ['2024.8', '2025.10', '2026.8'];
/** The page of these tests shows an empty form that Latchkey has never filled. */
const emptyPage = { page: 'fault', 'page-secret': 'warning' };
const target = { tabId };

let server: StandInServer;
let at: CheckWorld;

beforeAll(async () => {
  server = await createServer();
  return () => server.close();
});
afterEach(() => {
  expect(at.authentik.violations).toEqual([]);
});

describe.each(versions)('authentik %s', (version) => {
  test('a callback is added beside what another administrator adds, and taken out alone', async () => {
    at = await checkWorld(server, {}, { version });
    const [old] = at.entries();
    const report = await at.check();
    expect(notRight(report)).toEqual({ ...emptyPage, callback: 'fault', authorize: 'fault' });
    expect(lineOf(report, 'callback').remedies).toMatchObject([{ do: 'register', callback, plan: { is: 'added' } }]);
    expect(at.authentik.writes).toEqual([]);
    const theirs = { ...(old as object), url: 'https://theirs.company/cb' };
    at.authentik.fault({
      kind: 'meanwhile',
      at: '/providers/oauth2/{id}/',
      method: 'GET',
      times: 1,
      happens: () => at.authentik.registry.providerOf('containers')?.redirect_uris.push(theirs as never),
    });
    const made = unwrap(await at.register());
    expect(made).toMatchObject({ isNoted: true, plan: { is: 'added' } });
    expect(at.entries().slice(0, 2)).toEqual([old, theirs]);
    expect(at.entries()).toHaveLength(3);
    expect(await at.noted()).toEqual([callback]);
    expect(notRight(await at.check())).toEqual(emptyPage);
    if (made.plan.is !== 'added') throw new Error('not added');
    const { entry } = made.plan;
    const undone = await at.world.ask(popup, 'authentik.unregister', { target, callback, entry, job: 'undo' });
    expect(undone).toEqual({ ok: true, value: { wasThere: true, isNoted: true } });
    expect(at.entries()).toEqual([old, theirs]);
    expect(await at.noted()).toEqual([]);
  });

  test('what is registered already is said, and nothing is sent', async () => {
    at = await checkWorld(server, { redirectUris: ['https://old.company/cb', callback] }, { version });
    expect(notRight(await at.check())).toEqual(emptyPage);
    expect(unwrap(await at.register())).toMatchObject({ plan: { is: 'already' }, isNoted: true });
    expect(at.authentik.writes).toEqual([]);
  });

  test('the only entry of all stays when its registration is taken back', async () => {
    at = await checkWorld(server, { redirectUris: [] }, { version });
    const { plan } = unwrap(await at.register());
    if (plan.is !== 'added') throw new Error('not added');
    const { entry } = plan;
    const undone = await at.world.ask(popup, 'authentik.unregister', { target, callback, entry, job: 'undo' });
    expect(undone).toMatchObject({ failure: { cause: { kind: 'last-entry' } } });
    expect([at.entries().length, await at.noted()]).toEqual([1, [callback]]);
  });

  test('another issuer mode is named, set back, and taken back', async () => {
    at = await checkWorld(server, { redirectUris: [callback], issuerMode: 'global' }, { version });
    const { remedies, differences } = lineOf(await at.check(), 'issuer');
    expect(differences).toMatchObject([{ cause: 'issuer-mode' }]);
    const [repairing] = remedies;
    if (repairing?.do !== 'repair') throw new Error('no repair');
    const { repair } = repairing;
    expect(unwrap(await at.world.ask(popup, 'authentik.repair', { target, repair, job: 'repair' }))).toEqual(repair);
    expect(notRight(await at.check())).toEqual(emptyPage);
    const undone = await at.world.ask(popup, 'authentik.undoRepair', { target, repair, job: 'undo' });
    expect(undone).toEqual({ ok: true, value: { wasThere: true } });
    expect(at.authentik.settings('containers').issuerMode).toBe('global');
  });
});

describe('what is on the side of the profile', () => {
  test('the other issuer mode goes to this profile', async () => {
    at = await checkWorld(server, { redirectUris: [callback], issuerMode: 'global' });
    const taken = { profileId: at.profileId, mode: 'global' } as const;
    expect(await at.world.ask(popup, 'profile.takeIssuerMode', taken)).toEqual({ ok: true, value: null });
    expect(notRight(await at.check())).toEqual(emptyPage);
    expect(at.authentik.writes).toEqual([]);
  });

  test('another secret is taken over, and told to nobody', async () => {
    at = await checkWorld(server, { redirectUris: [callback], clientSecret: 'test-secret-rotated' });
    const before = await at.check();
    expect(notRight(before)).toEqual({ ...emptyPage, secret: 'fault' });
    expect(lineOf(before, 'secret').remedies[0]).toEqual({ do: 'take-secret' });
    expect(await at.world.ask(popup, 'authentik.takeSecret', { target, job: 'take' })).toEqual({
      ok: true,
      value: null,
    });
    const after = await at.check();
    expect(notRight(after)).toEqual(emptyPage);
    expect(JSON.stringify([before, after])).not.toContain('test-secret-rotated');
    const { profileId: id } = at;
    const shown = await at.world.ask(popup, 'profile.reveal', { id, passphrase: 'test passphrase of a test' });
    expect((unwrap(shown).secret as string) === 'test-secret-rotated').toBe(true);
  });

  test('where authentik keeps secrets to itself, the probe alone tells that one is wrong', async () => {
    const hidden = { version: '2026.8', hidesSecrets: true } as const;
    at = await checkWorld(server, { redirectUris: [callback], clientSecret: 'test-secret-rotated' }, hidden);
    const report = await at.check();
    expect(notRight(report)).toEqual({ ...emptyPage, secret: 'fault' });
    expect(lineOf(report, 'secret').remedies).toEqual([{ do: 'edit-profile' }]);
  });

  test('another client ID, and a client that is gone', async () => {
    at = await checkWorld(server, { clientId: 'test-client-other', redirectUris: [callback] });
    expect(lineOf(await at.check(), 'application').differences).toEqual([
      { what: 'client_id', expected: 'test-client-id', found: 'test-client-other' },
    ]);
    at = await checkWorld(server, { slug: 'elsewhere', clientId: 'test-client-other' });
    const report = await at.check();
    expect(notRight(report)).toMatchObject({ discovery: 'fault', application: 'fault', authorize: 'fault' });
    expect(lineOf(report, 'application').differences).toMatchObject([{ found: '' }]);
    expect(lineOf(report, 'authorize').differences).toMatchObject([{ what: 'client_id' }]);
  });
});

describe('without its page, and without a connection', () => {
  test('a site is checked by what a fill has left; its page is to be opened', async () => {
    at = await checkWorld(server);
    await rememberCallback(at.profileId);
    const report = await at.check({ bindingId: at.bindingId });
    expect(notRight(report)).toEqual({
      callback: 'fault',
      authorize: 'fault',
      page: 'unknown: page-closed',
      'page-secret': 'warning',
    });
  });

  test('what everybody may ask is told; the rest says what it needs', async () => {
    at = await checkWorld(server, { redirectUris: [callback] }, { by: 'nothing' });
    const connect = 'unknown: not-connected';
    const report = await at.check();
    expect(notRight(report)).toEqual({
      ...emptyPage,
      application: connect,
      callback: connect,
      'subject-mode': connect,
    });
    await at.world.grant();
    const closed = await at.check();
    expect(lineOf(closed, 'issuer')).toMatchObject({ level: 'unknown', because: 'not-allowed' });
    expect(lineOf(closed, 'issuer').remedies).toEqual([{ do: 'allow' }]);
  });
});

describe('an API token', () => {
  withAcme();

  test('that authentik takes, and one that was given another key', async () => {
    at = await checkWorld(server);
    const tokens = { key: token, intent: 'api', username: 'sync', rights: [], expiring: true, expired: false } as const;
    at.authentik.addToken(tokens);
    const { world } = await boundTo('token');
    await world.grant(at.authentik.baseUrl);
    const check = async () => unwrap(await world.ask(popup, 'authentik.check', { target, job: 'check' }));
    const right = await check();
    expect(right.lines.map(({ id }) => id)).toEqual(['base', 'token', 'page', 'page-secret']);
    expect(notRight(right)).toEqual(emptyPage);
    at.authentik.rekeyTokens();
    expect(notRight(await check())).toEqual({ ...emptyPage, token: 'fault' });
    expect(JSON.stringify(await check())).not.toContain(token);
    await world.grant();
    expect(lineOf(await check(), 'token')).toMatchObject({ because: 'not-allowed', remedies: [{ do: 'allow' }] });
  });
});
