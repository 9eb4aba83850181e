/** The parts of a service account's access, and what went wrong with one, as sentences. */

import type { AccessFailure, AccessGap, AccessStep, DirectoryRead } from '@/authentik/model';
import { i18n } from '../i18n';
import { authentikWords, type TroubleWords } from './authentik-words';

const stepKeys = {
  account: 'authentikToken.stepAccount',
  token: 'authentikToken.stepToken',
  key: 'authentikToken.stepKey',
  role: 'authentikToken.stepRole',
  rights: 'authentikToken.stepRights',
  group: 'authentikToken.stepGroup',
} as const satisfies Record<AccessStep, string>;

export function stepWords(step: AccessStep): string {
  return i18n.t(stepKeys[step]);
}

const readKeys = {
  users: 'authentikToken.readUsers',
  groups: 'authentikToken.readGroups',
  system: 'authentikToken.readSystem',
  brands: 'authentikToken.readBrands',
} as const satisfies Record<DirectoryRead, string>;

/** What the account may do, with the name of the permission in authentik. */
export function readWords(read: DirectoryRead): string {
  return i18n.t(readKeys[read]);
}

/** Failures that read otherwise here than in other work at authentik. */
const ownKeys = {
  'name-taken': 'authentikToken.nameTaken',
  'token-of-another': 'authentikToken.tokenOfAnother',
  'token-expires': 'authentikToken.tokenExpires',
  'token-no-api': 'authentikToken.tokenNoApi',
  cancelled: 'authentikToken.cancelled',
} as const;

/** The sentence, and authentik's own words. */
export function gapWords({ failure }: AccessGap, baseUrl: string): TroubleWords {
  if (isOwn(failure)) return { text: i18n.t(ownKeys[failure.kind]), quotes: [] };
  return authentikWords({ kind: 'authentik', baseUrl, cause: failure });
}

type OwnFailure = Extract<AccessFailure, { kind: keyof typeof ownKeys }>;

function isOwn(failure: AccessFailure): failure is OwnFailure & { kind: keyof typeof ownKeys } {
  return failure.kind in ownKeys;
}
