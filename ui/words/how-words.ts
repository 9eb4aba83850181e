/** How a callback was learnt, and what is odd about it. */
import { i18n } from '#i18n';
import type { Callback } from '@/engine/model';

const warnings = {
  'not-https': 'warning.notHttps',
  'other-origin': 'warning.otherOrigin',
  'other-folder': 'warning.otherFolder',
  'foreign-host': 'warning.foreignHost',
} as const satisfies Record<NonNullable<Callback['warning']>, string>;

export function howWords(how: Callback['how']): string {
  return i18n.t(`how.${how}`);
}

export function callbackWarningWords(warning: NonNullable<Callback['warning']>): string {
  return i18n.t(warnings[warning]);
}
