/** Browser sessions at the stand-in authentik: two cookies, and the CSRF check of writes; sheet authentik.md 2.1. */
import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readCookies } from '../http.ts';
import type { Right } from './api-tokens.ts';

/** Who is signed in, with what. */
export interface Account {
  username: string;
  rights: readonly Right[];
  isSuperuser: boolean;
}

export interface Session extends Account {
  /** Value of the cookie `authentik_session`. */
  id: string;
  /** Value of the cookie `authentik_csrf`. */
  csrf: string;
}

export interface Sessions {
  open(account: Account): Session;
  /** Ends all: as when they run out in the middle of something. */
  endAll(): void;
  find(request: IncomingMessage): Session | undefined;
}

const safe = ['GET', 'HEAD', 'OPTIONS'];

export function createSessions(): Sessions {
  const sessions = new Map<string, Session>();
  return {
    open: (account) => {
      const session = { ...account, id: randomBytes(16).toString('hex'), csrf: randomBytes(16).toString('hex') };
      sessions.set(session.id, session);
      return session;
    },
    endAll: () => sessions.clear(),
    find: (request) => sessions.get(readCookies(request).get('authentik_session') ?? ''),
  };
}

/** The session's cookie is out of reach of scripts, the other one is not. */
export function setSessionCookies(response: ServerResponse, session: Session, basePath: string): void {
  response.appendHeader(
    'set-cookie',
    `authentik_session=${session.id}; Path=${basePath}/; Secure; HttpOnly; SameSite=None`,
  );
  setCsrfCookie(response, session.csrf, basePath);
}

export function setCsrfCookie(response: ServerResponse, csrf: string, basePath: string): void {
  response.appendHeader('set-cookie', `authentik_csrf=${csrf}; Path=${basePath}/; Secure; SameSite=Lax`);
}

/** Django's words for a write that may come from another page, or null. */
export function csrfRefusal(request: IncomingMessage, session: Session): string | null {
  if (safe.includes(request.method ?? '')) return null;
  const { origin, host } = request.headers;
  if (origin !== undefined && origin !== `https://${host}`) {
    return `CSRF Failed: Origin checking failed - ${origin} does not match any trusted origins.`;
  }
  const header = request.headers['x-authentik-csrf'];
  if (header === undefined) return 'CSRF Failed: CSRF token missing.';
  const isOwn = header === session.csrf && readCookies(request).get('authentik_csrf') === session.csrf;
  return isOwn ? null : "CSRF Failed: CSRF token from the 'X-Authentik-Csrf' HTTP header incorrect.";
}
