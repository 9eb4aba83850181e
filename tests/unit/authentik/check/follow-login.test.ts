/** The start of a login, followed on authentik's own page: it ends at the sign-in, or it is not right. */
import { describe, expect, it } from 'vitest';
import { checkLanding } from '@/authentik/check/check-authorize';
import { followLogin } from '@/authentik/check/follow-login';

const baseUrl = 'https://company.test/sso';
const query = { client_id: 'test-client', redirect_uri: 'https://portainer.company/' };

function landedAt(url: string, status = 200): Response {
  const response = new Response('<ak-flow-executor>', { status });
  Object.defineProperty(response, 'url', { value: url });
  return response;
}

describe('the way', () => {
  it('is asked for without credentials, and may not leave the origin', async () => {
    const sent: { url: string; init: RequestInit }[] = [];
    const landing = await followLogin(
      {
        baseUrl,
        send: async (url, init) => {
          sent.push({ url, init });
          return landedAt(`${baseUrl}/if/flow/default-authentication-flow/?next=%2Fsso%2Fapplication`);
        },
      },
      query,
    );
    expect(landing).toEqual({ ok: true, value: { status: 200, at: 'if/flow/default-authentication-flow/' } });
    expect(sent).toHaveLength(1);
    const [{ url, init } = { url: '', init: {} }] = sent;
    expect(url).toBe(`${baseUrl}/application/o/authorize/?${new URLSearchParams(query)}`);
    expect(init).toMatchObject({ mode: 'same-origin', credentials: 'omit', redirect: 'follow' });
  });

  it.each(['https://company.test/other/', 'https://portainer.company/?error=x', 'https://company.test/sso-2/if/flow/'])(
    'that ends at %s has left the base URL',
    async (end) => {
      const landing = await followLogin({ baseUrl, send: async () => landedAt(end) }, query);
      expect(landing).toEqual({ ok: false, failure: { kind: 'redirected' } });
    },
  );

  it('that the browser ends, or that takes too long, is named', async () => {
    const broken = await followLogin({ baseUrl, send: () => Promise.reject(new TypeError('test')) }, query);
    expect(broken).toEqual({ ok: false, failure: { kind: 'redirected' } });
    const endless = await followLogin(
      {
        baseUrl,
        timeout: 20,
        send: (_, { signal }) =>
          new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason))),
      },
      query,
    );
    expect(endless).toEqual({ ok: false, failure: { kind: 'timed-out' } });
  });
});

describe('its end', () => {
  it.each([
    [{ ok: true, value: { status: 200, at: 'if/flow/default-authentication-flow/' } }, 'ok'],
    [{ ok: true, value: { status: 200, at: 'if/user/' } }, 'warning'],
    [{ ok: true, value: { status: 502, at: 'if/flow/x/' } }, 'warning'],
    [{ ok: false, failure: { kind: 'redirected' } }, 'fault'],
    [{ ok: false, failure: { kind: 'timed-out' } }, 'warning'],
  ] as const)('%j is %s', (landing, level) => {
    expect(checkLanding(landing).level).toBe(level);
  });
});
