/** What is told of an authentik to the other rooms: plain data, so that it can travel by message. Types only. */

/** What authentik says about one field of what was sent. */
export interface FieldError {
  /** Path of the field with dots, such as `provider.name`; empty when it is about the whole. */
  field: string;
  text: string;
}

/** `detail` and `text` are authentik's own words: cut, without control characters, to be shown as text only. */
export type ApiFailure =
  /** cancelled: by the caller. offline: no answer at all, so also a wrong name or certificate. */
  | { kind: 'cancelled' | 'timed-out' | 'offline' }
  /** Sent elsewhere, mostly to a login page: a proxy in front, a wrong path, or the session is over. Never followed. */
  | { kind: 'redirected' }
  /** not-json: a page instead of data. no-api: nothing of authentik lies there, as when the sub-path is missing. */
  | { kind: 'not-json' | 'no-api' }
  | { kind: 'too-large' | 'cut-off' }
  /** JSON, but not what this call answers; `fields` names what is missing or of another type, never a value. */
  | { kind: 'malformed'; fields: string[] }
  | { kind: 'not-signed-in' | 'forbidden' | 'not-found'; detail?: string }
  | { kind: 'refused'; errors: FieldError[] }
  | { kind: 'server-fault' | 'unexpected-status'; status: number };

/**
 * changed-meanwhile: somebody has set the field to something else since the preview; nothing was sent.
 * last-entry: it would leave no redirect URI at all. unsafe-callback: never to be registered by Latchkey.
 * not-kept: read back, the provider is not as it was written; somebody else may have written in the same moment.
 * unsure: sent, and then authentik could not be read; it may have been changed.
 */
export type EditFailure =
  | ApiFailure
  | { kind: 'changed-meanwhile' | 'last-entry' | 'unsafe-callback' | 'not-kept' }
  | { kind: 'unsure'; cause: ApiFailure };

/** Year and month of the release: authentik's versions are counted by them. */
export interface Version {
  year: number;
  month: number;
  /** As the server spells it. */
  text: string;
}

/** unknown: authentik tells it of superusers only; of others the first refusal does. */
type Right = 'yes' | 'no' | 'unknown';

export interface Account {
  /** Undefined when the server's version is spelt in no known way. */
  version: Version | undefined;
  username: string;
  isSuperuser: boolean;
  rights: { view: Right; change: Right; create: Right };
}

export interface ApiRequest {
  /** GET when left out. */
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH';
  /** Below `/api/v3/`, with its final slash: authentik adds none and answers 404 without it. */
  path: string;
  query?: Readonly<Record<string, string>>;
  body?: unknown;
  signal?: AbortSignal | undefined;
}

export interface RedirectUri {
  url: string;
  /** `strict` or `regex`; anything else is kept and matches nothing. */
  matching: string;
  /** `authorization` or `logout`; absent in the older shapes, where every entry is for authorization. */
  kind?: string;
}

/** What a person confirms, and what was done. */
export type CallbackPlan =
  | { is: 'already'; by: RedirectUri }
  | { is: 'added'; entry: RedirectUri; now: RedirectUri[]; next: RedirectUri[] };

/** What an app needs of its provider. */
export interface Needs {
  subjectMode?: string | undefined;
  /** As the profile has it, where that is to hold. */
  issuerMode?: string | undefined;
  signingKey: boolean;
  /** Names of scopes that have to be mapped. */
  scopes: readonly string[];
}

/** What is, and what would be; keys and mappings by id. */
export type Repair =
  | { field: 'sub_mode'; now: string; next: string }
  | { field: 'issuer_mode'; now: string; next: string }
  | { field: 'signing_key'; now: string | null; next: string | null }
  | { field: 'property_mappings'; now: string[]; next: string[] };

export interface Proposal {
  repairs: Repair[];
  /** Needed, but this authentik has none to choose: no key that signs, no mapping for the scope. */
  missing: ({ what: 'signing-key' } | { what: 'scope'; scope: string })[];
}

/** Where the start of a login ended: below the base URL, without slash in front. */
export interface Landing {
  status: number;
  at: string;
}

export interface AdminPage {
  /** With its sub-path and without final slash; always of the page's own origin. */
  baseUrl: string;
  /** The provider or application the page shows. */
  open?: OpenRecord;
}

export type OpenRecord = { provider: number } | { application: string };

/** What the form that changes a client shows on authentik's own page. */
export interface OpenForm {
  clientId: string;
  clientSecret: string;
}

/**
 * not-authentik: no page of authentik's web interface. signed-out: its sign-in, or another of its flows. foreign-base: the
 * page says it belongs to another authentik than the one it came from, so that neither is believed.
 */
export interface NotAdmin {
  kind: 'not-authentik' | 'signed-out' | 'foreign-base';
}

export type CheckId =
  | 'base'
  | 'discovery'
  | 'issuer'
  | 'endpoints'
  | 'proxy'
  | 'scopes'
  | 'signing'
  | 'application'
  | 'callback'
  | 'subject-mode'
  | 'secret'
  | 'authorize'
  | 'token'
  | 'page'
  | 'page-secret';

/** Why two addresses differ: the final slash, http for https, another origin, or the other issuer mode. */
export type Cause = 'slash' | 'scheme' | 'origin' | 'issuer-mode' | 'other';

export interface Difference {
  /** What differs: an endpoint, a scope, a field of a document. */
  what: string;
  /** Empty when there is nothing to compare with. */
  expected: string;
  /** From authentik, to be shown as text; empty when it is missing. */
  found: string;
  cause?: Cause;
}

export interface Outcome {
  id: CheckId;
  level: 'ok' | 'warning' | 'fault';
  /** Empty when all is well. */
  differences: Difference[];
  /** Why there was nothing to compare. */
  failure?: ApiFailure;
}

/** What an app reads of authentik's directory and of its installation. */
export type DirectoryRead = 'users' | 'groups' | 'system' | 'brands';

/**
 * What makes an account able to read the directory, in the order it is made. After `key` the token is of use to whoever
 * gives the account its rights by hand; the rest are these rights: a role, what it allows, and a group that gives it.
 */
export type AccessStep = 'account' | 'token' | 'key' | 'role' | 'rights' | 'group';

/**
 * name-taken: authentik has something of that name that Latchkey did not make. token-of-another: the token belongs to
 * another account than the one made for it. token-expires: it was given an end. token-no-api: it is no key to the API.
 */
export type AccessFailure =
  | EditFailure
  | { kind: 'name-taken' | 'token-of-another' | 'token-expires' | 'token-no-api' };

export interface AccessGap {
  step: AccessStep;
  failure: AccessFailure;
}
