// @vitest-environment node
/** Requests go to the API of one authentik, signed in in one way, and every fault of an answer has its name. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Connection, createTransport, type SignIn } from '@/authentik/api/transport';
import { runs } from '../../thorough';
import { fakeSend, json, kindOf, origin, testToken } from './fake-authentik';

const byToken: SignIn = { by: 'token', token: testToken };

function over(send: Connection['send'], changes: Partial<Connection> = {}) {
  const made = createTransport({ baseUrl: origin, signIn: byToken, send, ...changes });
  if (!made.ok) throw new Error(made.failure.kind);
  return made.value;
}

const html = (status: number) =>
  new Response('<!doctype html><title>authentik</title>', { status, headers: { 'content-type': 'text/html' } });

describe('what is sent', () => {
  it('goes below the sub-path, with its query, the token, and no cookie', async () => {
    const { send, sent } = fakeSend(() => json({ answer: 1 }));
    const answer = await over(send, { baseUrl: 'https://sso.company:9443/auth' })({
      path: 'providers/oauth2/',
      query: { page: '1', search: 'a&b=c' },
    });
    expect(answer).toEqual({ ok: true, value: { answer: 1 } });
    const [request] = sent;
    expect(request?.url.href).toBe('https://sso.company:9443/auth/api/v3/providers/oauth2/?page=1&search=a%26b%3Dc');
    expect(request?.headers).toEqual({ accept: 'application/json', authorization: `Bearer ${testToken}` });
    expect(request?.init).toMatchObject({
      method: 'GET',
      credentials: 'omit',
      redirect: 'manual',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    });
    expect(request?.init).not.toHaveProperty('body');
  });

  it('goes as the admin page itself would: its session, and the CSRF token of this moment on writes only', async () => {
    const cookies = ['first', 'second'];
    const { send, sent } = fakeSend(() => json({}));
    const transport = over(send, { signIn: { by: 'session', pageOrigin: origin, csrf: () => cookies.shift() } });
    await transport({ path: 'core/users/me/' });
    await transport({ method: 'PATCH', path: 'providers/oauth2/7/', body: { name: 'x' } });
    await transport({ method: 'PATCH', path: 'providers/oauth2/7/', body: { name: 'y' } });
    expect(sent.map(({ headers }) => headers['x-authentik-csrf'])).toEqual([undefined, 'first', 'second']);
    expect(sent.map(({ init }) => init.credentials)).toEqual(['same-origin', 'same-origin', 'same-origin']);
    expect(sent.every(({ headers }) => headers.authorization === undefined)).toBe(true);
    expect(sent.map(({ body }) => body)).toEqual([undefined, { name: 'x' }, { name: 'y' }]);
  });

  it('is nothing when the session has no CSRF token for a write', async () => {
    const { send, sent } = fakeSend(() => json({}));
    const transport = over(send, { signIn: { by: 'session', pageOrigin: origin, csrf: () => undefined } });
    expect(kindOf(await transport({ method: 'PATCH', path: 'providers/oauth2/7/', body: {} }))).toBe('not-signed-in');
    expect(sent).toEqual([]);
  });

  it.each([
    ['http://authentik.company', byToken, 'not-https'],
    ['http://10.0.0.7', byToken, 'not-https'],
    ['authentik.company', byToken, 'not-https'],
    ['https://jane:marker@authentik.company', byToken, 'not-https'],
    ['https://authentik.company/?next=', byToken, 'not-https'],
    ['https://authentik.company/#', byToken, 'not-https'],
    [origin, { by: 'session', pageOrigin: 'https://authentik.company:9443', csrf: () => 'x' }, 'foreign-page'],
    [origin, { by: 'session', pageOrigin: 'null', csrf: () => 'x' }, 'foreign-page'],
    [origin, { by: 'token', token: '' }, 'token-malformed'],
    [origin, { by: 'token', token: 'two\nlines' }, 'token-malformed'],
  ] satisfies [string, SignIn, string][])('A13: is nothing from the start with %s', (baseUrl, signIn, kind) => {
    const { send } = fakeSend(() => json({}));
    expect(createTransport({ baseUrl, signIn, send })).toEqual({ ok: false, failure: { kind } });
  });

  it('A13, 200 cases: never leaves the API, whatever path is named', async () => {
    const { send, sent } = fakeSend(() => json({}));
    const transport = over(send, { baseUrl: `${origin}/auth` });
    const piece = fc.constantFrom('..', '.', '%2e%2e', '/', '//', '\\', '@evil.test', 'https:', '?', '#', 'x', '\t');
    const path = fc.array(piece, { maxLength: 6 }).map((pieces) => `${pieces.join('')}/`);
    await fc.assert(
      fc.asyncProperty(path, async (text) => {
        const before = sent.length;
        await transport({ path: text }).catch(() => undefined);
        for (const { url } of sent.slice(before))
          expect(url.href).toMatch(/^https:\/\/authentik\.company\/auth\/api\/v3\//);
      }),
      { numRuns: 200 },
    );
    expect(sent.length).toBeGreaterThan(0);
    await expect(transport({ path: '../../application/o/x/' })).rejects.toThrow('within the API');
    await expect(transport({ path: 'core/users/me' })).rejects.toThrow('within the API');
  });
});

describe('what is answered', () => {
  it.each([
    ['a page instead of data', () => html(200), { kind: 'not-json' }],
    ['no type at all', () => new Response('', { status: 200 }), { kind: 'not-json' }],
    ['a redirect', () => Response.redirect('https://evil.test/', 302), { kind: 'redirected' }],
    ['a page for what is not there', () => html(404), { kind: 'no-api' }],
    ['nothing of that number', () => json({ detail: 'Not found.' }, 404), { kind: 'not-found', detail: 'Not found.' }],
    ['a page that asks who it is', () => html(401), { kind: 'not-signed-in' }],
    [
      'a token that was re-keyed',
      () => json({ detail: 'Token invalid/expired' }, 403),
      { kind: 'forbidden', detail: 'Token invalid/expired' },
    ],
    ['a page that forbids', () => html(403), { kind: 'forbidden' }],
    [
      'a missing right of the transactional call',
      () => json({ provider: 'User lacks permission to create' }, 403),
      { kind: 'forbidden', detail: 'User lacks permission to create' },
    ],
    [
      'errors by field',
      () => json({ redirect_uris: [{}, { url: ['Not a URL.', 'Too long.'] }], non_field_errors: ['No.'] }, 400),
      {
        kind: 'refused',
        errors: [
          { field: 'redirect_uris.1.url', text: 'Not a URL.' },
          { field: 'redirect_uris.1.url', text: 'Too long.' },
          { field: '', text: 'No.' },
        ],
      },
    ],
    [
      'errors one level down',
      () => json({ provider: { name: ['State is set to must_created and object exists already'] } }, 400),
      {
        kind: 'refused',
        errors: [{ field: 'provider.name', text: 'State is set to must_created and object exists already' }],
      },
    ],
    ['a page for a bad request', () => html(400), { kind: 'unexpected-status', status: 400 }],
    ['too many requests', () => json({ detail: 'Later.' }, 429), { kind: 'unexpected-status', status: 429 }],
    ['a proxy without its server', () => html(502), { kind: 'server-fault', status: 502 }],
    ['a fault with data', () => json({ detail: 'x' }, 500), { kind: 'server-fault', status: 500 }],
    [
      'half of the data',
      () => new Response('{"results": [{"pk":', { headers: { 'content-type': 'application/json' } }),
      { kind: 'cut-off' },
    ],
    [
      'a stream that breaks',
      () =>
        new Response(
          new ReadableStream({
            start: (stream) => stream.enqueue(new TextEncoder().encode('{"a":')),
            pull: (stream) => stream.error(new TypeError('network error')),
          }),
          { headers: { 'content-type': 'application/json' } },
        ),
      { kind: 'cut-off' },
    ],
    ['no answer', () => Promise.reject(new TypeError('Failed to reach')), { kind: 'offline' }],
  ])('is told apart: %s', async (_name, answer, failure) => {
    const { send } = fakeSend(answer);
    expect(await over(send)({ path: 'core/users/me/' })).toEqual({ ok: false, failure });
  });

  it('takes what the browser hides of a redirect for a redirect', async () => {
    const { send } = fakeSend(() => Object.defineProperty(new Response(), 'type', { value: 'opaqueredirect' }));
    expect(kindOf(await over(send)({ path: 'core/users/me/' }))).toBe('redirected');
  });

  it('may be empty, in any kind of JSON, and cut between the bytes of a letter', async () => {
    const bytes = new TextEncoder().encode('{"name":"Käthe"}');
    const halves = [bytes.slice(0, 11), bytes.slice(11)];
    const body = new ReadableStream({
      pull: (stream) => {
        const next = halves.shift();
        if (next === undefined) stream.close();
        else stream.enqueue(next);
      },
    });
    const answers = [
      new Response(null, { status: 204 }),
      new Response('{}', { headers: { 'content-type': 'application/vnd.x+json; charset=utf-8' } }),
      new Response(body, { headers: { 'content-type': 'application/json' } }),
    ];
    const { send } = fakeSend(() => answers.shift() ?? json(null));
    const transport = over(send);
    expect(await transport({ path: 'a/' })).toEqual({ ok: true, value: undefined });
    expect(await transport({ path: 'a/' })).toEqual({ ok: true, value: {} });
    expect(await transport({ path: 'a/' })).toEqual({ ok: true, value: { name: 'Käthe' } });
  });

  it('is dropped as soon as it is too large, said before or found out', async () => {
    let taken = 0;
    let stopped = false;
    const endless = () =>
      new ReadableStream({
        pull: (stream) => {
          taken += 1;
          stream.enqueue(new Uint8Array(1000));
        },
        cancel: () => {
          stopped = true;
        },
      });
    const type = { 'content-type': 'application/json' };
    const found = over(fakeSend(() => new Response(endless(), { headers: type })).send, { limit: 10_000 });
    expect(kindOf(await found({ path: 'a/' }))).toBe('too-large');
    expect([taken < 20, stopped]).toEqual([true, true]);
    const told = { ...type, 'content-length': String(50 * 1024 * 1024) };
    const said = over(fakeSend(() => new Response('{}', { headers: told })).send);
    expect(kindOf(await said({ path: 'a/' }))).toBe('too-large');
  });

  it('shows no more of what authentik says than a line', async () => {
    const { send } = fakeSend(() => json({ detail: `a\u202e\n${'b'.repeat(5000)}` }, 403));
    const answer = await over(send)({ path: 'a/' });
    if (answer.ok || answer.failure.kind !== 'forbidden') throw new Error('not refused');
    expect(answer.failure.detail).toMatch(/^a b+…$/);
    expect(answer.failure.detail?.length).toBe(301);
  });

  it('names no token and no address, whatever goes wrong', async () => {
    const { send } = fakeSend(() => Promise.reject(new Error(`could not reach ${origin} with ${testToken}`)));
    expect(JSON.stringify(await over(send)({ path: 'a/' }))).toBe('{"ok":false,"failure":{"kind":"offline"}}');
  });

  it('survives any JSON as an error', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), fc.constantFrom(400, 401, 403, 404, 409, 500), async (value, status) => {
        const { send } = fakeSend(() => json(value, status));
        expect((await over(send)({ path: 'a/' })).ok).toBe(false);
      }),
      runs(300),
    );
  });
});

describe('an end from outside', () => {
  /** Answers only by giving up when it is told to. */
  const never = (init: RequestInit) =>
    new Promise<Response>((_resolve, reject) => {
      init.signal?.addEventListener('abort', () => reject(init.signal?.reason));
    });

  it('is a cancellation before, during and while the answer arrives', async () => {
    const { send, sent } = fakeSend(({ init }) => never(init));
    expect(kindOf(await over(send)({ path: 'a/', signal: AbortSignal.abort() }))).toBe('cancelled');
    expect(sent).toEqual([]);
    const during = new AbortController();
    const answer = over(send)({ path: 'a/', signal: during.signal });
    during.abort();
    expect(kindOf(await answer)).toBe('cancelled');
    const late = new AbortController();
    const slow = fakeSend(() => {
      const stream = new ReadableStream({
        pull: (controller) => {
          late.abort();
          controller.error(late.signal.reason);
        },
      });
      return new Response(stream, { headers: { 'content-type': 'application/json' } });
    });
    expect(kindOf(await over(slow.send)({ path: 'a/', signal: late.signal }))).toBe('cancelled');
  });

  it('is a time-out when nobody has cancelled', async () => {
    const { send } = fakeSend(({ init }) => never(init));
    expect(kindOf(await over(send, { timeout: 1 })({ path: 'a/' }))).toBe('timed-out');
  });
});
