/** Who is signed in at an app by which session cookie; a session may be the one a test starts with. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readCookies, setCookie } from './http.ts';

export interface Session {
  username: string;
  isAdministrator: boolean;
  /** Given without a login, so that tests start on the settings page. */
  isPreset: boolean;
}

export class Sessions {
  readonly #cookieName: string;
  readonly #known = new Map<string, Session>();

  constructor(cookieName: string) {
    this.#cookieName = cookieName;
  }

  find(request: IncomingMessage): Session | null {
    return this.#known.get(readCookies(request).get(this.#cookieName) ?? '') ?? null;
  }

  /** True before this browser ever had a session. */
  isUntouched(request: IncomingMessage): boolean {
    return !readCookies(request).has(this.#cookieName);
  }

  start(response: ServerResponse, session: Session): void {
    const id = randomUUID();
    this.#known.set(id, session);
    setCookie(response, this.#cookieName, id);
  }
}
