// @vitest-environment node
/** The prober asks what everybody may ask, of the base URL alone; and what its answers mean for the lines of Check. */
import { describe, expect, it } from 'vitest';
import { checkAuthorize } from '@/authentik/check/check-authorize';
import { checkBase } from '@/authentik/check/check-base';
import { checkProxy } from '@/authentik/check/check-proxy';
import { secretProbe } from '@/authentik/check/check-secret';
import { createProber, type Probe } from '@/authentik/check/probe';

const baseUrl = 'https://authentik.company/sub';

function prober(answer: (init: RequestInit) => Response | Promise<Response>, more: object = {}) {
  const sent: { url: string; init: RequestInit }[] = [];
  const send = async (url: string, init: RequestInit): Promise<Response> => {
    sent.push({ url, init });
    return answer(init);
  };
  const made = createProber({ baseUrl, send, ...more });
  if (!made.ok) throw new Error(made.failure.kind);
  return { probe: made.value, sent };
}

describe('createProber', () => {
  it.each(['http://authentik.company', 'https://authentik.company/?x=1', 'https://u:p@authentik.company', 'nonsense'])(
    'is none for %s',
    (odd) => {
      const made = createProber({ baseUrl: odd, send: () => Promise.reject(new Error('sent')) });
      expect(made).toEqual({ ok: false, failure: { kind: 'not-https' } });
    },
  );

  it('sends no credentials, follows nothing, and names no referrer', async () => {
    const { probe, sent } = prober(() => new Response('{}', { headers: { 'content-type': 'application/json' } }));
    await probe({ path: 'application/o/authorize/', query: { client_id: 'a b' } });
    expect(sent[0]?.url).toBe('https://authentik.company/sub/application/o/authorize/?client_id=a+b');
    expect(sent[0]?.init).toMatchObject({
      method: 'GET',
      credentials: 'omit',
      redirect: 'manual',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    });
    expect(Object.keys(sent[0]?.init.headers ?? {})).toEqual(['accept']);
  });

  it('sends a secret in the body of a form, and in no address', async () => {
    const { probe, sent } = prober(() => new Response('{}'));
    const client = { clientId: 'test-client', secret: 'test-secret-probe', redirectUri: 'https://app.company/cb' };
    await probe(secretProbe(client, 'made-up'));
    const { url, init } = sent[0] ?? { url: '', init: {} };
    expect([url, init.method]).toEqual(['https://authentik.company/sub/application/o/token/', 'POST']);
    expect(Object.fromEntries(init.body as URLSearchParams)).toEqual({
      grant_type: 'authorization_code',
      client_id: 'test-client',
      client_secret: 'test-secret-probe',
      code: 'made-up',
      redirect_uri: 'https://app.company/cb',
    });
  });

  it.each(['../../other', 'a?b', 'a#b', '//evil.test/'])('refuses the path %s as the bug it is', async (path) => {
    const { probe, sent } = prober(() => new Response('{}'));
    const leaves = path.startsWith('//') ? probe({ path: `/..${path}` }) : probe({ path });
    await expect(leaves).rejects.toThrow('below the base URL');
    expect(sent).toEqual([]);
  });

  it.each<[string, () => Response, object]>([
    [
      'a redirect',
      () => new Response(null, { status: 302, headers: { location: 'https://evil.test' } }),
      { is: 'redirect' },
    ],
    ['a page', () => new Response('<p>', { status: 400 }), { is: 'answer', status: 400, text: '<p>' }],
  ])('tells %s', async (_what, answer, told) => {
    expect(await prober(answer).probe({ path: '' })).toMatchObject({ ok: true, value: told });
  });

  it.each<[string, (init: RequestInit) => Response | Promise<Response>, string]>([
    ['too much', () => new Response('x'.repeat(200)), 'too-large'],
    ['nothing', () => Promise.reject(new TypeError('failed')), 'offline'],
    [
      'silence',
      ({ signal }) => new Promise((_, no) => signal?.addEventListener('abort', () => no(signal.reason))),
      'timed-out',
    ],
  ])('names %s', async (_what, answer, kind) => {
    const { probe } = prober(answer, { limit: 100, timeout: 20 });
    expect(await probe({ path: '' })).toEqual({ ok: false, failure: { kind } });
  });

  it('is cancelled before anything is sent', async () => {
    const { probe, sent } = prober(() => new Response('{}'));
    const cancelled: Parameters<Probe>[0] = { path: '', signal: AbortSignal.abort() };
    expect(await probe(cancelled)).toEqual({ ok: false, failure: { kind: 'cancelled' } });
    expect(sent).toEqual([]);
  });
});

describe('the lines', () => {
  it('base URL: an authentik, something else, or nothing', () => {
    expect(checkBase({ ok: true, value: { capabilities: ['can_save_media'] } }).level).toBe('ok');
    expect(checkBase({ ok: true, value: { status: 'fine' } })).toMatchObject({
      level: 'fault',
      failure: { kind: 'malformed' },
    });
    expect(checkBase({ ok: false, failure: { kind: 'offline' } })).toMatchObject({ failure: { kind: 'offline' } });
  });

  it('authorize: the way to the login is right, an error page names what is wrong, anything else proves nothing', () => {
    const page = (status: number, text: string) =>
      checkAuthorize({ is: 'answer', status, contentType: 'text/html', text }, 'https://app.company/cb');
    expect(checkAuthorize({ is: 'redirect' }, '').level).toBe('ok');
    const mismatch = 'The request fails due to a missing, invalid, or mismatching redirection URI (redirect_uri).';
    expect(page(400, mismatch)).toMatchObject({
      level: 'fault',
      differences: [{ what: 'redirect_uri', expected: 'https://app.company/cb' }],
    });
    const unknown = 'The client identifier (client_id) is missing or invalid.';
    expect(page(400, unknown)).toMatchObject({ level: 'fault', differences: [{ what: 'client_id' }] });
    expect(page(404, 'Not Found')).toMatchObject({ level: 'fault', differences: [{ what: 'status', found: '404' }] });
    expect(page(200, 'Sign in to the proxy')).toMatchObject({ level: 'warning' });
    expect(page(502, 'Bad gateway')).toMatchObject({ level: 'warning' });
  });

  it('proxy: each odd origin once, and nothing of what differs otherwise', () => {
    const differs = (what: string, found: string, cause: 'scheme' | 'origin' | 'slash') => ({
      what,
      expected: 'https://authentik.company/x/',
      found,
      cause,
    });
    const outcomes = [
      { id: 'issuer', level: 'fault', differences: [differs('issuer', 'http://authentik.company/x/', 'scheme')] },
      {
        id: 'endpoints',
        level: 'fault',
        differences: [
          differs('token', 'http://authentik.company/t/', 'scheme'),
          differs('jwks', 'https://inside:9443/j/', 'origin'),
          differs('userinfo', 'https://authentik.company/x', 'slash'),
        ],
      },
    ] as const;
    const { level, differences } = checkProxy(outcomes.map((one) => ({ ...one, differences: [...one.differences] })));
    expect([level, differences.map(({ found }) => found)]).toEqual([
      'fault',
      ['http://authentik.company', 'https://inside:9443'],
    ]);
    expect(checkProxy([]).level).toBe('ok');
  });
});
