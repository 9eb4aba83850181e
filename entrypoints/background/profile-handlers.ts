/** Answers the messages of the screens about profiles, and keeps their draft. */
import * as z from 'zod/mini';
import { fail, ok } from '@/lib/result';
import type { Shelf } from '@/messaging/protocol';
import type { Handlers } from '@/messaging/registry';
import { checkDraft } from '@/profiles/check-draft';
import { goneProfiles } from '@/profiles/gone-clients';
import { instanceKind, profileKind } from '@/profiles/kinds';
import { copyTexts } from '@/profiles/profile-values';
import {
  adminPageOf,
  duplicateProfile,
  removedProfileSchema,
  removeProfile,
  restoreProfile,
  saveProfile,
  surroundingsOf,
} from '@/profiles/profiles';
import type { ProfileSummary } from '@/profiles/schema';
import { forgetSessionSecrets, type SessionSecrets, sessionSecrets } from '@/profiles/session-secrets';
import { summarise } from '@/profiles/summarise';
import { bindingKind, lacksNewSecret, rebind, unbindProfile } from '@/sites/bindings';
import { callbackKind, removeCallback } from '@/sites/captured-callbacks';
import { bindingSchema } from '@/sites/schema';
import { readSessionItem, removeSessionItem, sessionItem, writeSessionItem } from '@/vault/session-items';
import { readVault, updateVault } from '@/vault/store';
import type { Snapshot } from '@/vault/transaction';
import { flatten } from './flatten';
import { knownProfile } from './known-profiles';
import { formFor, takesSecret } from './release';
import { sitesChanged } from './sites-changed';

/** What `profile.undo` needs; holds a secret, so it is in memory only and a lock deletes it. */
const removedItem = sessionItem(
  'removed-profile',
  z.object({ removed: removedProfileSchema, bindings: z.array(bindingSchema) }),
);

function shelf(snapshot: Snapshot, session: SessionSecrets): Shelf {
  const profiles = snapshot.list(profileKind).map(summarise);
  return {
    instances: snapshot.list(instanceKind),
    profiles,
    bindings: snapshot.list(bindingKind),
    callbacks: snapshot.list(callbackKind),
    gone: goneProfiles(snapshot),
    needsSecret: needsSecret(snapshot, profiles),
    sessionSecrets: profiles.filter((profile) => session.of(profile) !== undefined).map(({ id }) => id),
  };
}

/** Only where the form takes a secret of this kind: the others have nothing to be filled with. */
function needsSecret(snapshot: Snapshot, profiles: readonly ProfileSummary[]): string[] {
  const lacking = snapshot.list(bindingKind).filter((binding) => {
    const profile = profiles.find(({ id }) => id === binding.profileId);
    const known = profile && formFor(binding, profile);
    return known && takesSecret(known, profile) && lacksNewSecret(binding, profile);
  });
  return lacking.map(({ id }) => id);
}

export const profileHandlers = {
  'shelf.read': async () => {
    const session = await sessionSecrets();
    return readVault((snapshot) => shelf(snapshot, session));
  },

  'profile.check': (draft) =>
    readVault((snapshot) => {
      const { messages, understood } = checkDraft(draft, surroundingsOf(snapshot));
      return { messages, ...(understood && { understood }) };
    }),

  'profile.save': (draft) => updateVault((transaction) => saveProfile(transaction, draft)),

  'profile.duplicate': ({ id }) => updateVault((transaction) => duplicateProfile(transaction, id)),

  'profile.remove': async ({ id }) => {
    const outcome = await updateVault((transaction) => {
      const removed = removeProfile(transaction, id);
      return removed.ok ? ok({ removed: removed.value, bindings: unbindProfile(transaction, id) }) : removed;
    });
    if (!outcome.ok) return outcome;
    await forgetSessionSecrets(id);
    await writeSessionItem(removedItem, outcome.value);
    await sitesChanged();
    const { removed } = outcome.value;
    const adminPage = adminPageOf(removed);
    return ok({ name: removed.profile.name, ...(adminPage !== undefined && { adminPage }) });
  },

  'profile.undo': async () => {
    const kept = await readSessionItem(removedItem);
    if (!kept) return fail('not-found');
    const outcome = await updateVault((transaction) => {
      const restored = restoreProfile(transaction, kept.removed);
      if (restored.ok) rebind(transaction, kept.bindings);
      return restored;
    });
    if (!outcome.ok) return outcome;
    await removeSessionItem(removedItem);
    await sitesChanged();
    return outcome;
  },

  'profile.values': async ({ id }) =>
    flatten(
      await readVault((snapshot) => {
        const profile = knownProfile(snapshot, id);
        return profile ? ok(copyTexts(profile.values)) : fail('not-found');
      }),
    ),

  'callback.remove': ({ id }) =>
    updateVault((transaction) => (removeCallback(transaction, id) ? ok(null) : fail('not-found'))),
} satisfies Partial<Handlers>;
