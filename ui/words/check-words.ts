/** The words of Check: what each line looked at, what it found, and where a press leads. */

import type { ApiFailure, CheckId } from '@/authentik/model';
import type { CheckLine, Unknown } from '@/messaging/check-report';
import type { FieldKey } from '@/recipes/schema';
import { i18n } from '../i18n';
import { authentikWords } from './authentik-words';
import { fieldLabel } from './field-label';

const names = {
  base: 'authentikCheck.base.name',
  discovery: 'authentikCheck.discovery.name',
  issuer: 'authentikCheck.issuer.name',
  endpoints: 'authentikCheck.endpoints.name',
  proxy: 'authentikCheck.proxy.name',
  scopes: 'authentikCheck.scopes.name',
  signing: 'authentikCheck.signing.name',
  application: 'authentikCheck.application.name',
  callback: 'authentikCheck.callback.name',
  'subject-mode': 'authentikCheck.subjectMode.name',
  secret: 'authentikCheck.secret.name',
  authorize: 'authentikCheck.authorize.name',
  token: 'authentikCheck.token.name',
  page: 'authentikCheck.page.name',
  'page-secret': 'authentikCheck.pageSecret.name',
} as const satisfies Record<CheckId, string>;

const right = {
  base: 'authentikCheck.base.ok',
  discovery: 'authentikCheck.discovery.ok',
  issuer: 'authentikCheck.issuer.ok',
  endpoints: 'authentikCheck.endpoints.ok',
  proxy: 'authentikCheck.proxy.ok',
  scopes: 'authentikCheck.scopes.ok',
  signing: 'authentikCheck.signing.ok',
  application: 'authentikCheck.application.ok',
  callback: 'authentikCheck.callback.ok',
  'subject-mode': 'authentikCheck.subjectMode.ok',
  secret: 'authentikCheck.secret.ok',
  authorize: 'authentikCheck.authorize.ok',
  token: 'authentikCheck.token.ok',
  page: 'authentikCheck.page.ok',
  'page-secret': 'authentikCheck.pageSecret.ok',
} as const satisfies Record<CheckId, string>;

const wrong = {
  base: 'authentikCheck.base.wrong',
  discovery: 'authentikCheck.discovery.wrong',
  issuer: 'authentikCheck.issuer.wrong',
  endpoints: 'authentikCheck.endpoints.wrong',
  proxy: 'authentikCheck.proxy.wrong',
  scopes: 'authentikCheck.scopes.wrong',
  signing: 'authentikCheck.signing.wrong',
  application: 'authentikCheck.application.wrong',
  callback: 'authentikCheck.callback.wrong',
  'subject-mode': 'authentikCheck.subjectMode.wrong',
  secret: 'authentikCheck.secret.wrong',
  authorize: 'authentikCheck.authorize.wrong',
  token: 'authentikCheck.token.wrong',
  page: 'authentikCheck.page.wrong',
  'page-secret': 'authentikCheck.pageSecret.wrong',
} as const satisfies Record<CheckId, string>;

const reasons = {
  'not-connected': 'authentikCheck.notConnected',
  'not-allowed': 'authentikCheck.notAllowed',
  'no-answer': 'authentikCheck.noAnswer',
  'page-closed': 'authentikCheck.pageClosed',
  'fields-hidden': 'authentikCheck.fieldsHidden',
  'no-secret': 'authentikCheck.noSecret',
  'no-callback': 'authentikCheck.noCallback',
  earlier: 'authentikCheck.earlier',
} as const satisfies Record<Unknown, string>;

const levels = {
  ok: 'authentikCheck.levelOk',
  warning: 'authentikCheck.levelWarning',
  fault: 'authentikCheck.levelFault',
  unknown: 'authentikCheck.levelUnknown',
} as const;

export function lineName(id: CheckId): string {
  return i18n.t(names[id]);
}

export function levelWords(level: CheckLine['level']): string {
  return i18n.t(levels[level]);
}

/** What the line means, in plain words. */
export function lineText(line: CheckLine): string {
  const { id, level, because = 'earlier' } = line;
  if (level === 'ok') return i18n.t(right[id]);
  return i18n.t(level === 'unknown' ? reasons[because] : (special(line) ?? wrong[id]));
}

/** Where more can be said than that the line is wrong. */
function special({ id, level, differences: [first] }: CheckLine) {
  const isWarning = level === 'warning';
  const cases = {
    'authentikCheck.issuer.mode': id === 'issuer' && first?.cause === 'issuer-mode',
    'authentikCheck.pageSecret.never': id === 'page-secret' && isWarning,
    'authentikCheck.secret.untold': id === 'secret' && isWarning,
    'authentikCheck.authorize.elsewhere': id === 'authorize' && first?.what === 'landing',
    'authentikCheck.authorize.untold': id === 'authorize' && isWarning,
    'authentikCheck.application.gone': id === 'application' && first?.what === 'client_id' && first.found === '',
    'authentikCheck.signing.perhaps': id === 'signing' && isWarning,
  } as const;
  return (Object.keys(cases) as (keyof typeof cases)[]).find((key) => cases[key]);
}

export function failureText(failure: ApiFailure, baseUrl: string): string {
  const { text, quotes } = authentikWords({ kind: 'authentik', baseUrl, cause: failure });
  return [text, ...quotes].join(' ');
}

const told = {
  issuer: 'values.issuer',
  authorization: 'values.authorization',
  token: 'values.token',
  userinfo: 'values.userinfo',
  jwks: 'values.jwks',
  end_session: 'values.end_session',
  client_id: 'values.client_id',
  scope: 'authentikCheck.scope',
  algorithm: 'authentikCheck.algorithm',
  slug: 'editor.slug',
  redirect_uri: 'authentikCheck.redirectUri',
  sub_mode: 'authentikCheck.subjectMode.name',
  origin: 'authentikCheck.origin',
  scheme: 'editor.address',
  method: 'page.method.row',
  status: 'authentikCheck.status',
  landing: 'authentikCheck.landing',
} as const;

const states = {
  missing: 'authentikCheck.fieldMissing',
  ambiguous: 'authentikCheck.fieldAmbiguous',
  exposed: 'authentikCheck.fieldExposed',
} as const;

/** A field of the page by its label; empty where the sentence above says it already. */
export function differenceName(id: CheckId, what: string, found: string): string {
  if (id === 'page' && what !== 'method') {
    const label = fieldLabel(what as FieldKey);
    return found in states ? i18n.t(states[found as keyof typeof states], [label]) : label;
  }
  if (what === 'error') return found === '' ? '' : i18n.t('authentikCheck.answer', [found]);
  return Object.hasOwn(told, what) ? i18n.t(told[what as keyof typeof told]) : '';
}

const presses = {
  'fill-again': 'authentikCheck.fillAgain',
  'open-page': 'authentikCheck.openPage',
  'edit-profile': 'authentikCheck.editProfile',
  allow: 'authentik.allow',
  connect: 'authentikCheck.connect',
} as const;

export function remedyWords(press: keyof typeof presses): string {
  return i18n.t(presses[press]);
}
