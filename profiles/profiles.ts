/** Creates, changes, copies, removes and brings back profiles, each inside a transaction of the vault. */
import * as z from 'zod/mini';
import { fail, ok, type Result } from '@/lib/result';
import type { Snapshot, Transaction } from '@/vault/transaction';
import { type CleanDraft, checkDraft, type DraftSurroundings } from './check-draft';
import { dropUnusedInstance, keepInstance } from './instances';
import { instanceKind, profileKind } from './kinds';
import { profileValues } from './profile-values';
import {
  type FieldMessage,
  type Instance,
  instanceSchema,
  type Profile,
  type ProfileDraft,
  type ProfileSummary,
  profileSchema,
} from './schema';

/** What is needed to bring a removed profile back. Holds its secret: for `storage.session` only, gone with a lock. */
export const removedProfileSchema = z.object({ profile: profileSchema, instance: z.optional(instanceSchema) });
export type RemovedProfile = z.infer<typeof removedProfileSchema>;

const longestSlug = 50;

/** The profile without its secret, for screens. */
export function summarise({ clientSecret, ...profile }: Profile): ProfileSummary {
  return { ...profile, hasSecret: clientSecret !== undefined };
}

/** What a draft is checked against, from the vault. */
export function surroundingsOf(snapshot: Snapshot): DraftSurroundings {
  return {
    instances: snapshot.list(instanceKind),
    profiles: snapshot.list(profileKind),
    keepsSecrets: snapshot.mode === 'encrypted',
  };
}

/**
 * Saves a draft, or answers with its messages when one of them is an error. With an id it changes that profile
 * (`not-found` when it is gone); an empty secret keeps the stored one. The revision rises when a filled value changes.
 */
export function saveProfile(
  transaction: Transaction,
  draft: ProfileDraft,
): Result<{ profile: ProfileSummary } | { messages: FieldMessage[] }> {
  const stored = draft.id === undefined ? undefined : transaction.find(profileKind, draft.id);
  if (draft.id !== undefined && !stored) return fail('not-found');
  const { clean, messages } = checkDraft(draft, surroundingsOf(transaction));
  if (!clean) return ok({ messages });
  const before = stored && filledValues(transaction, stored);
  const { baseUrl, issuerMode, instanceName } = clean;
  const instance = keepInstance(transaction, { baseUrl, issuerMode, name: instanceName });
  const profile = toProfile(clean, instance, stored, transaction.mode === 'encrypted');
  const isChanged = before !== undefined && before !== filledText(profile, instance);
  const saved = { ...profile, revision: (stored?.revision ?? 1) + (isChanged ? 1 : 0) };
  transaction.put(profileKind, saved);
  if (stored) dropUnusedInstance(transaction, stored.instanceId);
  return ok({ profile: summarise(saved) });
}

/** Saves a copy under the next free slug and name of the same instance; secret and redirect URIs are copied too. */
export function duplicateProfile(transaction: Transaction, id: string): Result<{ profile: ProfileSummary }> {
  const original = transaction.find(profileKind, id);
  if (!original) return fail('not-found');
  const number = nextFreeNumber(transaction, original);
  const copy: Profile = {
    ...original,
    id: crypto.randomUUID(),
    revision: 1,
    name: `${original.name} ${number}`,
    slug: numberedSlug(original.slug, number),
  };
  transaction.put(profileKind, copy);
  return ok({ profile: summarise(copy) });
}

/** Removes the profile, and its instance when it was the last one there. The answer brings both back. */
export function removeProfile(transaction: Transaction, id: string): Result<RemovedProfile> {
  const profile = transaction.find(profileKind, id);
  if (!profile) return fail('not-found');
  const instance = transaction.find(instanceKind, profile.instanceId);
  transaction.remove(id);
  dropUnusedInstance(transaction, profile.instanceId);
  return ok(instance ? { profile, instance } : { profile });
}

/**
 * Brings a removed profile back under its own id, so that its bindings fit again. Fails with `not-found` when its
 * instance is gone, and with `draft-invalid` when another profile has taken its slug meanwhile.
 */
export function restoreProfile(
  transaction: Transaction,
  { profile, instance }: RemovedProfile,
): Result<{ profile: ProfileSummary }> {
  if (!instance) return fail('not-found');
  if (slugsAt(transaction, instance.baseUrl).has(profile.slug)) return fail('draft-invalid', profile.slug);
  const instanceId = keepInstance(transaction, instance).id;
  const restored = { ...profile, instanceId };
  transaction.put(profileKind, restored);
  return ok({ profile: summarise(restored) });
}

function toProfile(clean: CleanDraft, instance: Instance, stored: Profile | undefined, keepsSecrets: boolean): Profile {
  const { name, slug, clientId, scopes, redirectUris } = clean;
  const clientSecret = clean.clientSecret || stored?.clientSecret;
  return {
    kind: 'oidc-client',
    id: stored?.id ?? crypto.randomUUID(),
    revision: stored?.revision ?? 1,
    instanceId: instance.id,
    name,
    slug,
    clientId,
    scopes,
    redirectUris,
    ...(keepsSecrets && clientSecret !== undefined && { clientSecret }),
  };
}

function filledValues(transaction: Transaction, profile: Profile): string | undefined {
  const instance = transaction.find(instanceKind, profile.instanceId);
  return instance ? filledText(profile, instance) : undefined;
}

/** Every value a form may receive, in one text to compare; never leaves this file. */
function filledText(profile: Profile, instance: Instance): string {
  return JSON.stringify([profileValues(profile, instance), profile.clientSecret]);
}

function slugsAt(snapshot: Snapshot, baseUrl: string | undefined): Set<string> {
  const here = snapshot.list(instanceKind).filter((instance) => instance.baseUrl === baseUrl);
  const ids = new Set(here.map(({ id }) => id));
  const profiles = snapshot.list(profileKind).filter(({ instanceId }) => ids.has(instanceId));
  return new Set(profiles.map(({ slug }) => slug));
}

function nextFreeNumber(snapshot: Snapshot, { instanceId, slug }: Profile): number {
  const taken = slugsAt(snapshot, snapshot.find(instanceKind, instanceId)?.baseUrl);
  let number = 2;
  while (taken.has(numberedSlug(slug, number))) number += 1;
  return number;
}

function numberedSlug(slug: string, number: number): string {
  const ending = `-${number}`;
  return `${slug.slice(0, longestSlug - ending.length)}${ending}`;
}
