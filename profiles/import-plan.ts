/** Compares the profiles of a file with those that are here: what is new, what is the same, what would change. */
import type { Snapshot } from '@/vault/transaction';
import { checkDraft } from './check-draft';
import { changesOf } from './field-changes';
import { instanceKind, profileKind } from './kinds';
import type { FieldChange, Instance, LeftOutProfile, Profile, ProfileDraft } from './schema';
import { secretOf } from './secret';
import { claimedBy, twinOf } from './twin';

/** What a file holds of this room, parsed but not trusted further. */
export interface IncomingProfiles {
  instances: readonly Instance[];
  profiles: readonly Profile[];
}

/** One profile of the file. `local` stands for the same thing here. */
export type ProfilePlan = { incoming: Profile; instance?: Instance } & (
  | { state: 'left-out'; why: LeftOutProfile }
  | { state: 'new' }
  | { state: 'same' | 'changed'; local: Profile; changes: FieldChange[] }
);

/**
 * One entry per profile of the file, in its order. The same application of the same authentik (or token of that name)
 * is the same profile; else one of the same id and kind is. A file's text is held to the rules of the form.
 */
export function planProfiles(snapshot: Snapshot, { instances, profiles }: IncomingProfiles): ProfilePlan[] {
  const here = { instances: snapshot.list(instanceKind), profiles: snapshot.list(profileKind) };
  const first = new Set<string>();
  const judged = profiles.map((incoming) => {
    const instance = instances.find(({ id }) => id === incoming.instanceId);
    const why = flawOf(incoming, instance, first);
    return { incoming, ...(instance && { instance }), why };
  });
  const sound = judged.filter(({ why }) => why === undefined);
  const twins = new Map(sound.map((one) => [one.incoming, twinHere(one, here)]));
  const claimed = new Set([...twins.values()].map((twin) => twin?.id));
  return judged.map(({ why, ...one }): ProfilePlan => {
    if (why) return { ...one, state: 'left-out', why };
    const local = twins.get(one.incoming) ?? here.profiles.find((profile) => isRenamed(profile, one.incoming, claimed));
    if (!local) return { ...one, state: 'new' };
    const changes = changesOf(here.instances, local, one);
    return { ...one, state: changes.length > 0 ? 'changed' : 'same', local, changes };
  });
}

/** `first` collects what the profiles before have claimed: no two of a file stand for the same thing. */
function flawOf(profile: Profile, instance: Instance | undefined, first: Set<string>): LeftOutProfile | undefined {
  if (!instance) return 'incomplete';
  if (!isSound(profile, instance)) return 'unsound';
  const claim = JSON.stringify([profile.kind, instance.baseUrl, claimedBy(profile)]);
  if (first.has(claim)) return 'twice';
  first.add(claim);
  return undefined;
}

/** What the form would save, to the letter: nothing gets in by a file that could not be typed. */
function isSound(profile: Profile, instance: Instance): boolean {
  const { clean } = checkDraft(draftOf(profile, instance), { instances: [], profiles: [], keepsSecrets: false });
  if (!clean || clean.name !== profile.name || clean.baseUrl !== instance.baseUrl) return false;
  if (clean.instanceName !== instance.name || clean.secret !== (secretOf(profile) ?? '')) return false;
  if (profile.kind === 'api-token' || clean.kind === 'api-token') return profile.kind === clean.kind;
  const isSame = (name: 'slug' | 'clientId' | 'scopes' | 'redirectUris'): boolean =>
    JSON.stringify(clean[name]) === JSON.stringify(profile[name]);
  return isSame('slug') && isSame('clientId') && isSame('scopes') && isSame('redirectUris');
}

function draftOf(profile: Profile, instance: Instance): ProfileDraft {
  const isClient = profile.kind === 'oidc-client';
  return {
    kind: profile.kind,
    name: profile.name,
    address: instance.baseUrl,
    instanceName: instance.name,
    issuerMode: instance.issuerMode,
    slug: isClient ? profile.slug : '',
    clientId: isClient ? profile.clientId : '',
    clientSecret: isClient ? (profile.clientSecret ?? '') : '',
    apiToken: isClient ? '' : (profile.token ?? ''),
    scopes: isClient ? profile.scopes.join(' ') : '',
    redirectUris: isClient ? profile.redirectUris.join('\n') : '',
  };
}

function twinHere(
  { incoming, instance }: { incoming: Profile; instance?: Instance },
  here: { instances: Instance[]; profiles: Profile[] },
): Profile | undefined {
  return twinOf({ kind: incoming.kind, baseUrl: instance?.baseUrl, text: claimedBy(incoming) }, here);
}

/** The same profile under another slug, name or authentik; not one that another entry of the file stands for. */
function isRenamed(local: Profile, { id, kind }: Profile, claimed: ReadonlySet<string | undefined>): boolean {
  return local.id === id && local.kind === kind && !claimed.has(local.id);
}
