/** Finds the profile that stands for the same thing of the same authentik already. */
import type { Instance, Profile } from './schema';

/** What two profiles of one authentik never share: the slug of their application, or the name of their token. */
export interface Claim {
  kind: Profile['kind'];
  baseUrl: string | undefined;
  /** Slug, or name of the token. */
  text: string;
  /** Of the profile that makes the claim; it is no twin of itself. */
  id?: string | undefined;
}

export function twinOf(
  { kind, baseUrl, text, id }: Claim,
  { instances, profiles }: { instances: readonly Instance[]; profiles: readonly Profile[] },
): Profile | undefined {
  const here = new Set(instances.filter((instance) => instance.baseUrl === baseUrl).map((instance) => instance.id));
  return profiles.find(
    (profile) =>
      profile.id !== id && profile.kind === kind && here.has(profile.instanceId) && claimedBy(profile) === text,
  );
}

/** The text a profile claims. */
export function claimedBy(profile: Profile): string {
  return profile.kind === 'api-token' ? profile.name : profile.slug;
}
