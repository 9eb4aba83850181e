/** The words of the changes that Check offers: what each press does, before it is made, and what it has come to. */

import type { RedirectUri } from '@/authentik/model';
import type { Remedy } from '@/messaging/check-report';
import { i18n } from '../i18n';
import type { Done } from '../task/check/check-state';

type Change = Extract<Remedy, { do: 'register' | 'repair' | 'take-secret' | 'take-issuer-mode' }>;

const repairs = {
  sub_mode: 'authentikCheck.repairSubject',
  issuer_mode: 'authentikCheck.repairIssuer',
  signing_key: 'authentikCheck.repairKey',
  property_mappings: 'authentikCheck.repairScopes',
} as const;

export function changeWords(change: Change): string {
  if (change.do === 'repair') return i18n.t(repairs[change.repair.field]);
  if (change.do === 'register') return i18n.t('authentikCheck.register');
  return i18n.t(change.do === 'take-secret' ? 'authentikCheck.takeSecret' : 'authentikCheck.takeIssuerMode');
}

const confirmations = {
  register: 'authentikCheck.registerNow',
  repair: 'authentikCheck.repairNow',
  'take-secret': 'authentikCheck.takeNow',
  'take-issuer-mode': 'authentikCheck.takeNow',
} as const;

/** The press that makes the change. */
export function confirmWords(change: Change): string {
  return i18n.t(confirmations[change.do]);
}

const previews = {
  register: 'authentikCheck.previewRegister',
  repair: 'authentikCheck.previewRepair',
  'take-secret': 'authentikCheck.previewSecret',
  'take-issuer-mode': 'authentikCheck.previewIssuerMode',
} as const;

export function previewText(change: Change): string {
  return i18n.t(previews[change.do]);
}

/** As authentik's own page lists it. */
export function entryText({ url, matching, kind }: RedirectUri): string {
  return kind === undefined || kind === 'authorization' ? `${matching}: ${url}` : `${matching}, ${kind}: ${url}`;
}

const taken = {
  'take-secret': 'authentikCheck.doneSecret',
  'take-issuer-mode': 'authentikCheck.doneIssuerMode',
} as const;

export function doneWords(done: Done): string[] {
  if (done.undone !== undefined) {
    return [i18n.t(done.undone ? 'authentikCheck.undone' : 'authentikCheck.undoneBefore')];
  }
  if (done.did === 'register') return registeredWords(done);
  if (done.did !== 'repair') return [i18n.t(taken[done.did])];
  const isSame = JSON.stringify(done.repair.now) === JSON.stringify(done.repair.next);
  return [i18n.t(isSame ? 'authentikCheck.repairedBefore' : 'authentikCheck.repaired')];
}

function registeredWords({ plan, isNoted }: Extract<Done, { did: 'register' }>): string[] {
  const made =
    plan.is === 'already'
      ? i18n.t('authentikCheck.already', [entryText(plan.by)])
      : i18n.t('authentikCheck.registered', [entryText(plan.entry)]);
  return isNoted ? [made] : [made, i18n.t('authentikCheck.notNoted')];
}
