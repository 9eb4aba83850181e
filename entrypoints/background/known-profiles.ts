/** Profiles as the background works with them: the summary for screens, and the values for forms. */
import type { ProfileValues, SecretName } from '@/lib/profile-values';
import { instanceKind, profileKind } from '@/profiles/kinds';
import { profileValues } from '@/profiles/profile-values';
import type { Profile, ProfileSummary } from '@/profiles/schema';
import { secretNames } from '@/profiles/secret';
import type { SessionSecrets } from '@/profiles/session-secrets';
import { summarise } from '@/profiles/summarise';
import type { Snapshot } from '@/vault/transaction';

export interface KnownProfile {
  summary: ProfileSummary;
  values: ProfileValues;
}

/** Every profile whose instance can be read, too: without it there are no addresses to fill. */
export function knownProfiles(snapshot: Snapshot): KnownProfile[] {
  return snapshot.list(profileKind).flatMap((profile) => known(snapshot, profile) ?? []);
}

/** One of them, or undefined. */
export function knownProfile(snapshot: Snapshot, profileId: string): KnownProfile | undefined {
  const profile = snapshot.find(profileKind, profileId);
  return profile && known(snapshot, profile);
}

/** The secrets at hand for it, by name: kept in the vault, or entered for this session. */
export function heldSecrets(profile: ProfileSummary, session: SessionSecrets): SecretName[] {
  return profile.hasSecret || session.of(profile) !== undefined ? [secretNames[profile.kind]] : [];
}

function known(snapshot: Snapshot, profile: Profile): KnownProfile | undefined {
  const instance = snapshot.find(instanceKind, profile.instanceId);
  return instance && { summary: summarise(profile), values: profileValues(profile, instance) };
}
