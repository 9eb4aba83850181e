/** The words of an import from authentik: whether a secret comes along, and why a client is not taken. */

import type { PreviewClient } from '@/messaging/client-import-protocol';
import type { LeftOutClient } from '@/profiles/schema';
import { i18n } from '../i18n';

const reasons = {
  incomplete: 'authentikImport.unsound',
  unsound: 'authentikImport.unsound',
  twice: 'authentikImport.twice',
  'no-application': 'authentikImport.noApplication',
  'public-client': 'authentikImport.publicClient',
} as const satisfies Record<LeftOutClient, string>;

type Shown = PreviewClient['profile'];

/** Empty for one that is taken. */
export function clientReason(profile: Shown): string {
  return profile.state === 'left-out' ? i18n.t(reasons[profile.why]) : '';
}

/** Of a new one, whether its secret comes with it. */
export function clientState(profile: Shown): string {
  if (profile.state !== 'new') return '';
  return i18n.t(profile.hasSecret ? 'transfer.withSecret' : 'transfer.withoutSecret');
}
