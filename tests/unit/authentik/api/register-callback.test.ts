// @vitest-environment node
/** A callback is registered to the letter beside everybody else's, or not at all; and only it is taken out again. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planCallback, registerCallback, unregisterCallback } from '@/authentik/api/register-callback';
import { parseVersion } from '@/authentik/api/version';
import { anyText, anyUrl } from '../../strange-text';
import { runs } from '../../thorough';
import { fakeSend, json, kindOf, oneProvider, providerRecord, transportOver } from './fake-authentik';

const callback = 'https://portainer.company/cb';
const version = parseVersion('2025.10.0');
const request = { pk: 7, callback, version };

const old = { matching_mode: 'strict', url: 'https://portainer.company/', by: 'Jane' };
const ours = { matching_mode: 'strict', url: callback };
const foreign = { matching_mode: 'regex', url: 'https://other\\.company/.*' };

const withUris = (redirect_uris: unknown) => providerRecord({ redirect_uris });

describe('registerCallback', () => {
  it.each([
    ['a text', '2024.8.3', 'https://a\\.test/', 'https://a\\.test/\nhttps://portainer\\.company/cb'],
    ['a list', '2025.10.0', [old], [old, ours]],
    [
      'a list with kinds',
      '2026.8.3',
      [{ ...old, redirect_uri_type: 'logout' }],
      [
        { ...old, redirect_uri_type: 'logout' },
        { ...ours, redirect_uri_type: 'authorization' },
      ],
    ],
    ['an empty list with kinds', '2026.8.3', [], [{ ...ours, redirect_uri_type: 'authorization' }]],
  ])('appends to %s, sends that field alone, and reads before and after', async (_name, text, before, after) => {
    const { transport, sent, record } = oneProvider(withUris(before));
    const result = await registerCallback(transport, { ...request, version: parseVersion(text) });
    expect(kindOf(result)).toBe('ok');
    expect(sent.map(({ method, url }) => `${method} ${url.pathname}`)).toEqual([
      'GET /api/v3/providers/oauth2/7/',
      'PATCH /api/v3/providers/oauth2/7/',
      'GET /api/v3/providers/oauth2/7/',
    ]);
    expect(sent[1]?.body).toEqual({ redirect_uris: after });
    expect(record.redirect_uris).toEqual(after);
  });

  it('tells what was there, what is there, and which entry is new, as the preview did', async () => {
    const { transport } = oneProvider(withUris([old]));
    const added = {
      is: 'added',
      entry: { url: callback, matching: 'strict' },
      now: [{ url: old.url, matching: 'strict' }],
      next: [
        { url: old.url, matching: 'strict' },
        { url: callback, matching: 'strict' },
      ],
    };
    expect(planCallback([old], request)).toEqual({ ok: true, value: added });
    expect(await registerCallback(transport, request)).toEqual({ ok: true, value: added });
  });

  it.each([
    ['strict', { matching: 'strict', url: callback }],
    ['a pattern', { matching: 'regex', url: 'https://portainer\\.company/.*' }],
  ])('sends nothing when it is there already: %s', async (_name, by) => {
    const { transport, writes } = oneProvider(withUris([old, { matching_mode: by.matching, url: by.url }]));
    expect(await registerCallback(transport, request)).toEqual({ ok: true, value: { is: 'already', by } });
    expect(writes()).toEqual([]);
  });

  it('does not take an entry for the logout as one for the login', async () => {
    const { transport, writes } = oneProvider(withUris([{ ...ours, redirect_uri_type: 'logout' }]));
    expect(kindOf(await registerCallback(transport, request))).toBe('ok');
    expect(writes().length).toBe(1);
  });

  it('keeps what another administrator has written since the preview', async () => {
    const { transport, record } = oneProvider(withUris([old]));
    planCallback([old], request);
    record.redirect_uris = [foreign];
    expect(kindOf(await registerCallback(transport, request))).toBe('ok');
    expect(record.redirect_uris).toEqual([foreign, ours]);
  });

  it('says when another write in the same moment has undone it, or an entry got lost', async () => {
    const undone = oneProvider(withUris([old]), (count, record) => {
      if (count === 2) record.redirect_uris = [old, foreign];
    });
    expect(kindOf(await registerCallback(undone.transport, request))).toBe('not-kept');
    const lost = oneProvider(withUris([old, foreign]), (count, record) => {
      if (count === 2) record.redirect_uris = [old, ours];
    });
    expect(kindOf(await registerCallback(lost.transport, request))).toBe('not-kept');
  });

  it.each([
    '',
    ' ',
    '*',
    'https://*.company/cb',
    'https://app.company/*',
    'https://',
    'https:///cb',
    'javascript:alert(1)',
  ])('never sends %j', async (text) => {
    const { transport, sent } = oneProvider(withUris([]));
    expect(planCallback([], { ...request, callback: text })).toEqual({
      ok: false,
      failure: { kind: 'unsafe-callback' },
    });
    expect(kindOf(await registerCallback(transport, { ...request, callback: text }))).toBe('unsafe-callback');
    expect(sent).toEqual([]);
  });

  it.each([
    'https://app.company/cb\nhttps://evil.test/',
    'https://app.company/c b',
    'https://app.company\\@evil.test/cb',
    'https://jane@app.company/cb',
    'https://app.company/cb#x',
    'https://app.company/\u202ecb',
    'http://app.company/cb',
    'ftp://app.company/cb',
    '//app.company/cb',
    `https://app.company/${'a'.repeat(2048)}`,
  ])('never sends %j either', async (text) => {
    const { transport, sent } = oneProvider(withUris([old]));
    expect(kindOf(await registerCallback(transport, { ...request, callback: text }))).toBe('unsafe-callback');
    expect(sent).toEqual([]);
  });

  it('goes to a private host by http, too', async () => {
    const { transport } = oneProvider(withUris([old]));
    expect(kindOf(await registerCallback(transport, { ...request, callback: 'http://10.0.0.7:9000/' }))).toBe('ok');
  });

  it('sends the text as it is, or nothing, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(anyText, anyUrl), async (text) => {
        const { transport, writes } = oneProvider(withUris([old]));
        const result = await registerCallback(transport, { ...request, callback: text });
        const bodies = writes().map(({ body }) => body);
        const isRefused = kindOf(result) === 'unsafe-callback' || (result.ok && result.value.is === 'already');
        const whole = { redirect_uris: [old, { matching_mode: 'strict', url: text }] };
        expect(bodies).toEqual(isRefused ? [] : [whole]);
      }),
      runs(500),
    );
  });
});

describe('a write whose end is not seen', () => {
  const slow = () => Promise.reject(new TypeError('connection lost'));

  /** `steps` answers one request each; the record is changed when a write is answered at all. */
  function staged(steps: ((record: Record<string, unknown>, body: unknown) => Response | Promise<Response>)[]) {
    const record = withUris([old]);
    const { send, sent } = fakeSend(({ body }) => (steps[sent.length - 1] ?? (() => json(record)))(record, body));
    return { transport: transportOver(send), sent, record };
  }
  const read = (record: Record<string, unknown>) => json(record);
  const doneButLost = (record: Record<string, unknown>, body: unknown) => {
    Object.assign(record, body);
    return slow();
  };

  it('is a success when it was done, though its answer got lost', async () => {
    const { transport, record } = staged([read, doneButLost, read]);
    expect(await registerCallback(transport, request)).toMatchObject({ ok: true, value: { is: 'added' } });
    expect(record.redirect_uris).toEqual([old, ours]);
  });

  it('is a failure by its own name when it was not done', async () => {
    expect(kindOf(await registerCallback(staged([read, slow, read]).transport, request))).toBe('offline');
    const broken = staged([read, () => json({}, 502), read]);
    expect(kindOf(await registerCallback(broken.transport, request))).toBe('server-fault');
  });

  it('is unsure, and said to be, when authentik cannot be read any more', async () => {
    const { transport } = staged([read, doneButLost, () => json({ detail: 'Token invalid/expired' }, 403)]);
    expect(await registerCallback(transport, request)).toEqual({
      ok: false,
      failure: { kind: 'unsure', cause: { kind: 'forbidden', detail: 'Token invalid/expired' } },
    });
  });

  it('is read back even when it is cancelled in the middle', async () => {
    const stop = new AbortController();
    const { transport, sent } = staged([
      read,
      (record, body) => {
        Object.assign(record, body);
        stop.abort();
        return Promise.reject(stop.signal.reason);
      },
      read,
    ]);
    expect(await registerCallback(transport, request, stop.signal)).toMatchObject({ ok: true, value: { is: 'added' } });
    expect(sent.length).toBe(3);
  });

  it('is not begun when it is cancelled before', async () => {
    const { transport, sent } = staged([]);
    expect(kindOf(await registerCallback(transport, request, AbortSignal.abort()))).toBe('cancelled');
    expect(sent).toEqual([]);
  });

  it.each([
    [403, 'forbidden'],
    [400, 'refused'],
    [404, 'not-found'],
    [405, 'unexpected-status'],
  ])('is believed when authentik refuses it: %s', async (status, kind) => {
    const { transport, sent } = staged([read, () => json({ detail: 'no' }, status)]);
    expect(kindOf(await registerCallback(transport, request))).toBe(kind);
    expect(sent.length).toBe(2);
  });

  it('is not begun on a list that is not understood', async () => {
    const { transport, sent } = oneProvider(withUris([{ matching_mode: 'strict', address: 'https://a.test/' }]));
    expect(kindOf(await registerCallback(transport, request))).toBe('malformed');
    expect(sent.length).toBe(1);
  });
});

describe('unregisterCallback', () => {
  const entry = { url: callback, matching: 'strict' };

  it('takes out that entry alone, and keeps what others have written since', async () => {
    const { transport, record, writes } = oneProvider(withUris([old]));
    await registerCallback(transport, request);
    record.redirect_uris = [foreign, ...(record.redirect_uris as unknown[]), { ...foreign, url: 'later' }];
    expect(await unregisterCallback(transport, 7, entry)).toEqual({ ok: true, value: true });
    expect(record.redirect_uris).toEqual([foreign, old, { ...foreign, url: 'later' }]);
    expect(writes().length).toBe(2);
  });

  it('takes out one of two that are the same', async () => {
    const { transport, record } = oneProvider(withUris([ours, ours]));
    expect(kindOf(await unregisterCallback(transport, 7, entry))).toBe('ok');
    expect(record.redirect_uris).toEqual([ours]);
  });

  it('sends nothing when it is gone, and nothing that would leave the list empty', async () => {
    const gone = oneProvider(withUris([old]));
    expect(await unregisterCallback(gone.transport, 7, entry)).toEqual({ ok: true, value: false });
    const last = oneProvider(withUris([ours]));
    expect(kindOf(await unregisterCallback(last.transport, 7, entry))).toBe('last-entry');
    const lastWord = oneProvider(withUris('https://portainer\\.company/cb'));
    const word = { url: 'https://portainer\\.company/cb', matching: 'regex' };
    expect(kindOf(await unregisterCallback(lastWord.transport, 7, word))).toBe('last-entry');
    expect([...gone.writes(), ...last.writes(), ...lastWord.writes()]).toEqual([]);
  });

  it('says when it came back in the same moment', async () => {
    const { transport } = oneProvider(withUris([old, ours]), (count, record) => {
      if (count === 2) record.redirect_uris = [old, ours];
    });
    expect(kindOf(await unregisterCallback(transport, 7, entry))).toBe('not-kept');
  });
});
