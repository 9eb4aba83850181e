/** Sends requests to the API of one authentik and to nothing else, signed in one of two ways; authentik sheet 2.1. */

import { ok, type Result } from '@/lib/result';
import { parseHttpUrl } from '@/lib/url';
import type { ApiFailure, ApiRequest } from '../model';
import { readAnswer } from './read-answer';
import { readText } from './read-text';

/** Plain data in, plain data out, so that a page may carry it out for the background. Rejects only for a bug. */
export type Transport = (request: ApiRequest) => Promise<Result<unknown, ApiFailure>>;

/** The browser's own way to send a request; always handed in, never taken from the surroundings. */
export type Send = (url: string, init: RequestInit) => Promise<Response>;

/** An API token, from the background; or the admin page's own session, from a script on that page. */
export type SignIn =
  | { by: 'token'; token: string }
  /** `csrf` reads the page's cookie `authentik_csrf` anew for every write. */
  | { by: 'session'; pageOrigin: string; csrf: () => string | undefined };

export interface Connection {
  /** With its sub-path and without final slash. */
  baseUrl: string;
  signIn: SignIn;
  send: Send;
  /** Milliseconds for one whole exchange. */
  timeout?: number;
  /** Bytes of one answer. */
  limit?: number;
}

/** not-https: the base URL is none, not https, or more than origin and path. foreign-page: the admin page is of another origin. */
export type ConnectionProblem = 'not-https' | 'foreign-page' | 'token-malformed';

const defaultTimeout = 20_000;
/** A hundred providers are some 300 kB. */
const defaultLimit = 5 * 1024 * 1024;

/**
 * Neither token nor session leave the origin of the base URL: no redirect is followed, no other address can be named,
 * and with a token no cookie goes along. A path that leads out of the API is a bug and throws.
 */
export function createTransport(connection: Connection): Result<Transport, { kind: ConnectionProblem }> {
  const problem = problemOf(connection);
  if (problem !== undefined) return { ok: false, failure: { kind: problem } };
  return ok((request) => exchange(connection, request));
}

function problemOf({ baseUrl, signIn }: Connection): ConnectionProblem | undefined {
  const url = parseHttpUrl(baseUrl);
  if (url?.protocol !== 'https:' || url.href !== url.origin + url.pathname) return 'not-https';
  if (signIn.by === 'session') return signIn.pageOrigin === url.origin ? undefined : 'foreign-page';
  return /^[\x21-\x7e]+$/.test(signIn.token) ? undefined : 'token-malformed';
}

async function exchange(connection: Connection, request: ApiRequest): Promise<Result<unknown, ApiFailure>> {
  const url = addressOf(connection.baseUrl, request);
  const isWrite = (request.method ?? 'GET') !== 'GET';
  const headers = headersOf(connection.signIn, isWrite);
  if (headers === undefined) return failed('not-signed-in');
  const time = AbortSignal.timeout(connection.timeout ?? defaultTimeout);
  const signal = request.signal === undefined ? time : AbortSignal.any([request.signal, time]);
  let otherwise: 'offline' | 'cut-off' = 'offline';
  try {
    signal.throwIfAborted();
    const response = await connection.send(url, { ...optionsOf(connection.signIn, request), headers, signal });
    otherwise = 'cut-off';
    return await receive(response, connection.limit ?? defaultLimit);
  } catch {
    // The browser's words for it may hold the address; which of the four it was is all that is told.
    if (request.signal?.aborted) return failed('cancelled');
    return failed(time.aborted ? 'timed-out' : otherwise);
  }
}

function addressOf(baseUrl: string, { path, query }: ApiRequest): string {
  const root = `${new URL(baseUrl).href.replace(/\/$/, '')}/api/v3/`;
  const url = new URL(root + path);
  const isWithin = url.href === root + path && path.endsWith('/') && !/[?#]/.test(path);
  if (!isWithin) throw new Error('The path of an API call has to lie within the API.');
  url.search = new URLSearchParams(query).toString();
  return url.href;
}

/** Undefined when a write has no CSRF token: the page's session is over, or there was none. */
function headersOf(signIn: SignIn, isWrite: boolean): Record<string, string> | undefined {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (isWrite) headers['content-type'] = 'application/json';
  if (signIn.by === 'token') return { ...headers, authorization: `Bearer ${signIn.token}` };
  if (!isWrite) return headers;
  const csrf = signIn.csrf();
  return csrf ? { ...headers, 'x-authentik-csrf': csrf } : undefined;
}

/** `manual` follows no redirect either, and unlike `error` can be told from being offline. */
function optionsOf(signIn: SignIn, { method = 'GET', body }: ApiRequest): RequestInit {
  return {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    credentials: signIn.by === 'token' ? 'omit' : 'same-origin',
    redirect: 'manual',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
  };
}

async function receive(response: Response, limit: number): Promise<Result<unknown, ApiFailure>> {
  const { status, type, redirected, headers } = response;
  if (type === 'opaqueredirect' || redirected || (status >= 300 && status < 400)) return failed('redirected');
  const text = await readText(response, limit);
  if (text === undefined) return failed('too-large');
  return readAnswer({ status, contentType: headers.get('content-type') ?? '', text });
}

function failed(
  kind: 'cancelled' | 'timed-out' | 'offline' | 'redirected' | 'cut-off' | 'too-large' | 'not-signed-in',
): { ok: false; failure: ApiFailure } {
  return { ok: false, failure: { kind } };
}
