/** Every failure as sentences: what happened, why, and what to do next. */

import type { Failure } from '@/lib/result';
import { i18n } from '../i18n';

const keys = {
  'vault-locked': 'failure.vaultLocked',
  'vault-exists': 'failure.vaultExists',
  'wrong-passphrase': 'failure.wrongPassphrase',
  'passphrase-too-short': 'failure.passphraseTooShort',
  'vault-damaged': 'failure.vaultDamaged',
  'storage-failed': 'failure.storageFailed',
  'key-damaged': 'failure.keyDamaged',
  'kdf-out-of-bounds': 'failure.kdfOutOfBounds',
  'key-not-derived': 'failure.keyNotDerived',
  'vault-newer': 'failure.vaultNewer',
  'storage-full': 'failure.storageFull',
  'wrong-file-passphrase': 'failure.wrongFilePassphrase',
  'file-too-large': 'failure.fileTooLarge',
  'file-not-json': 'failure.fileNotJson',
  'file-foreign': 'failure.fileForeign',
  'file-newer': 'failure.fileNewer',
  'file-damaged': 'failure.fileDamaged',
  'file-malformed': 'failure.fileMalformed',
  'file-unsafe': 'failure.fileUnsafe',
  'file-duplicate': 'failure.fileDuplicate',
  'file-has-secrets': 'failure.fileHasSecrets',
  'file-kdf-out-of-bounds': 'failure.fileKdfOutOfBounds',
  'import-stale': 'failure.importStale',
  'passphrase-reused': 'failure.passphraseReused',
  'not-found': 'failure.notFound',
  'draft-invalid': 'failure.draftInvalid',
  'no-page': 'failure.noPage',
  'page-gone': 'failure.pageGone',
  'not-recognised': 'failure.notRecognised',
  'not-bound': 'failure.notBound',
  'http-refused': 'failure.httpRefused',
  'http-not-acknowledged': 'failure.httpNotAcknowledged',
  'host-not-confirmed': 'failure.hostNotConfirmed',
  'consent-spent': 'failure.consentSpent',
  'no-secret': 'failure.noSecret',
  'secret-needed': 'failure.secretNeeded',
  'too-fast': 'failure.tooFast',
  'no-focused-field': 'failure.noFocusedField',
  'no-answer': 'failure.noAnswer',
} as const satisfies Record<Failure['kind'], string>;

export function failureWords(failure: Failure): string {
  return i18n.t(keys[failure.kind]);
}
