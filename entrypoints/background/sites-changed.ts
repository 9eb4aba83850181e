/** Brings everything that follows from the bindings up to date: registered scripts, kept origins, open pages. */
import { boundOrigins } from '@/sites/bindings';
import { keepBoundOrigins } from '@/sites/known-origins';
import { reconcile } from '@/sites/registration';
import { readVault } from '@/vault/store';
import { vaultState } from '@/vault/vault';
import { tellTabs } from './tell-tabs';

let last: Promise<void> = Promise.resolve();

/**
 * To be called after bindings, permissions or the lock have changed, and at every start. While the vault is locked the
 * bindings can't be read: then only scripts without a permission go, and the kept origins stay. One call after the
 * other, so that the last one sees, and leaves behind, the newest state.
 */
export function sitesChanged(): Promise<void> {
  last = last.then(bringUpToDate, bringUpToDate);
  return last;
}

async function bringUpToDate(): Promise<void> {
  const bound = await knownBoundOrigins();
  if (bound) await keepBoundOrigins(bound);
  await reconcile(bound);
  await tellTabs('tab.refresh');
}

/** None without a vault, as after a reset; undefined while they cannot be read. */
async function knownBoundOrigins(): Promise<string[] | undefined> {
  const bound = await readVault(boundOrigins);
  if (bound.ok) return bound.value;
  return (await vaultState()) === 'none' ? [] : undefined;
}
