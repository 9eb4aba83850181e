/** Judges every profile for one page: which is suggested and why, and what speaks against each. */
import type { ProfileSummary } from '@/profiles/schema';
import type { Place } from './bindings';
import type { Binding, CapturedCallback } from './schema';

/** What is known of the page; `clientId` is what its form holds now. */
export interface PageFacts extends Place {
  appName: string;
  clientId?: string;
  /** Hosts of the app's vendor, which a callback may have beside the page's own. */
  callbackHosts: readonly string[];
}

export interface Verdict {
  profileId: string;
  /** The page holds another client ID than this profile. */
  otherClientId: boolean;
  /** Origins, other than the page's, where the profile is bound. */
  boundElsewhere: string[];
  /** Hosts authentik knows this client for, when the page's is not one of them: binding stops. */
  knownHosts?: string[];
}

export interface Suggestion {
  profileId: string;
  why: 'bound' | 'client-id' | 'callback' | 'name';
}

export interface Knowledge {
  profiles: readonly ProfileSummary[];
  bindings: readonly Binding[];
  callbacks: readonly CapturedCallback[];
}

/** The suggested profile: the one bound here, else by client ID, by callback on this origin, by name. */
export function suggest(page: PageFacts, binding: Binding | undefined, known: Knowledge): Suggestion | undefined {
  const tests: [Suggestion['why'], (profile: ProfileSummary) => boolean][] = [
    ['bound', (profile) => profile.id === binding?.profileId],
    ['client-id', (profile) => profile.clientId === page.clientId],
    ['callback', (profile) => hasCallbackHere(page, profile, known.callbacks)],
    ['name', (profile) => isNamedAfter(profile, page)],
  ];
  for (const [why, fits] of tests) {
    const profile = known.profiles.find(fits);
    if (profile) return { profileId: profile.id, why };
  }
  return undefined;
}

/** What speaks against using this profile on this page. */
export function judgeProfile(page: PageFacts, profile: ProfileSummary, bindings: readonly Binding[]): Verdict {
  const elsewhere = bindings.filter(({ profileId, origin }) => profileId === profile.id && origin !== page.origin);
  const knownHosts = hostsThatExclude(page, profile);
  return {
    profileId: profile.id,
    otherClientId: page.clientId !== undefined && page.clientId !== '' && page.clientId !== profile.clientId,
    boundElsewhere: [...new Set(elsewhere.map(({ origin }) => origin))],
    ...(knownHosts.length > 0 && { knownHosts }),
  };
}

/**
 * Known redirect URIs that leave this origin out make it a look-alike (security rules, A5). Vendor hosts exclude
 * nothing, since every customer of the vendor shares them; an http twin of a known host counts as another site.
 */
function hostsThatExclude(page: PageFacts, profile: ProfileSummary): string[] {
  const here = new URL(page.origin);
  const known = profile.redirectUris
    .map((uri) => URL.parse(uri))
    .filter((url) => url !== null)
    .filter((url) => !page.callbackHosts.includes(url.host));
  if (known.some((url) => url.origin === here.origin)) return [];
  return [...new Set(known.map((url) => (url.host === here.host ? url.origin : url.host)))];
}

function hasCallbackHere(page: PageFacts, profile: ProfileSummary, captured: readonly CapturedCallback[]): boolean {
  if (captured.some(({ profileId, origin }) => profileId === profile.id && origin === page.origin)) return true;
  return profile.redirectUris.some((uri) => URL.parse(uri)?.origin === page.origin);
}

function isNamedAfter(profile: ProfileSummary, page: PageFacts): boolean {
  const name = page.appName.toLowerCase();
  return profile.name.toLowerCase().includes(name) || profile.slug.toLowerCase().includes(page.app.toLowerCase());
}
