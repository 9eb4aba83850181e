/** The words of every message under a field. */

import type { FieldMessage } from '@/profiles/schema';
import { i18n } from '../i18n';

export type ShownMessage = Omit<FieldMessage, 'field'>;

/** Words without anything to fill in. */
const plain = {
  addressMissing: 'field.addressMissing',
  addressHttpPublic: 'field.addressHttpPublic',
  addressHttpPrivate: 'field.addressHttpPrivate',
  addressUserInfo: 'field.addressUserInfo',
  addressQuery: 'field.addressQuery',
  addressUnknownEndpoint: 'field.addressUnknownEndpoint',
  slugMissing: 'field.slugMissing',
  slugLong: 'field.slugLong',
  clientIdMissing: 'field.clientIdMissing',
  clientIdCharacters: 'field.clientIdCharacters',
  clientIdTooLong: 'field.clientIdTooLong',
  clientIdTrimmed: 'field.clientIdTrimmed',
  clientSecretMissing: 'field.clientSecretMissing',
  clientSecretCharacters: 'field.clientSecretCharacters',
  clientSecretTooLong: 'field.clientSecretTooLong',
  clientSecretTrimmed: 'field.clientSecretTrimmed',
  clientSecretNotKept: 'field.clientSecretNotKept',
  clientSecretTaken: 'field.clientSecretTaken',
  clientSecretElsewhere: 'field.clientSecretElsewhere',
  apiTokenMissing: 'field.apiTokenMissing',
  apiTokenCharacters: 'field.apiTokenCharacters',
  apiTokenTrimmed: 'field.apiTokenTrimmed',
  apiTokenNotKept: 'field.apiTokenNotKept',
  apiTokenExpires: 'field.apiTokenExpires',
  apiTokenTaken: 'field.apiTokenTaken',
  apiTokenElsewhere: 'field.apiTokenElsewhere',
  scopesMissing: 'field.scopesMissing',
  hostNotTyped: 'field.hostNotTyped',
  passphraseShort: 'field.passphraseShort',
  passphraseDiffers: 'field.passphraseDiffers',
  passphraseMissing: 'field.passphraseMissing',
  passphraseReused: 'field.passphraseReused',
  wrongFilePassphrase: 'field.wrongFilePassphrase',
  wrongPassphrase: 'field.wrongPassphrase',
} as const;

/** Words that name what was typed. */
const naming = {
  slugCharacters: 'field.slugCharacters',
  slugReserved: 'field.slugReserved',
  slugTaken: 'field.slugTaken',
  nameTaken: 'field.nameTaken',
  apiTokenIsSecret: 'field.apiTokenIsSecret',
  scopesComma: 'field.scopesComma',
  scopesCharacters: 'field.scopesCharacters',
  scopesOpenidMissing: 'field.scopesOpenidMissing',
  scopesDuplicate: 'field.scopesDuplicate',
  redirectUriNotUrl: 'field.redirectUriNotUrl',
  changedElsewhere: 'field.changedElsewhere',
  resetWord: 'field.resetWord',
} as const;

/** Every code with words; kept equal to the codes of `profiles/messages.ts` by a test. */
export const wordedCodes = [...Object.keys(plain), ...Object.keys(naming), 'addressNotUrl', 'slugDiffers'];

export function messageWords({ code, substitutions = [] }: ShownMessage): string {
  const [first = '', second = ''] = substitutions;
  if (code === 'slugDiffers') return i18n.t('field.slugDiffers', [first, second]);
  if (code === 'addressNotUrl')
    return first ? i18n.t('field.addressNotUrlTry', [first]) : i18n.t('field.addressNotUrl');
  if (isKeyOf(plain, code)) return i18n.t(plain[code]);
  if (isKeyOf(naming, code)) return i18n.t(naming[code], [first]);
  return i18n.t('field.unknown');
}

function isKeyOf<T extends object>(table: T, key: PropertyKey): key is keyof T {
  return Object.hasOwn(table, key);
}
