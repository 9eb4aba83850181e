/** What the two kinds of profile are called. */

import type { ProfileSummary } from '@/profiles/schema';
import { i18n } from '../i18n';

const kinds = {
  'oidc-client': 'kind.oidcClient',
  'api-token': 'kind.apiToken',
} as const satisfies Record<ProfileSummary['kind'], string>;

export function kindWords(kind: ProfileSummary['kind']): string {
  return i18n.t(kinds[kind]);
}

/** What names a profile beside its authentik: the application of a client, or that it is a token. */
export function profileMark(profile: ProfileSummary): string {
  return profile.kind === 'oidc-client' ? profile.slug : kindWords('api-token');
}
