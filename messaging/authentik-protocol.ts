/** Messages between Latchkey's screens and the background about authentik itself. Types only. */
import type { Account, EditFailure } from '@/authentik/model';
import type { Failure, Result } from '@/lib/result';
import type { CheckMessages } from './check-protocol';
import type { ClientImportMessages } from './client-import-protocol';
import type { CreateMessages } from './create-protocol';
import type { TokenMessages } from './token-protocol';

/** How Latchkey reaches the API of an authentik: the administrator's own session in a tab, or a stored API token. */
export interface AuthentikView {
  baseUrl: string;
  name: string;
  by: 'session' | 'token';
  /** The administrator has connected it; else it is only known from a profile. */
  isConnected: boolean;
  /** The browser lets Latchkey talk to this origin. */
  isGranted: boolean;
}

/**
 * not-https: Latchkey talks to authentik over https alone. not-granted: the browser does not let it talk to this origin.
 * signed-out: the tab shows the sign-in. not-authentik, foreign-base: as `readAdminPage` says. no-token: the stored token is
 * gone. token-not-kept: this vault keeps no secrets. token-malformed: no token has such characters.
 */
export type ReachFailure = {
  kind:
    | 'not-https'
    | 'not-granted'
    | 'signed-out'
    | 'not-authentik'
    | 'foreign-base'
    | 'no-token'
    | 'token-not-kept'
    | 'token-malformed';
};

/** A failure on the way to authentik or there; the words are `authentikTrouble.*` in `locales`. */
export interface AuthentikTrouble {
  kind: 'authentik';
  baseUrl: string;
  cause: ReachFailure | EditFailure;
}

export type Trouble = Failure | AuthentikTrouble;

/** How far a list has come. */
export interface Progress {
  job: string;
  done: number;
  total: number;
}

/** From Latchkey's own screens to the background; `job` names what `authentik.cancel` ends. */
export interface AuthentikMessages extends ClientImportMessages, CheckMessages, TokenMessages, CreateMessages {
  /** Every authentik that is connected, or that a profile belongs to. */
  'authentik.list': () => Result<AuthentikView[]>;
  /**
   * Remembers an authentik, once it has answered who is signed in. `address` is anything `understandAddress` takes;
   * with a token that one is used and kept in the vault, without one the session of a tab.
   */
  'authentik.connect': (data: {
    address: string;
    token?: string;
    job: string;
  }) => Result<{ authentik: AuthentikView; account: Account }, Trouble>;
  /** Who is signed in, at which version, and what that account may do. */
  'authentik.account': (data: { baseUrl: string; job: string }) => Result<Account, Trouble>;
  /** Forgets the connection and its token; profiles stay. */
  'authentik.disconnect': (data: { baseUrl: string }) => Result<null>;
  /** Brings authentik's own page to the front, to sign in there. */
  'authentik.open': (data: { baseUrl: string }) => Result<null, Trouble>;
  'authentik.cancel': (data: { job: string }) => null;
}
