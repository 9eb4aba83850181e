/** Everything that can go wrong on the way to authentik, or there, as sentences: what happened, why, and what to do next. */

import type { AuthentikTrouble } from '@/messaging/authentik-protocol';
import { i18n } from '../i18n';

type Cause = AuthentikTrouble['cause'];

const keys = {
  'not-https': 'authentikTrouble.notHttps',
  'not-granted': 'authentikTrouble.notGranted',
  'signed-out': 'authentikTrouble.signedOut',
  'not-authentik': 'authentikTrouble.notAuthentik',
  'foreign-base': 'authentikTrouble.foreignBase',
  'no-token': 'authentikTrouble.noToken',
  'token-not-kept': 'authentikTrouble.tokenNotKept',
  'token-malformed': 'authentikTrouble.tokenMalformed',
  cancelled: 'authentikTrouble.cancelled',
  'timed-out': 'authentikTrouble.timedOut',
  offline: 'authentikTrouble.offline',
  redirected: 'authentikTrouble.redirected',
  'not-json': 'authentikTrouble.notJson',
  'no-api': 'authentikTrouble.noApi',
  'too-large': 'authentikTrouble.tooLarge',
  'cut-off': 'authentikTrouble.cutOff',
  malformed: 'authentikTrouble.malformed',
  'not-signed-in': 'authentikTrouble.notSignedIn',
  forbidden: 'authentikTrouble.forbidden',
  'not-found': 'authentikTrouble.notFound',
  refused: 'authentikTrouble.refused',
  'server-fault': 'authentikTrouble.serverFault',
  'unexpected-status': 'authentikTrouble.unexpectedStatus',
  'changed-meanwhile': 'authentikTrouble.changedMeanwhile',
  'last-entry': 'authentikTrouble.lastEntry',
  'unsafe-callback': 'authentikTrouble.unsafeCallback',
  'not-kept': 'authentikTrouble.notKept',
  unsure: 'authentikTrouble.unsure',
} as const satisfies Record<Cause['kind'], string>;

/** The sentence, and what authentik itself says of it, to be shown as text. */
export interface TroubleWords {
  text: string;
  quotes: string[];
}

export function authentikWords({ baseUrl, cause }: AuthentikTrouble): TroubleWords {
  return { text: i18n.t(keys[cause.kind], [hostOf(baseUrl)]), quotes: quotesOf(cause) };
}

function quotesOf(cause: Cause): string[] {
  if ('detail' in cause && cause.detail !== undefined) return [cause.detail];
  if (cause.kind === 'refused')
    return cause.errors.map(({ field, text }) => (field === '' ? text : `${field}: ${text}`));
  if (cause.kind === 'malformed') return [cause.fields.join(', ')];
  if ('status' in cause) return [`HTTP ${cause.status}`];
  return cause.kind === 'unsure' ? [i18n.t(keys[cause.cause.kind], [''])] : [];
}

function hostOf(baseUrl: string): string {
  return URL.parse(baseUrl)?.host ?? baseUrl;
}
