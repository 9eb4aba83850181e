/** Who is signed in by which session cookie; a session may be the one a test starts with. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readCookies, setCookie } from '../http.ts';

export interface Session {
  username: string;
  isAdministrator: boolean;
  /** Given without a login, so that tests start on the settings page. */
  isPreset: boolean;
}

const cookieName = 'portainer_api_key';

export class Sessions {
  readonly #known = new Map<string, Session>();

  find(request: IncomingMessage): Session | null {
    return this.#known.get(readCookies(request).get(cookieName) ?? '') ?? null;
  }

  /** True before this browser ever had a session. */
  isUntouched(request: IncomingMessage): boolean {
    return !readCookies(request).has(cookieName);
  }

  start(response: ServerResponse, session: Session): void {
    const id = randomUUID();
    this.#known.set(id, session);
    setCookie(response, cookieName, id);
  }
}
