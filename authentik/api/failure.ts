/** Every way a call to authentik's API can fail, as a value a screen can put into words; authentik sheet 2.9. */

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
