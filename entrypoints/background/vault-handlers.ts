/** Answers the messages about the vault itself, and sees to what a lock or an unlock means for open pages. */
import { ok } from '@/lib/result';
import type { Handlers } from '@/messaging/registry';
import { createVault, unlockVault, vaultState } from '@/vault/vault';
import { lockNow } from './lock';
import { sitesChanged } from './sites-changed';
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

  'vault.lock': async () => {
    const locked = await lockNow();
    return locked.ok ? ok({ state: locked.value }) : locked;
  },
} satisfies Partial<Handlers>;
