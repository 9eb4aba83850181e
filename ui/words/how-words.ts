/** How a callback was learnt, how authentik is to keep it, and what is odd about it. */

import type { Callback } from '@/engine/model';
import { i18n } from '../i18n';

const warnings = {
  'not-https': 'warning.notHttps',
  'other-origin': 'warning.otherOrigin',
  'other-folder': 'warning.otherFolder',
  'foreign-host': 'warning.foreignHost',
} as const satisfies Record<NonNullable<Callback['warning']>, string>;

/** A redirect URI seen on a page or stored from one. */
interface Entry {
  how: Callback['how'];
  matching?: Callback['matching'] | undefined;
  kind?: Callback['kind'] | undefined;
}

/** "read from the page · matching mode Regex"; the matching mode Strict and the usual type go without saying. */
export function entryWords({ how, matching, kind }: Entry): string {
  const words = [how, matching, kind].flatMap((name) => (name ? [i18n.t(`how.${name}`)] : []));
  return words.join(' · ');
}

export function callbackWarningWords(warning: NonNullable<Callback['warning']>): string {
  return i18n.t(warnings[warning]);
}
