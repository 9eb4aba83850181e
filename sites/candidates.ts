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
  /** Kinds of profile its form takes, the better one first. */
  kinds: readonly ProfileSummary['kind'][];
}

export interface Verdict {
  profileId: string;
  /** The page holds another client ID than this profile. */
  otherClientId: boolean;
  /** Origins, other than the page's, where the profile is bound. */
  boundElsewhere: string[];
  /** Hosts this profile is known to be for, when the page's is not one of them: binding stops. */
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

/** The profiles the page's form takes, those of the better kind first. */
export function usable<T extends Pick<ProfileSummary, 'kind'>>(page: PageFacts, profiles: readonly T[]): T[] {
  return page.kinds.flatMap((kind) => profiles.filter((profile) => profile.kind === kind));
}

/**
 * The suggested profile: the one bound here, else by client ID, by callback on this origin, by name; where a form takes
 * several kinds, all of that for the better kind first.
 */
export function suggest(page: PageFacts, binding: Binding | undefined, known: Knowledge): Suggestion | undefined {
  const profiles = usable(page, known.profiles);
  if (binding && profiles.some(({ id }) => id === binding.profileId)) {
    return { profileId: binding.profileId, why: 'bound' };
  }
  const tests: [Suggestion['why'], (profile: ProfileSummary) => boolean][] = [
    ['client-id', (profile) => profile.kind === 'oidc-client' && profile.clientId === page.clientId],
    ['callback', (profile) => hasCallbackHere(page, profile, known.callbacks)],
    ['name', (profile) => isNamedAfter(profile, page)],
  ];
  const ranked = page.kinds.flatMap((kind) => tests.map(([why, fits]) => ({ kind, why, fits })));
  for (const { kind, why, fits } of ranked) {
    const profile = profiles.find((candidate) => candidate.kind === kind && fits(candidate));
    if (profile) return { profileId: profile.id, why };
  }
  return undefined;
}

/** What speaks against using this profile on this page. */
export function judgeProfile(page: PageFacts, profile: ProfileSummary, bindings: readonly Binding[]): Verdict {
  const own = bindings.filter(({ profileId }) => profileId === profile.id);
  const elsewhere = own.filter(({ origin }) => origin !== page.origin);
  const knownHosts = hostsThatExclude(page, knownUrls(page, profile, own));
  return {
    profileId: profile.id,
    otherClientId: isOtherClient(page, profile),
    boundElsewhere: [...new Set(elsewhere.map(({ origin }) => origin))],
    ...(knownHosts.length > 0 && { knownHosts }),
  };
}

function isOtherClient({ clientId }: PageFacts, profile: ProfileSummary): boolean {
  return profile.kind === 'oidc-client' && clientId !== undefined && clientId !== '' && clientId !== profile.clientId;
}

/**
 * Addresses that are known to be right for this profile. Of a client, its redirect URIs; vendor hosts exclude nothing,
 * since every customer of the vendor shares them. authentik knows no address for an API token, and whoever holds the
 * token can read the directory: where the app has been given it before is all there is to compare with.
 */
function knownUrls(page: PageFacts, profile: ProfileSummary, own: readonly Binding[]): URL[] {
  const texts =
    profile.kind === 'api-token'
      ? own.filter(({ app }) => app === page.app).map(({ origin }) => origin)
      : profile.redirectUris;
  return texts
    .map((text) => URL.parse(text))
    .filter((url) => url !== null)
    .filter((url) => !page.callbackHosts.includes(url.host));
}

/** Known addresses that leave this origin out make it a look-alike (security rules, A5); an http twin is another site. */
function hostsThatExclude(page: PageFacts, known: readonly URL[]): string[] {
  const here = new URL(page.origin);
  if (known.some((url) => url.origin === here.origin)) return [];
  return [...new Set(known.map((url) => (url.host === here.host ? url.origin : url.host)))];
}

function hasCallbackHere(page: PageFacts, profile: ProfileSummary, captured: readonly CapturedCallback[]): boolean {
  if (captured.some(({ profileId, origin }) => profileId === profile.id && origin === page.origin)) return true;
  const redirectUris = profile.kind === 'oidc-client' ? profile.redirectUris : [];
  return redirectUris.some((uri) => URL.parse(uri)?.origin === page.origin);
}

function isNamedAfter(profile: ProfileSummary, page: PageFacts): boolean {
  if (profile.name.toLowerCase().includes(page.appName.toLowerCase())) return true;
  return profile.kind === 'oidc-client' && profile.slug.toLowerCase().includes(page.app.toLowerCase());
}
