/** Connecting an authentik: what is asked, by whom, and what is kept of it. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ok } from '@/lib/result';
import { connect as connectIn } from '@/profiles/connections';
import { updateVault } from '@/vault/store';
import { passphrase, popup, startWorld, type World } from './world';

const baseUrl = 'https://authentik.company';
const token = 'TEST-token-of-an-administrator-0001';
const job = 'job-1';

const answers: Record<string, unknown> = {
  'admin/version/': { version_current: '2026.8.3' },
  'core/users/me/': { user: { username: 'jane', is_superuser: true } },
};

interface Call {
  baseUrl: string;
  request: { path: string };
}

/** The script on authentik's page, signed in. */
const carriesOut = ({ request }: Call) => ({ ok: true, value: answers[request.path] });
const account = {
  version: { year: 2026, month: 8, text: '2026.8.3' },
  username: 'jane',
  isSuperuser: true,
  rights: { view: 'yes', change: 'yes', create: 'yes' },
};

let world: World;

function showAdmin(read: unknown = { ok: true, value: { baseUrl } }): void {
  world.tab.url = `${baseUrl}/if/admin/#/core/providers`;
  world.tab.answers = { 'admin.read': read, 'admin.call': carriesOut, 'tab.read': { nothing: true } };
}

const connect = (data: { address?: string; token?: string } = {}) =>
  world.ask(popup, 'authentik.connect', { address: `${baseUrl}/if/admin/`, job, ...data });
const list = () => world.ask(popup, 'authentik.list');
const trouble = (kind: string, at = baseUrl) => ({
  ok: false,
  failure: { kind: 'authentik', baseUrl: at, cause: expect.objectContaining({ kind }) },
});

beforeEach(async () => {
  world = startWorld();
  await world.ask(popup, 'vault.create', { mode: 'encrypted', passphrase });
});

describe('with the session of its own page', () => {
  beforeEach(() => showAdmin());

  it('keeps the address and nothing else, once authentik has said who is signed in', async () => {
    const authentik = { baseUrl, name: 'authentik.company', by: 'session', isConnected: true, isGranted: false };
    expect(await connect()).toEqual({ ok: true, value: { authentik, account } });
    expect(await list()).toEqual({ ok: true, value: [authentik] });
    expect(await world.ask(popup, 'authentik.account', { baseUrl, job })).toEqual({ ok: true, value: account });
    const calls = world.told.filter(({ type }) => type === 'admin.call').map(({ data }) => data);
    expect(calls).toEqual(
      ['admin/version/', 'core/users/me/', 'admin/version/', 'core/users/me/'].map((path) => ({
        baseUrl,
        request: { path },
      })),
    );
  });

  it.each(['signed-out', 'foreign-base'])('is not connected where the page is %s', async (kind) => {
    showAdmin({ ok: false, failure: { kind } });
    expect(await connect()).toEqual(trouble(kind));
    expect(await list()).toEqual({ ok: true, value: [] });
  });

  it("believes no page that names an origin which is not the tab's", async () => {
    world.tab.url = 'https://evil.test/if/admin/';
    world.tab.answers['admin.read'] = { ok: true, value: { baseUrl } };
    expect(await connect({ address: 'https://evil.test' })).toEqual(trouble('foreign-base', 'https://evil.test'));
  });

  it.each([[{ nothing: true }], [{ ok: true, value: { baseUrl, more: 1 } }], [null]])(
    'takes %j for no authentik',
    async (read) => {
      showAdmin(read);
      world.granted = [];
      expect(await connect()).toEqual(trouble('not-granted'));
    },
  );

  it('says that the session is over when authentik knows nobody, not that jane may not', async () => {
    world.tab.answers['admin.call'] = () => ({ ok: false, failure: { kind: 'forbidden', detail: 'No credentials.' } });
    expect(await connect()).toEqual({
      ok: false,
      failure: { kind: 'authentik', baseUrl, cause: { kind: 'not-signed-in', detail: 'No credentials.' } },
    });
  });

  it('opens a page of authentik where none is open, and waits for its first answer', async () => {
    world.granted = [baseUrl];
    world.isInjectable = false;
    let looks = 0;
    const inject = vi.spyOn(fakeBrowser.scripting, 'executeScript').mockImplementation((async () => {
      looks += 1;
      if (looks < 3) throw new Error('Cannot access contents of url "".');
      return [{ frameId: 0, documentId: 'DOCUMENT-A' }];
    }) as never);
    const create = vi.spyOn(fakeBrowser.tabs, 'create').mockImplementation((async () => ({ id: 7 })) as never);
    expect(await connect()).toMatchObject({ ok: true });
    expect(create).toHaveBeenCalledExactlyOnceWith({ url: `${baseUrl}/if/admin/`, active: false });
    expect(inject).toHaveBeenCalledTimes(3);
  });

  it('needs https, and an address of authentik', async () => {
    expect(await connect({ address: 'http://authentik.company' })).toEqual(
      trouble('not-https', 'http://authentik.company'),
    );
    expect(await connect({ address: 'no address' })).toEqual(trouble('not-authentik', 'no address'));
    expect(world.told).toEqual([]);
  });

  it('is cancelled by name', async () => {
    world.tab.answers['admin.call'] = () => new Promise(() => undefined);
    const connecting = connect();
    await vi.waitFor(() => expect(world.told.some(({ type }) => type === 'admin.call')).toBe(true));
    await world.ask(popup, 'authentik.cancel', { job: 'another job' });
    await world.ask(popup, 'authentik.cancel', { job });
    expect(await connecting).toEqual(trouble('cancelled'));
  });

  it('forgets the connection, and what it is of stays', async () => {
    await connect();
    expect(await world.ask(popup, 'authentik.disconnect', { baseUrl })).toEqual({ ok: true, value: null });
    expect(await list()).toEqual({ ok: true, value: [] });
    expect(await world.ask(popup, 'authentik.disconnect', { baseUrl })).toMatchObject({ ok: false });
  });
});

describe('by an API token', () => {
  const asked: { url: string; init: RequestInit }[] = [];

  beforeEach(() => {
    asked.length = 0;
    world.tab.answers = {};
    vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
      asked.push({ url, init });
      const path = url.replace(`${baseUrl}/api/v3/`, '');
      return Response.json(answers[path], { status: path in answers ? 200 : 404 });
    });
  });

  it('is asked for the origin first', async () => {
    expect(await connect({ token })).toEqual(trouble('not-granted'));
    expect(asked).toEqual([]);
  });

  it('keeps the token encrypted, sends it to this origin alone, and never with a cookie', async () => {
    world.granted = [baseUrl];
    expect(await connect({ token: ` ${token}\n` })).toMatchObject({ ok: true, value: { account } });
    expect(await world.ask(popup, 'authentik.account', { baseUrl, job })).toEqual({ ok: true, value: account });
    for (const { url, init } of asked) {
      expect(new URL(url).origin).toBe(baseUrl);
      expect(init).toMatchObject({ credentials: 'omit', redirect: 'manual' });
      expect(new Headers(init.headers).get('authorization')).toBe(`Bearer ${token}`);
    }
    expect(world.told).toEqual([]);
    expect(JSON.stringify(await fakeBrowser.storage.local.get(null))).not.toContain(token);
    expect(JSON.stringify(await list())).not.toContain(token);
  });

  it('says which one it lacks after a look, and takes none that is no token', async () => {
    world.granted = [baseUrl];
    expect(await connect({ token: 'not a token' })).toEqual(trouble('token-malformed'));
    expect(await connect({ token: '' })).toEqual(trouble('token-malformed'));
    expect(asked).toEqual([]);
  });

  it('is not taken into a vault that keeps no secrets', async () => {
    await world.ask(popup, 'vault.reset');
    await world.ask(popup, 'vault.create', { mode: 'no-secrets' });
    world.granted = [baseUrl];
    expect(await connect({ token })).toEqual(trouble('token-not-kept'));
    expect(asked).toEqual([]);
    await updateVault((transaction) => {
      connectIn(transaction, baseUrl, token);
      return ok(null);
    });
    expect(JSON.stringify(await world.save())).not.toContain(token);
    expect(await world.ask(popup, 'authentik.account', { baseUrl, job })).toEqual(trouble('no-token'));
  });
});

describe('a page of authentik in the popup', () => {
  const card = { kind: 'authentik', origin: baseUrl, host: 'authentik.company', baseUrl, granted: false };
  const look = () => world.ask(popup, 'tab.look', { tabId: 7 });

  it('is told from an app, with what it shows', async () => {
    showAdmin({ ok: true, value: { baseUrl, open: { provider: 12 } } });
    expect(await look()).toEqual({ ok: true, value: { ...card, isConnected: false, open: { provider: 12 } } });
    await connect();
    expect(await look()).toMatchObject({ ok: true, value: { isConnected: true } });
  });

  it.each(['signed-out', 'foreign-base'] as const)('says that it is %s', async (kind) => {
    showAdmin({ ok: false, failure: { kind } });
    expect(await look()).toEqual({ ok: true, value: { ...card, isConnected: false, problem: kind } });
  });

  it('is any other page where it is no authentik', async () => {
    showAdmin({ ok: false, failure: { kind: 'not-authentik' } });
    expect(await look()).toMatchObject({ ok: true, value: { kind: 'unrecognised' } });
  });
});
