/** The codes of every message a profile's form can show; the words are `field.<code>` in `locales`. */

/**
 * Substitutions, in order:
 * addressNotUrl: an address to try, when one can be guessed, else none · addressHttp…: the host ·
 * slugDiffers: slug of the address, slug of the field · slugReserved, slugCharacters, slugLong: the slug ·
 * slugTaken: the other profile's name · scopesComma, scopesOpenidMissing: the corrected list ·
 * scopesCharacters, scopesDuplicate: the scope · redirectUriNotUrl: the line ·
 * nameTaken, apiTokenIsSecret: the other profile's name.
 */
export const fieldMessageCodes = [
  'addressMissing',
  'addressNotUrl',
  'addressHttpPublic',
  'addressHttpPrivate',
  'addressUserInfo',
  'addressQuery',
  'addressUnknownEndpoint',
  'slugMissing',
  'slugCharacters',
  'slugLong',
  'slugReserved',
  'slugDiffers',
  'slugTaken',
  'clientIdMissing',
  'clientIdCharacters',
  'clientIdTooLong',
  'clientIdTrimmed',
  'clientSecretMissing',
  'clientSecretCharacters',
  'clientSecretTooLong',
  'clientSecretTrimmed',
  'clientSecretNotKept',
  'scopesMissing',
  'scopesComma',
  'scopesCharacters',
  'scopesOpenidMissing',
  'scopesDuplicate',
  'redirectUriNotUrl',
  'nameTaken',
  'apiTokenMissing',
  'apiTokenCharacters',
  'apiTokenTrimmed',
  'apiTokenNotKept',
  'apiTokenIsSecret',
  'apiTokenExpires',
] as const;

export type FieldMessageCode = (typeof fieldMessageCodes)[number];
