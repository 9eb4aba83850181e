/** Counts the secrets a profile has had, so that sites can be told which one they hold. */
import type { Profile } from './schema';
import { secretOf } from './secret';

/** What a stored profile carries over when `next` takes its place: one more when the secret is another, and only then. */
export function secretRevision(stored: Profile, next: Profile): Pick<Profile, 'secretRevision'> {
  const before = stored.secretRevision;
  return { secretRevision: secretOf(stored) === secretOf(next) ? before : (before ?? 0) + 1 };
}
