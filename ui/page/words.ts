/** The panel's words for fields, outcomes, warnings and troubles; those about authentik have a file of their own. */

import type { Callback, FieldReport, FieldWarning, Outcome, PlanRow } from '@/engine/model';
import type { Field, FieldKey, Form } from '@/recipes/schema';
import { i18n } from '../i18n';
import type { Trouble, Wait, Work } from './state';

export function fieldName(key: FieldKey): string {
  return i18n.t(`fields.${key}`);
}

export function fieldNames(keys: FieldKey[]): string {
  return keys.map(fieldName).join(', ');
}

export function workWords(work: Work): string {
  return i18n.t(`page.working.${work}`);
}

const troubles = {
  generic: 'page.failure.generic',
  'not-bound': 'page.failure.notBound',
  'http-refused': 'page.failure.httpRefused',
  'http-not-acknowledged': 'page.failure.httpNotAcknowledged',
  'consent-spent': 'page.failure.consentSpent',
  'profile-changed': 'page.failure.profileChanged',
  'no-secret': 'page.failure.noSecret',
  'too-fast': 'page.failure.tooFast',
  'no-answer': 'page.failure.noAnswer',
  'form-gone': 'page.failure.formGone',
  method: 'page.failure.method',
  steps: 'page.failure.steps',
  'fill-stopped': 'page.failure.fillStopped',
} as const satisfies Record<Trouble, string>;

export function troubleWords(trouble: Trouble): string {
  return i18n.t(troubles[trouble]);
}

/** What is said while Latchkey's own window is open, or was closed again. */
export function waitWords(kind: Wait): { title: string; text: string; open: string } {
  if (kind === 'locked') {
    return { title: i18n.t('page.unlock.title'), text: i18n.t('page.unlock.text'), open: i18n.t('page.unlock.open') };
  }
  return {
    title: i18n.t('page.askSecret.title'),
    text: i18n.t('page.askSecret.text'),
    open: i18n.t('page.askSecret.open'),
  };
}

const outcomes = {
  filled: 'page.outcome.filled',
  'already-right': 'page.outcome.alreadyRight',
  'left-for-you': 'page.outcome.leftForYou',
  'not-on-this-version': 'page.outcome.notOnThisVersion',
  ambiguous: 'page.outcome.ambiguous',
  'refused-by-page': 'page.outcome.refusedByPage',
  'managed-by-server': 'page.outcome.managedByServer',
} as const satisfies Record<Outcome, string>;

export function outcomeWords(outcome: Outcome): string {
  return i18n.t(outcomes[outcome]);
}

/** Why a row of the preview will not be written. */
export function stateWords(state: Exclude<PlanRow['state'], 'change' | 'same'>): string {
  return i18n.t(`page.state.${state}`);
}

const reasons = {
  'saves-at-once': 'page.because.savesAtOnce',
  exposed: 'page.because.exposed',
  'no-secret': 'page.because.noSecret',
  'other-step': 'page.because.otherStep',
  lost: 'page.because.lost',
} as const satisfies Record<NonNullable<FieldReport['because']>, string>;

/** Why a field ended as it did; for a token that is not there, with the way to get one. */
export function becauseWords(because: NonNullable<FieldReport['because']>, key: FieldKey): string {
  return i18n.t(because === 'no-secret' && key === 'api_token' ? 'page.because.noToken' : reasons[because]);
}

const hints = {
  'one-primary-directory': 'page.hint.onePrimaryDirectory',
  'group-sync': 'page.hint.groupSync',
  'filter-example': 'page.hint.filterExample',
  'own-policy': 'page.hint.ownPolicy',
  'own-taste': 'page.hint.ownTaste',
} as const satisfies Record<NonNullable<Field['hint']>, string>;

export function hintWords(hint: NonNullable<Field['hint']>): string {
  return i18n.t(hints[hint]);
}

const warnings = {
  'dot-in-host': 'page.warning.dotInHost',
  'at-most-255': 'page.warning.atMost255',
  'server-ignores': 'page.warning.serverIgnores',
  'not-public-https': 'page.warning.notPublicHttps',
  'replaces-value': 'page.preview.replaces',
} as const satisfies Record<FieldWarning, string>;

export function warningWords(warning: FieldWarning): string {
  return i18n.t(warnings[warning]);
}

const oddities = {
  'not-https': 'page.callback.notHttps',
  'other-origin': 'page.callback.otherOrigin',
  'other-folder': 'page.callback.otherFolder',
  'foreign-host': 'page.callback.foreignHost',
} as const satisfies Record<NonNullable<Callback['warning']>, string>;

export function oddityWords(warning: NonNullable<Callback['warning']>): string {
  return i18n.t(oddities[warning]);
}

const afterwards = {
  'enable-connection': 'page.afterwards.enableConnection',
  'enable-provider': 'page.afterwards.enableProvider',
  'emails-must-match': 'page.afterwards.emailsMustMatch',
  'users-must-exist': 'page.afterwards.usersMustExist',
  'usernames-must-match': 'page.afterwards.usernamesMustMatch',
  'public-https': 'page.afterwards.publicHttps',
  'proxy-headers': 'page.afterwards.proxyHeaders',
  'health-badge': 'page.afterwards.healthBadge',
} as const satisfies Record<Form['afterwards'][number], string>;

export function afterwardsHint(hint: Form['afterwards'][number]): string {
  return i18n.t(afterwards[hint]);
}
