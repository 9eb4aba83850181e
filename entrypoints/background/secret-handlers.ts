/** Answers the messages about secrets that are entered for one session: what is asked for, keep, skip, forget. */
import { fail, ok } from '@/lib/result';
import type { Handlers } from '@/messaging/registry';
import { checkSessionSecret, forgetSessionSecrets, keepSessionSecret } from '@/profiles/session-secrets';
import { readVault } from '@/vault/store';
import { flatten } from './flatten';
import { knownProfile } from './known-profiles';
import { tellTabs } from './tell-tabs';
import { finishUnlock, pendingAsk } from './unlock-window';

export const secretHandlers = {
  'secret.wanted': async () => {
    const ask = await pendingAsk();
    if (!ask) return ok({ wanted: null });
    return readVault((snapshot) => {
      const profile = knownProfile(snapshot, ask.profileId)?.summary;
      return { wanted: profile ? { ...ask, kind: profile.kind, name: profile.name } : null };
    });
  },

  'secret.keep': async ({ profileId, secret }) => {
    // Another page may have asked for another profile's meanwhile: this window is about the one it names.
    if ((await pendingAsk())?.profileId !== profileId) return fail('page-gone');
    const found = flatten(
      await readVault((snapshot) => {
        const profile = snapshot.mode === 'no-secrets' ? knownProfile(snapshot, profileId) : undefined;
        return profile ? ok(profile.summary) : fail('not-found');
      }),
    );
    if (!found.ok) return found;
    const checked = checkSessionSecret(found.value, secret);
    if (checked.messages.some(({ level }) => level === 'error')) return ok({ messages: checked.messages });
    const kept = await keepSessionSecret(found.value, checked.value);
    if (!kept.ok) return kept;
    await finishUnlock();
    return ok({ messages: [] });
  },

  'secret.skip': async () => {
    await finishUnlock('tab.skipped');
    return ok(null);
  },

  // An open preview promises the secret: it goes, as with a lock.
  'secret.forget': async ({ profileId }) => {
    const forgotten = await forgetSessionSecrets(profileId);
    if (forgotten.ok) await tellTabs('tab.locked');
    return forgotten;
  },
} satisfies Partial<Handlers>;
