/** Creates, changes, copies, removes and brings back profiles, each inside a transaction of the vault. */
import * as z from 'zod/mini';
import { applicationPage, tokensPage } from '@/authentik/admin-pages';
import { fail, ok, type Result } from '@/lib/result';
import type { Snapshot, Transaction } from '@/vault/transaction';
import { type CleanDraft, checkDraft, type DraftSurroundings } from './check-draft';
import { copyOf } from './copy-of';
import { dropUnusedInstances, keepInstance } from './instances';
import { instanceKind, profileKind } from './kinds';
import { mergeDraft, startOf } from './merge-draft';
import { profileValues } from './profile-values';
import {
  type FieldMessage,
  type Instance,
  instanceSchema,
  type Profile,
  type ProfileDraft,
  type ProfileStart,
  type ProfileSummary,
  profileSchema,
} from './schema';
import { secretOf } from './secret';
import { secretRevision } from './secret-revision';
import { summarise } from './summarise';
import { claimedBy, twinOf } from './twin';

/** What is needed to bring a removed profile back. Holds its secret: for `storage.session` only, gone with a lock. */
export const removedProfileSchema = z.object({ profile: profileSchema, instance: z.optional(instanceSchema) });
export type RemovedProfile = z.infer<typeof removedProfileSchema>;

/** Where in authentik the removed profile's client or token can be deleted, too; undefined without its instance. */
export function adminPageOf({ profile, instance }: RemovedProfile): string | undefined {
  if (!instance) return undefined;
  return profile.kind === 'api-token'
    ? tokensPage(instance.baseUrl, profile.name)
    : applicationPage(instance.baseUrl, profile.slug);
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
 * (`not-found` when it is gone, `draft-invalid` when it is of another kind); an empty secret keeps the stored one.
 * What another window has saved since the form was opened stays, unless this one changes the same field: then the first
 * try answers with messages. The revision rises when a filled value changes, the secret's own only with the secret.
 */
export function saveProfile(
  transaction: Transaction,
  draft: ProfileDraft,
): Result<{ profile: ProfileSummary } | { messages: FieldMessage[] }> {
  const edited = editedBy(transaction, draft);
  if (!edited.ok) return edited;
  const stored = edited.value;
  const { draft: merged, conflicts } = stored
    ? mergeDraft(draft, startIn(transaction, stored))
    : { draft, conflicts: [] };
  if (conflicts.length > 0) return ok({ messages: conflicts });
  const { clean, messages } = checkDraft(merged, surroundingsOf(transaction));
  if (!clean) return ok({ messages });
  const before = stored && filledValues(transaction, stored);
  const instance = instanceOf(transaction, clean, stored);
  const profile = toProfile(clean, instance, stored, transaction.mode === 'encrypted');
  const isChanged = before !== undefined && before !== filledText(profile, instance);
  const revision = (stored?.revision ?? 1) + (isChanged ? 1 : 0);
  const saved = { ...profile, revision, ...(stored && secretRevision(stored, profile)) };
  transaction.put(profileKind, saved);
  dropUnusedInstances(transaction);
  return ok({ profile: summarise(transaction.find(profileKind, saved.id) ?? saved) });
}

/** Saves a copy under the next free slug and name of the same instance; secret and redirect URIs are copied too. */
export function duplicateProfile(transaction: Transaction, id: string): Result<{ profile: ProfileSummary }> {
  const original = transaction.find(profileKind, id);
  if (!original) return fail('not-found');
  const copy = copyOf(original, surroundingsOf(transaction));
  transaction.put(profileKind, copy);
  return ok({ profile: summarise(copy) });
}

/** Removes the profile, and its instance when it was the last one there. The answer brings both back. */
export function removeProfile(transaction: Transaction, id: string): Result<RemovedProfile> {
  const profile = transaction.find(profileKind, id);
  if (!profile) return fail('not-found');
  const instance = transaction.find(instanceKind, profile.instanceId);
  transaction.remove(id);
  dropUnusedInstances(transaction);
  return ok(instance ? { profile, instance } : { profile });
}

/**
 * Brings a removed profile back under its own id, so that its bindings fit again. Fails with `not-found` when its
 * instance is gone, and with `draft-invalid` when another profile has taken its slug, or a token its name, meanwhile.
 */
export function restoreProfile(
  transaction: Transaction,
  { profile, instance }: RemovedProfile,
): Result<{ profile: ProfileSummary }> {
  if (!instance) return fail('not-found');
  const { baseUrl } = instance;
  const text = claimedBy(profile);
  if (twinOf({ kind: profile.kind, baseUrl, text }, surroundingsOf(transaction))) return fail('draft-invalid', text);
  const { name, issuerMode } = instance;
  const wanted = profile.kind === 'api-token' ? { baseUrl, name } : { baseUrl, name, issuerMode };
  const restored = { ...profile, instanceId: keepInstance(transaction, wanted).id };
  transaction.put(profileKind, restored);
  dropUnusedInstances(transaction);
  return ok({ profile: summarise(restored) });
}

/** The profile a draft changes. One never becomes another kind: its bindings and its secret are of its own. */
function editedBy(transaction: Transaction, { id, kind }: ProfileDraft): Result<Profile | undefined> {
  if (id === undefined) return ok(undefined);
  const stored = transaction.find(profileKind, id);
  if (!stored) return fail('not-found');
  return stored.kind === kind ? ok(stored) : fail('draft-invalid', stored.name);
}

function instanceOf(transaction: Transaction, clean: CleanDraft, stored: Profile | undefined): Instance {
  const { baseUrl, instanceName: name } = clean;
  return keepInstance(
    transaction,
    clean.kind === 'api-token'
      ? { baseUrl, name, current: stored?.instanceId }
      : { baseUrl, name, issuerMode: clean.issuerMode },
  );
}

function toProfile(clean: CleanDraft, instance: Instance, stored: Profile | undefined, keepsSecrets: boolean): Profile {
  const secret = keepsSecrets ? clean.secret || (stored && secretOf(stored)) : undefined;
  const common = {
    id: stored?.id ?? crypto.randomUUID(),
    revision: stored?.revision ?? 1,
    instanceId: instance.id,
    name: clean.name,
  };
  if (clean.kind === 'api-token') {
    return { kind: clean.kind, ...common, ...(secret !== undefined && { token: secret }) };
  }
  const { kind, slug, clientId, scopes, redirectUris } = clean;
  const client = { kind, ...common, slug, clientId, scopes, redirectUris };
  return secret === undefined ? client : { ...client, clientSecret: secret };
}

function startIn(transaction: Transaction, profile: Profile): ProfileStart {
  return startOf(profile, transaction.find(instanceKind, profile.instanceId));
}

function filledValues(transaction: Transaction, profile: Profile): string | undefined {
  const instance = transaction.find(instanceKind, profile.instanceId);
  return instance ? filledText(profile, instance) : undefined;
}

/** Every value a form may receive, in one text to compare; never leaves this file. */
function filledText(profile: Profile, instance: Instance): string {
  return JSON.stringify([profileValues(profile, instance), secretOf(profile)]);
}
