// @vitest-environment node
/** Version and rights are known before anything is tried, and a list is read to its end or not at all. */
import { describe, expect, it } from 'vitest';
import { readAccount } from '@/authentik/api/account';
import { listProviders } from '@/authentik/api/providers';
import { isAtLeast, parseVersion } from '@/authentik/api/version';
import { fakeSend, json, kindOf, providerRecord, transportOver } from './fake-authentik';

const forbidden = () => json({ detail: 'You do not have permission to perform this action.' }, 403);

function instance({
  superuser = false,
  list = () => json({}),
  version = () => json({ version_current: '2026.8.3' }),
} = {}) {
  const { send, sent } = fakeSend(({ url }) => {
    if (url.pathname.endsWith('/admin/version/')) return version();
    if (url.pathname.endsWith('/providers/oauth2/')) return list();
    return json({ user: { pk: 1, username: 'akadmin', is_superuser: superuser, system_permissions: [] } });
  });
  return { transport: transportOver(send), sent };
}

describe('readAccount', () => {
  it('knows that a superuser may do everything, from two readings', async () => {
    const { transport, sent } = instance({ superuser: true });
    expect(await readAccount(transport)).toEqual({
      ok: true,
      value: {
        version: { year: 2026, month: 8, text: '2026.8.3' },
        username: 'akadmin',
        isSuperuser: true,
        rights: { view: 'yes', change: 'yes', create: 'yes' },
      },
    });
    expect(sent.map(({ url }) => url.pathname)).toEqual(['/api/v3/admin/version/', '/api/v3/core/users/me/']);
  });

  it('finds out whether anybody else may see providers, and claims no more', async () => {
    const seeing = await readAccount(instance().transport);
    expect(seeing.ok && seeing.value.rights).toEqual({ view: 'yes', change: 'unknown', create: 'unknown' });
    const blind = await readAccount(instance({ list: forbidden }).transport);
    expect(blind.ok && blind.value.rights).toEqual({ view: 'no', change: 'no', create: 'no' });
  });

  it('fails with what went wrong: not signed in, not authentik, a list that does not answer', async () => {
    expect(kindOf(await readAccount(instance({ version: forbidden }).transport))).toBe('forbidden');
    const foreign = await readAccount(instance({ version: () => json({ version: 1 }) }).transport);
    expect(foreign).toEqual({ ok: false, failure: { kind: 'malformed', fields: ['version_current'] } });
    expect(kindOf(await readAccount(instance({ list: () => json({}, 503) }).transport))).toBe('server-fault');
  });
});

describe('versions', () => {
  it.each([
    ['2024.8.4', [2024, 8]],
    ['2025.10.0-rc1', [2025, 10]],
    ['2026.11', [2026, 11]],
  ])('are understood: %s', (text, [year, month]) => {
    expect(parseVersion(text)).toEqual({ year, month, text });
  });

  it.each(['', 'latest', 'v2026.8', '2026.8.3.4', '26.8.3', '2026.123'])('are not guessed: %s', (text) => {
    expect(parseVersion(text)).toBeUndefined();
  });

  it('are compared as numbers, and an unknown one is the newest', () => {
    const names = ['2025.12.4', '2026.4.9', '2026.5.0', '2026.10.1', '2027.1.0', 'next'];
    expect(names.map((name) => isAtLeast(parseVersion(name), 2026, 5))).toEqual([false, false, true, true, true, true]);
  });
});

describe('listProviders', () => {
  const pagination = (next: number, count: number) => ({ next, previous: 0, count, current: 1, total_pages: 3 });

  /** 250 providers over three pages, by authentik's rules. */
  function many(pages = 3) {
    const all = Array.from({ length: 250 }, (_, index) => providerRecord({ pk: index, name: `App ${index}` }));
    return fakeSend(({ url }) => {
      const page = Number(url.searchParams.get('page'));
      const size = Number(url.searchParams.get('page_size'));
      const results = all.slice((page - 1) * size, page * size);
      return json({ pagination: pagination(page < pages ? page + 1 : 0, all.length), results, autocomplete: {} });
    });
  }

  it('reads every page once, and tells how far it is', async () => {
    const { send, sent } = many();
    const progress: string[] = [];
    const list = await listProviders(transportOver(send), {
      search: 'App',
      onProgress: ({ done, total }) => progress.push(`${done}/${total}`),
    });
    expect(list.ok && list.value.map(({ pk }) => pk)).toEqual(Array.from({ length: 250 }, (_, index) => index));
    expect(progress).toEqual(['100/250', '200/250', '250/250']);
    expect(sent.map(({ url }) => url.search)).toEqual([
      '?ordering=name&search=App&page=1&page_size=100',
      '?ordering=name&search=App&page=2&page_size=100',
      '?ordering=name&search=App&page=3&page_size=100',
    ]);
  });

  it('holds what a profile needs, and says what authentik does not give', async () => {
    const results = [
      providerRecord(),
      providerRecord({
        pk: 8,
        client_secret: undefined,
        secret: '2f1c0000-0000-4000-8000-000000000000',
        signing_key: null,
        assigned_application_slug: null,
        assigned_application_name: null,
        redirect_uris: 'https://a\\.test/\nhttps://b\\.test/',
      }),
    ];
    const { send } = fakeSend(() => json({ pagination: pagination(0, 2), results }));
    const list = await listProviders(transportOver(send));
    expect(list.ok && list.value).toEqual([
      {
        pk: 7,
        name: 'Portainer',
        clientId: 'test-client',
        clientSecret: 'test-secret-not-a-real-one',
        clientType: 'confidential',
        issuerMode: 'per_provider',
        subjectMode: 'hashed_user_id',
        signingKey: 'key-1',
        mappings: ['openid-1', 'email-1'],
        redirectUris: [{ matching_mode: 'strict', url: 'https://portainer.company/' }],
        application: { slug: 'portainer', name: 'Portainer' },
      },
      {
        pk: 8,
        name: 'Portainer',
        clientId: 'test-client',
        clientType: 'confidential',
        issuerMode: 'per_provider',
        subjectMode: 'hashed_user_id',
        signingKey: null,
        mappings: ['openid-1', 'email-1'],
        redirectUris: 'https://a\\.test/\nhttps://b\\.test/',
      },
    ]);
  });

  it('stops when it is cancelled between two pages, and gives no half list', async () => {
    const { send, sent } = many();
    const stop = new AbortController();
    const list = await listProviders(transportOver(send), { signal: stop.signal, onProgress: () => stop.abort() });
    expect([kindOf(list), sent.length]).toEqual(['cancelled', 1]);
  });

  it('gives no half list when a later page fails or is malformed', async () => {
    for (const [second, kind] of [
      [() => json({ detail: 'Token invalid/expired' }, 403), 'forbidden'],
      [() => json({ pagination: pagination(0, 2), results: [{ pk: 'x' }] }), 'malformed'],
    ] as const) {
      const first = () => json({ pagination: pagination(2, 2), results: [providerRecord()] });
      const { send } = fakeSend(({ url }) => (url.searchParams.get('page') === '1' ? first() : second()));
      expect(kindOf(await listProviders(transportOver(send)))).toBe(kind);
    }
  });

  it('lists once what slips to the next page meanwhile, and ends a list that runs in circles or has no end', async () => {
    const slipping = fakeSend(({ url }) =>
      json({ pagination: pagination(url.searchParams.get('page') === '1' ? 2 : 0, 1), results: [providerRecord()] }),
    );
    const list = await listProviders(transportOver(slipping.send));
    expect(list.ok && list.value.length).toBe(1);
    const circling = fakeSend(() => json({ pagination: pagination(1, 1), results: [providerRecord()] }));
    expect([kindOf(await listProviders(transportOver(circling.send))), circling.sent.length]).toEqual(['malformed', 1]);
    const endless = fakeSend(({ url }) =>
      json({ pagination: pagination(Number(url.searchParams.get('page')) + 1, 1), results: [] }),
    );
    expect([kindOf(await listProviders(transportOver(endless.send))), endless.sent.length]).toEqual(['malformed', 100]);
  });

  it('tells of a malformed answer where, and never what', async () => {
    const results = [providerRecord({ client_id: 42, client_secret: { marker: 'test-secret-not-a-real-one' } })];
    const { send } = fakeSend(() => json({ pagination: pagination(0, 1), results }));
    const list = await listProviders(transportOver(send));
    expect(list).toEqual({
      ok: false,
      failure: { kind: 'malformed', fields: ['results.0.client_id', 'results.0.client_secret'] },
    });
  });
});
