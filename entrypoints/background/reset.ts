/** Begins anew: nothing of the vault stays, nor of what followed from it in the browser. */
import type { Result } from '@/lib/result';
import { giveBackSites } from '@/sites/permissions';
import { resetVault } from '@/vault/reset';
import type { VaultState } from '@/vault/vault';
import { locksFollow } from './lock';

/** Fails with `storage-failed`; what was open is locked all the same, and drops what it shows. */
export async function resetAll(): Promise<Result<VaultState>> {
  const reset = await resetVault();
  if (reset.ok) await giveBackSites();
  await locksFollow();
  return reset;
}
