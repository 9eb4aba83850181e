/** Makes a second profile out of one, under the next free number. */
import type { DraftSurroundings } from './check-draft';
import type { Profile } from './schema';
import { claimedBy, twinOf } from './twin';

/** authentik before 2025.12 takes no longer slug (authentik sheet 2.6). */
const longestSlug = 50;

/** The same profile under another id, name and, for an OAuth2 client, slug; as if it had just been typed. */
export function copyOf(original: Profile, surroundings: DraftSurroundings): Profile {
  const baseUrl = surroundings.instances.find(({ id }) => id === original.instanceId)?.baseUrl;
  const { kind } = original;
  let number = 2;
  while (twinOf({ kind, baseUrl, text: claimedBy(numbered(original, number)) }, surroundings)) number += 1;
  return { ...numbered(original, number), id: crypto.randomUUID(), revision: 1, secretRevision: undefined };
}

function numbered(profile: Profile, number: number): Profile {
  const name = `${profile.name} ${number}`;
  return profile.kind === 'api-token'
    ? { ...profile, name }
    : { ...profile, name, slug: slugWith(profile.slug, number) };
}

function slugWith(slug: string, number: number): string {
  const ending = `-${number}`;
  return `${slug.slice(0, longestSlug - ending.length)}${ending}`;
}
