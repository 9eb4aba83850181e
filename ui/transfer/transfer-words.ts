/** The words of a preview: states, reasons and changes. */

import type { PreviewProfile } from '@/messaging/transfer';
import type { FieldChange, LeftOutProfile } from '@/profiles/schema';
import type { LeftOutSite } from '@/sites/schema';
import { i18n } from '../i18n';

const profileReasons = {
  incomplete: 'transfer.profileIncomplete',
  unsound: 'transfer.profileUnsound',
  twice: 'transfer.profileTwice',
} as const satisfies Record<LeftOutProfile, string>;

const siteReasons = {
  unsound: 'transfer.siteUnsound',
  'no-profile': 'transfer.siteNoProfile',
  'known-profile': 'transfer.siteKnownProfile',
  taken: 'transfer.siteTaken',
  twice: 'transfer.siteTwice',
} as const satisfies Record<LeftOutSite, string>;

/** As the fields are called in the form of a profile. */
const labels = {
  address: 'editor.address',
  slug: 'editor.slug',
  name: 'editor.name',
  clientId: 'editor.clientId',
  clientSecret: 'editor.clientSecret',
  apiToken: 'editor.apiToken',
  scopes: 'editor.scopes',
  redirectUris: 'editor.redirectUris',
  instanceName: 'editor.instanceName',
  issuerMode: 'editor.issuerMode',
} as const satisfies Record<FieldChange['field'], string>;

export function profileReason(why: LeftOutProfile): string {
  return i18n.t(profileReasons[why]);
}

export function siteReason(why: LeftOutSite): string {
  return i18n.t(siteReasons[why]);
}

/** Of a new profile, whether its secret comes with it; of one that is here under another name, which. */
export function profileState(profile: PreviewProfile): string {
  if (profile.state === 'new') return i18n.t(profile.hasSecret ? 'transfer.withSecret' : 'transfer.withoutSecret');
  const isNamedAlike = profile.state === 'left-out' || profile.here.name === profile.name;
  return isNamedAlike ? '' : i18n.t('transfer.hereAs', [profile.here.name]);
}

export function changeLabel(field: FieldChange['field']): string {
  return i18n.t(labels[field]);
}

export function changeText(change: FieldChange): string {
  if ('isFirst' in change) return i18n.t(change.isFirst ? 'transfer.secretFirst' : 'transfer.secretChanges');
  const word = (text: string): string => valueWord(change.field, text);
  return i18n.t('transfer.change', [word(change.now), word(change.next)]);
}

function valueWord(field: FieldChange['field'], text: string): string {
  if (text === '') return i18n.t('common.empty');
  if (field !== 'issuerMode') return text.replaceAll('\n', ', ');
  return i18n.t(text === 'global' ? 'editor.global' : 'editor.perProvider');
}
