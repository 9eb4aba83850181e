/** The passphrase after the first unlock: asked for again before something is shown or exported, and changed. */
import { browser } from 'wxt/browser';
import { isLongEnough } from '@/lib/passphrase';
import { fail, ok, type Result } from '@/lib/result';
import { attempt } from './attempt';
import { headerKey } from './format';
import { type EncryptedHeader, unwrapDataKey, wrapDataKey } from './header';
import { sessionDataKey } from './session';
import { readStoredVault, underLock } from './store';

/**
 * Checks the passphrase and changes nothing: whoever reveals or exports secrets asks for it again. Fails with
 * `wrong-passphrase`, with `not-found` when there is no passphrase (no vault, or the mode without secrets), or as
 * `unlockVault` does.
 */
export async function verifyPassphrase(passphrase: string): Promise<Result<null>> {
  const header = await encryptedHeader();
  if (!header.ok) return header;
  const dataKey = await unwrapDataKey(header.value, passphrase);
  return dataKey.ok ? ok(null) : dataKey;
}

/**
 * Wraps the same data key with another passphrase, under a fresh salt and today's cost, in one write: a kill leaves
 * the old passphrase or the new one. The vault stays unlocked, and no record is touched. Fails with `vault-locked`,
 * `passphrase-too-short`, `storage-full`, `storage-failed`, or as `verifyPassphrase` does for the old one.
 */
export function changePassphrase(old: string, next: string): Promise<Result<null>> {
  return underLock(async () => {
    if (!isLongEnough(next)) return fail('passphrase-too-short');
    const header = await encryptedHeader();
    if (!header.ok) return header;
    const key = await sessionDataKey();
    if (!key.ok) return key;
    return key.value ? rewrap(header.value, old, next) : fail('vault-locked');
  });
}

async function rewrap(header: EncryptedHeader, old: string, next: string): Promise<Result<null>> {
  const dataKey = await unwrapDataKey(header, old);
  if (!dataKey.ok) return dataKey;
  const wrapped = await wrapDataKey(dataKey.value, next);
  return wrapped.ok ? writeHeader(wrapped.value) : wrapped;
}

async function writeHeader(header: EncryptedHeader): Promise<Result<null>> {
  const set = await attempt(() => browser.storage.local.set({ [headerKey]: header }));
  if (!set.ok) return set;
  const stored = await encryptedHeader();
  // The checksum, which `readHeader` has looked at, vouches for the rest.
  return stored.ok && stored.value.check === header.check ? ok(null) : fail('storage-failed');
}

async function encryptedHeader(): Promise<Result<EncryptedHeader>> {
  const read = await readStoredVault();
  if (!read.ok) return read;
  const { header } = read.value;
  return header?.mode === 'encrypted' ? ok(header) : fail('not-found');
}
