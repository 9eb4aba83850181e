/** The one secret each kind of profile may keep, and the name fields ask for it by. */
import type { SecretName } from '@/lib/profile-values';
import type { Profile } from './schema';

/** One kind's secret is never another's: a client secret is no API token, whatever asks for one. */
export const secretNames = {
  'oidc-client': 'client_secret',
  'api-token': 'api_token',
} as const satisfies Record<Profile['kind'], SecretName>;

/** The secret itself; undefined where none is kept. */
export function secretOf(profile: Profile): string | undefined {
  return profile.kind === 'api-token' ? profile.token : profile.clientSecret;
}
