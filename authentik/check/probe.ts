/** Asks public addresses of one authentik, as anybody may who has no account: no credentials, no other origin, no redirect. */

import { ok, type Result } from '@/lib/result';
import { parseHttpUrl } from '@/lib/url';
import type { Answer } from '../api/read-answer';
import { readText } from '../api/read-text';
import type { Send } from '../api/transport';
import type { ApiFailure } from '../model';

export interface ProbeRequest {
  /** Below the base URL, without slash in front. */
  path: string;
  query?: Readonly<Record<string, string>>;
  /** Makes it a POST. */
  form?: Readonly<Record<string, string>>;
  signal?: AbortSignal;
}

/** A redirect is told and never followed. */
export type ProbeAnswer = { is: 'redirect' } | ({ is: 'answer' } & Answer);

export type Probe = (request: ProbeRequest) => Promise<Result<ProbeAnswer, ApiFailure>>;

interface Prober {
  /** With its sub-path and without final slash. */
  baseUrl: string;
  send: Send;
  /** Milliseconds for one whole exchange. */
  timeout?: number;
  /** Bytes of one answer. */
  limit?: number;
}

const defaultTimeout = 15_000;
/** A discovery document is some 3 kB, a login page with its styles far less than this. */
const defaultLimit = 1024 * 1024;

/** A path that leads away from the base URL is a bug and throws; a base URL without https is none. */
export function createProber(prober: Prober): Result<Probe, { kind: 'not-https' }> {
  const url = parseHttpUrl(prober.baseUrl);
  const isSound = url?.protocol === 'https:' && url.href === url.origin + url.pathname;
  return isSound ? ok((request) => exchange(prober, request)) : { ok: false, failure: { kind: 'not-https' } };
}

async function exchange(prober: Prober, request: ProbeRequest): Promise<Result<ProbeAnswer, ApiFailure>> {
  const url = addressOf(prober.baseUrl, request);
  const time = AbortSignal.timeout(prober.timeout ?? defaultTimeout);
  const signal = request.signal === undefined ? time : AbortSignal.any([request.signal, time]);
  let otherwise: 'offline' | 'cut-off' = 'offline';
  try {
    signal.throwIfAborted();
    const response = await prober.send(url, { ...optionsOf(request), signal });
    otherwise = 'cut-off';
    return await receive(response, prober.limit ?? defaultLimit);
  } catch {
    // The browser's words may hold the address, and with it what was asked.
    if (request.signal?.aborted) return failed('cancelled');
    return failed(time.aborted ? 'timed-out' : otherwise);
  }
}

function addressOf(baseUrl: string, { path, query }: ProbeRequest): string {
  const root = `${new URL(baseUrl).href.replace(/\/$/, '')}/`;
  const url = new URL(root + path);
  if (url.href !== root + path || /[?#]/.test(path)) throw new Error('A probe has to lie below the base URL.');
  url.search = new URLSearchParams(query).toString();
  return url.href;
}

function optionsOf({ form }: ProbeRequest): RequestInit {
  return {
    // A form of this kind is sent as it is, without asking the server first whether it may be.
    ...(form === undefined ? { method: 'GET' } : { method: 'POST', body: new URLSearchParams(form) }),
    headers: { accept: form === undefined ? 'application/json, text/html' : 'application/json' },
    credentials: 'omit',
    redirect: 'manual',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
  };
}

async function receive(response: Response, limit: number): Promise<Result<ProbeAnswer, ApiFailure>> {
  const { status, type, headers } = response;
  if (type === 'opaqueredirect' || (status >= 300 && status < 400)) return ok({ is: 'redirect' });
  const text = await readText(response, limit);
  if (text === undefined) return failed('too-large');
  return ok({ is: 'answer', status, contentType: headers.get('content-type') ?? '', text });
}

function failed(kind: 'cancelled' | 'timed-out' | 'offline' | 'cut-off' | 'too-large'): {
  ok: false;
  failure: ApiFailure;
} {
  return { ok: false, failure: { kind } };
}
