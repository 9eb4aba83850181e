/** Expected failures are values: a Result is either the answer or a named failure. */

export type Result<T, F extends { kind: string } = Failure> = { ok: true; value: T } | { ok: false; failure: F };

/** Every failure a screen may have to explain; the words are `failure.<kind>` in `locales`. */
export interface Failure {
  kind:
    | 'vault-locked'
    | 'vault-exists'
    | 'wrong-passphrase'
    | 'passphrase-too-short'
    | 'vault-damaged'
    | 'storage-failed'
    | 'key-damaged'
    | 'kdf-out-of-bounds'
    | 'key-not-derived'
    | 'vault-newer'
    | 'storage-full'
    | 'wrong-file-passphrase'
    | 'file-too-large'
    | 'file-not-json'
    | 'file-foreign'
    | 'file-newer'
    | 'file-damaged'
    | 'file-malformed'
    | 'file-unsafe'
    | 'file-duplicate'
    | 'file-has-secrets'
    | 'file-kdf-out-of-bounds'
    | 'import-stale'
    | 'passphrase-reused'
    | 'not-found'
    | 'draft-invalid'
    | 'no-page'
    | 'page-gone'
    | 'not-recognised'
    | 'not-bound'
    | 'http-refused'
    | 'http-not-acknowledged'
    | 'host-not-confirmed'
    | 'consent-spent'
    | 'no-secret'
    | 'secret-needed'
    | 'too-fast'
    | 'no-focused-field'
    | 'no-answer';
  /** Non-secret detail for the sentence, such as a host name. */
  detail?: string;
}

export function ok<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

export function fail(kind: Failure['kind'], detail?: string): { ok: false; failure: Failure } {
  return { ok: false, failure: detail === undefined ? { kind } : { kind, detail } };
}
