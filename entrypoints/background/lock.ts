/** Locks, whoever or whatever asks for it, and sees to what a lock means for open pages and Latchkey's own windows. */
import type { Result } from '@/lib/result';
import { tellScreens } from '@/messaging/client';
import { lockIfDue } from '@/vault/auto-lock';
import { lockVault, type VaultState } from '@/vault/vault';
import { sitesChanged } from './sites-changed';
import { tellTabs } from './tell-tabs';

/** The vault forgets consents and drafts with its key; everything open drops what it shows of it. */
export async function lockNow(): Promise<Result<VaultState>> {
  const locked = await lockVault();
  if (locked.ok) await locksFollow();
  return locked;
}

/** Locks when the time without use is over; what is late stays late, and is treated as locked in any case. */
export async function lockWhenDue(): Promise<void> {
  const locked = await lockIfDue();
  if (locked.ok && locked.value) await locksFollow();
}

/** What follows from a lock, or from a reset, outside the vault. */
export async function locksFollow(): Promise<void> {
  await tellTabs('tab.locked');
  tellScreens('tab.locked');
  await sitesChanged();
}
