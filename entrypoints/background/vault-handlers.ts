/** Answers the messages about the vault itself, and sees to what an unlock means for open pages. */
import { ok } from '@/lib/result';
import type { Handlers } from '@/messaging/registry';
import { changeAutoLock, readAutoLock } from '@/vault/auto-lock';
import { changePassphrase } from '@/vault/passphrase';
import { createVault, unlockVault, vaultState, vaultTrouble } from '@/vault/vault';
import { goOnWithWhole, lookForDamage } from './damage';
import { lockNow } from './lock';
import { resetAll } from './reset';
import { sitesChanged } from './sites-changed';
import { finishUnlock } from './unlock-window';

export const vaultHandlers = {
  'vault.status': async () => {
    const state = await vaultState();
    const trouble = state === 'locked' ? await vaultTrouble() : undefined;
    return { state, ...(trouble && { trouble }) };
  },

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

  'vault.changePassphrase': ({ current, next }) => changePassphrase(current, next),

  'vault.reset': async () => {
    const reset = await resetAll();
    return reset.ok ? ok({ state: reset.value }) : reset;
  },

  'vault.readAutoLock': () => readAutoLock(),

  'vault.changeAutoLock': async (autoLock) => {
    const changed = await changeAutoLock(autoLock);
    return changed.ok ? ok(null) : changed;
  },

  'vault.damage': () => lookForDamage(),

  'vault.goOn': async () => {
    const gone = await goOnWithWhole();
    if (gone.ok) await sitesChanged();
    return gone;
  },
} satisfies Partial<Handlers>;
