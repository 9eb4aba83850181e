/** What every stand-in offers to the demo and to the tests. Nothing of the product is imported here. */
import type { IncomingMessage, ServerResponse } from 'node:http';

/** One request to an app that changed, or tried to change, what it keeps. */
export interface Write {
  method: string;
  path: string;
  /** Parsed JSON body; secrets as sent. Never print it. */
  body: unknown;
}

/** A stored value in the words of the demo's report: a list as an array, a secret in clear for comparison only. */
export type Stored = string | number | string[] | boolean | null;

/** A running app: one or more hosts, its saved settings, and what was done to it. */
export interface StandIn {
  readonly app: string;
  /** Hosts this stand-in answers for; the first is the app's own. */
  readonly hosts: readonly string[];
  handle(request: IncomingMessage, response: ServerResponse): void | Promise<void>;
  /** Every write request since the start, oldest first. */
  readonly writes: Write[];
  /** The saved settings by field key, as the app keeps them. */
  stored(): Record<string, Stored>;
  /** Changes a saved setting, for tests of what a login depends on. Keys as in `stored`. */
  tamper(key: string, value: Stored): void;
  /** The address of the settings page, for the administrator. */
  readonly settingsUrl: string;
  /** The address a user starts the login from. */
  readonly loginUrl: string;
  /** The error of the last failed login in the app's own words, or null. */
  lastLoginError(): string | null;
}

/** What authentik puts into a token's `sub`. */
export type SubjectMode = 'hashed_user_id' | 'user_id' | 'user_uuid' | 'user_username' | 'user_email' | 'user_upn';

/** A client as the stand-in authentik keeps it; the demo makes one per app. */
export interface ProviderSettings {
  slug: string;
  clientId: string;
  clientSecret: string;
  redirectUris: string[];
  subjectMode: SubjectMode;
  issuerMode: 'per_provider' | 'global';
}

/** The person who logs in. */
export interface TestUser {
  username: string;
  email: string;
  name: string;
}

/** Server-to-server requests with TLS verification on: known hosts go to the loopback server, all others fail. */
export type Backchannel = (url: string | URL, init?: RequestInit) => Promise<Response>;
