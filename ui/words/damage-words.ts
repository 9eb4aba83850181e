/** The words of an entry that can still be read, and of one that cannot. */

import type { EntryKind, VaultDamage } from '@/messaging/protocol';
import { i18n } from '../i18n';

const kinds = {
  instance: 'damage.instance',
  profile: 'damage.profile',
  binding: 'damage.binding',
  callback: 'damage.callback',
  setting: 'damage.setting',
  unknown: 'damage.unknown',
} as const satisfies Record<EntryKind, string>;

export function wholeWords({ kind, name }: VaultDamage['whole'][number]): string {
  return i18n.t('damage.named', [i18n.t(kinds[kind]), name]);
}

/** Its name is lost with it; what else refers to it may tell which one it was. */
export function lostWords({ kind, state, knownBy }: VaultDamage['lost'][number]): string {
  const known = [...new Set(knownBy)].join(', ');
  const entry = known === '' ? i18n.t(kinds[kind]) : i18n.t('damage.usedBy', [i18n.t(kinds[kind]), known]);
  if (state === 'newer') return i18n.t('damage.newer', [entry]);
  return kind === 'instance' && known !== '' ? i18n.t('damage.addressAnew', [entry]) : entry;
}
