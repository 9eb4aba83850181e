// @vitest-environment node
/** Whatever goes wrong with authentik is named, whole lines are still told, and nothing is half registered. */
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTransport } from '@/authentik/api/transport';
import type { ApiRequest } from '@/authentik/model';
import type { Result } from '@/lib/result';
import type { Trouble } from '@/messaging/authentik-protocol';
import type { Registered } from '@/messaging/check-report';
import type { Fault } from '@/tests/standins/authentik/faults';
import { createServer, type StandInServer } from '@/tests/standins/server';
import { authentikWords } from '@/ui/words/authentik-words';
import { popup } from '../background/world';
import { adminKey, type CheckWorld, callback, checkWorld, notRight, rememberCallback } from './check-world';

const list = '/providers/oauth2/';
const one = '/providers/oauth2/{id}/';
const elsewhere = 'portainer.company';

let server: StandInServer;
let at: CheckWorld;
let before: unknown[];
/** Whatever reaches another host than authentik's. */
let strayed: string[];

beforeAll(async () => {
  server = await createServer();
  return () => server.close();
});
beforeEach(async () => {
  at = await checkWorld(server);
  before = at.entries();
  strayed = [];
  server.add({
    hosts: [elsewhere],
    handle: (request, response) => {
      strayed.push(`${request.url} ${request.headers.authorization ?? 'without a token'}`);
      response.end('{}');
    },
  });
});
afterEach(() => {
  expect(strayed).toEqual([]);
  expect(at.entries()).toEqual(before);
});

const kindOf = (answer: Result<Registered, Trouble> | 'dropped') => {
  if (answer === 'dropped' || answer.ok || answer.failure.kind !== 'authentik') return JSON.stringify(answer);
  // Each has a sentence of its own; what authentik says itself is quoted.
  const { text, quotes } = authentikWords(answer.failure);
  expect(text).not.toBe('');
  expect([text, ...quotes].join(' ')).not.toContain(adminKey);
  return answer.failure.cause.kind;
};

const faults: [string, Fault, string][] = [
  ['400 with a field', { kind: 'answer', status: 400, body: { redirect_uris: ['Not a list.'] } }, 'refused'],
  ['400 about the whole', { kind: 'answer', status: 400, body: { non_field_errors: ['No.'] } }, 'refused'],
  ['403 with a detail', { kind: 'answer', status: 403, body: { detail: 'Not allowed.' } }, 'forbidden'],
  ['404 as a page', { kind: 'html', status: 404 }, 'no-api'],
  ['200 as a page', { kind: 'html', status: 200 }, 'not-json'],
  ['a way to the login', { kind: 'login' }, 'redirected'],
  ['a way to another origin', { kind: 'redirect', to: `https://${elsewhere}/api/v3/` }, 'redirected'],
  // Read to its end before it is an answer here, so half of one is none.
  ['half an answer', { kind: 'half' }, 'offline'],
  ['50 MB', { kind: 'huge', bytes: 50_000_000 }, 'too-large'],
  ['no answer', { kind: 'offline' }, 'offline'],
];

describe('while the client is looked up', () => {
  const reading = faults.filter(([, fault]) => fault.kind !== 'answer' || fault.status === 403);
  test.each(reading)('%s is named by the check, which tells the rest all the same', async (_what, fault, kind) => {
    at.authentik.fault({ at: list, ...fault });
    const report = await at.check();
    expect(report.api).toMatchObject({ kind: 'authentik', cause: { kind } });
    expect(notRight(report)).toMatchObject({
      application: 'unknown: no-answer',
      callback: 'unknown: no-answer',
      'subject-mode': 'unknown: no-answer',
      authorize: 'fault',
      page: 'fault',
    });
    expect(notRight(report)).not.toHaveProperty('issuer');
  });

  test.each(reading)('%s stops the registration before anything is sent', async (_what, fault, kind) => {
    at.authentik.fault({ at: list, ...fault });
    expect(kindOf(await at.register())).toBe(kind);
    expect([at.authentik.writes, await at.noted()]).toEqual([[], []]);
  });
});

test('a check that is cancelled tells nothing but that', async () => {
  const happens = () => void at.world.ask(popup, 'authentik.cancel', { job: 'check' });
  at.authentik.fault({ at: list, kind: 'meanwhile', times: 1, happens });
  const asked = { target: { bindingId: at.bindingId }, job: 'check' };
  const answer = await at.world.ask(popup, 'authentik.check', asked);
  expect(answer).toMatchObject({ ok: false, failure: { kind: 'authentik', cause: { kind: 'cancelled' } } });
});

describe('at the change itself', () => {
  test.each(faults)('%s is named, and the list is as it was', async (_what, fault, kind) => {
    at.authentik.fault({ at: one, method: 'PATCH', ...fault });
    expect(kindOf(await at.register())).toBe(kind);
    expect(await at.noted()).toEqual([]);
  });

  test('the provider is gone by then', async () => {
    const happens = () => {
      const pk = at.authentik.registry.providerOf('containers')?.pk ?? 0;
      at.authentik.registry.removeProvider(pk);
      before = [];
    };
    at.authentik.fault({ at: one, kind: 'meanwhile', times: 1, happens });
    expect(kindOf(await at.register())).toBe('not-found');
  });

  test('the token is given another key', async () => {
    at.authentik.fault({ at: one, kind: 'meanwhile', times: 1, happens: () => at.authentik.rekeyTokens() });
    expect(kindOf(await at.register())).toBe('not-signed-in');
    expect(at.authentik.writes).toEqual([]);
  });

  test('the person cancels while authentik is slow', async () => {
    const hold = Promise.withResolvers<void>();
    const happens = () => void at.world.ask(popup, 'authentik.cancel', { job: 'slow' });
    at.authentik.fault({ at: list, kind: 'meanwhile', times: 1, happens });
    at.authentik.fault({ at: one, kind: 'slow', until: hold.promise });
    expect(kindOf(await at.register('slow'))).toBe('cancelled');
    hold.resolve();
    expect(at.authentik.writes).toEqual([]);
  });
});

describe('with the session of its own page', () => {
  const target = () => ({ bindingId: at.bindingId });
  const register = () => at.world.ask(popup, 'authentik.register', { target: target(), callback, job: 'session' });

  /** The tab shows authentik's page, and carries calls out with a session that is open now. */
  async function showAdmin(read?: unknown): Promise<void> {
    at = await checkWorld(server, {}, { by: 'session' });
    before = at.entries();
    await rememberCallback(at.profileId);
    const { baseUrl } = at.authentik;
    const { id, csrf } = at.authentik.signIn({ username: 'jane', rights: [], isSuperuser: true });
    const cookie = `authentik_session=${id}; authentik_csrf=${csrf}`;
    const signIn = { by: 'session', pageOrigin: baseUrl, csrf: () => csrf } as const;
    const made = createTransport({
      baseUrl,
      signIn,
      send: (url, init) => server.backchannel(url, { ...init, headers: { ...init.headers, cookie, origin: baseUrl } }),
    });
    if (!made.ok) throw new Error(made.failure.kind);
    at.world.tab.url = `${baseUrl}/if/admin/#/core/providers`;
    at.world.tab.answers = {
      'admin.read': read ?? { ok: true, value: { baseUrl } },
      'admin.call': ({ request }: { request: ApiRequest }) => made.value(request),
    };
  }

  test('that ends in the middle is named, and nothing is registered', async () => {
    await showAdmin();
    at.authentik.fault({ at: one, kind: 'meanwhile', times: 1, happens: () => at.authentik.endSessions() });
    expect(kindOf(await register())).toBe('not-signed-in');
    expect([at.authentik.writes, await at.noted()]).toEqual([[], []]);
  });

  test('of a page that names a foreign instance nothing is sent at all', async () => {
    await showAdmin({ ok: false, failure: { kind: 'foreign-base' } });
    expect(kindOf(await register())).toBe('foreign-base');
    await showAdmin({ ok: true, value: { baseUrl: 'https://evil.test' } });
    expect(kindOf(await register())).toBe('foreign-base');
    expect(at.world.told.filter(({ type }) => type === 'admin.call')).toEqual([]);
  });

  test('an address that is not the site’s own is never registered', async () => {
    await showAdmin();
    const foreign = 'https://evil.test/cb';
    const asked = { target: target(), callback: foreign, job: 'foreign' };
    expect(kindOf(await at.world.ask(popup, 'authentik.register', asked))).toBe('unsafe-callback');
    expect(at.authentik.writes).toEqual([]);
  });
});
