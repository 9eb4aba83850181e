/** Answers the messages about the vault itself, and sees to what a lock or an unlock means for open pages. */
import { ok } from '@/lib/result';
import type { Handlers } from '@/messaging/registry';
import { createVault, lockVault, unlockVault, vaultState } from '@/vault/vault';
import { sitesChanged } from './sites-changed';
import { tellTabs } from './tell-tabs';
import { finishUnlock } from './unlock-window';

export const vaultHandlers = {
  'vault.status': async () => ({ state: await vaultState() }),

  'vault.create': async (data) => {
    const created = await createVault(data);
    return created.ok ? ok({ state: created.value }) : created;
  },

  'vault.unlock': async ({ passphrase }) => {
    const unlocked = await unlockVault(passphrase);
    if (!unlocked.ok) return unlocked;
    await sitesChanged();
    await finishUnlock();
    return ok({ state: unlocked.value });
  },

  // The vault forgets consents and drafts with its key; open pages drop what they show of it.
  'vault.lock': async () => {
    const locked = await lockVault();
    if (!locked.ok) return locked;
    await tellTabs('tab.locked');
    await sitesChanged();
    return ok({ state: locked.value });
  },
} satisfies Partial<Handlers>;
