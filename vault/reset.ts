/** The way out when the passphrase is forgotten or the key damaged: nothing of the vault stays, on disk or in memory. */
import { browser } from 'wxt/browser';
import { fail, ok, type Result } from '@/lib/result';
import { attempt } from './attempt';
import { headerKey } from './format';
import { underSessionLock } from './session';
import { readStored, underLock } from './store';
import type { VaultState } from './vault';

/**
 * Removes the vault without asking for its passphrase: the caller has had the user confirm. Also forgets what outlives
 * a lock, such as the origins that had a binding. A kill leaves the old vault, locked, or none. Fails with
 * `storage-failed`, in which case the vault is locked, and still there unless its state says `none`.
 */
export function resetVault(): Promise<Result<VaultState>> {
  return underLock(async () => {
    const forgotten = await underSessionLock(() => attempt(() => browser.storage.session.clear()));
    if (!forgotten.ok) return forgotten;
    const stored = await readStored();
    // One call, which the browsers carry out as a whole; the header goes first wherever one should not.
    const names = stored.ok ? Object.keys(stored.value).filter((name) => name !== headerKey) : [];
    const removed = await attempt(() => browser.storage.local.remove([headerKey, ...names]));
    // Chromium deletes the database files with this: a removed entry alone stays in their log for a while.
    // It also helps where the storage has no room for the note that something was removed.
    const cleared = await attempt(() => browser.storage.local.clear());
    if (!removed.ok && !cleared.ok) return cleared;
    const left = await readStored();
    return left.ok && Object.keys(left.value).length === 0 ? ok('none') : fail('storage-failed');
  });
}
