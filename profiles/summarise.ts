/** A profile for screens, pages and logs: everything but its secret. */
import type { Profile, ProfileSummary } from './schema';
import { secretOf } from './secret';

/** Says whether there is a secret, and leaves it out. */
export function summarise(profile: Profile): ProfileSummary {
  const hasSecret = secretOf(profile) !== undefined;
  if (profile.kind === 'api-token') {
    const { token: _, ...rest } = profile;
    return { ...rest, hasSecret };
  }
  const { clientSecret: _, ...rest } = profile;
  return { ...rest, hasSecret };
}
