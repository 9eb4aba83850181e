/** Opening and shutting the vault: set-up, unlock, lock, and how it stands. */
import { isLongEnough } from '@/lib/passphrase';
import { type Failure, fail, ok, type Result } from '@/lib/result';
import { autoLockOf, defaultAutoLock } from './auto-lock-setting';
import { type Codec, readableCodec, sealedCodec } from './codec';
import { openContents, type StoredItems } from './contents';
import { importKey, newDataKey } from './crypto';
import { formatVersion, headerKey, type Index, indexKey, isNewer } from './format';
import { type Header, readHeader, unwrapDataKey, wrapDataKey } from './header';
import { openTransaction } from './open-transaction';
import { endSession, sessionDataKey, startSession } from './session';
import { readStored, readStoredVault, underLock, write } from './store';

/** none: not set up. open: the mode without secrets, which has nothing to unlock. */
export type VaultState = 'none' | 'locked' | 'unlocked' | 'open';

const emptyIndex: Index = { revision: 0, records: [] };

/** How the vault stands. What can't be read counts as locked, so that nobody is led to write over it. */
export async function vaultState(): Promise<VaultState> {
  const read = await readStoredVault();
  if (!read.ok) return 'locked';
  const { header } = read.value;
  if (header === undefined) return 'none';
  if (header.mode === 'no-secrets') return 'open';
  const key = await sessionDataKey();
  return key.ok && key.value ? 'unlocked' : 'locked';
}

/**
 * Why no passphrase will open the vault, as far as that can be seen without one: `key-damaged`, `kdf-out-of-bounds`,
 * `vault-newer` or `storage-failed`. Undefined when nothing is known to be wrong.
 */
export async function vaultTrouble(): Promise<Failure | undefined> {
  const read = await readStoredVault();
  if (!read.ok) return read.failure;
  return isNewer(read.value.stored[indexKey]) ? { kind: 'vault-newer' } : undefined;
}

/**
 * Sets the vault up, with a passphrase of at least twelve characters (and leaves it unlocked) or in the mode that
 * keeps no secrets. Fails with `vault-exists` (also when only a damaged one does), `passphrase-too-short`,
 * `key-not-derived`, `storage-full` or `storage-failed`.
 */
export function createVault(
  choice: { mode: 'encrypted'; passphrase: string } | { mode: 'no-secrets' },
): Promise<Result<VaultState>> {
  return underLock(async () => {
    const stored = await readStored();
    if (!stored.ok) return stored;
    const header = await readHeader(stored.value);
    if (!header.ok || header.value) return fail('vault-exists');
    return choice.mode === 'encrypted' ? createEncrypted(choice.passphrase) : createReadable();
  });
}

/**
 * Unlocks the vault until `lockVault`, its automatic lock or the end of the browser session. Fails with
 * `wrong-passphrase`, `not-found` (no vault), `key-damaged`, `kdf-out-of-bounds`, `key-not-derived`, `vault-newer`,
 * `vault-damaged` or `storage-failed`.
 */
export function unlockVault(passphrase: string): Promise<Result<VaultState>> {
  // Under the lock, so that no reset comes between the check of the passphrase and the start of the session.
  return underLock(async () => {
    const read = await readStoredVault();
    if (!read.ok) return read;
    const { stored, header } = read.value;
    if (header === undefined) return fail('not-found');
    if (header.mode === 'no-secrets') return ok('open');
    const dataKey = await unwrapDataKey(header, passphrase);
    return dataKey.ok ? unlockWith(dataKey.value, stored) : dataKey;
  });
}

/** Locks: forgets the data key, drafts, consents and what can be undone. Waits for a write that is under way. */
export function lockVault(): Promise<Result<VaultState>> {
  return underLock(async () => {
    const ended = await endSession();
    return ended.ok ? ok(await vaultState()) : ended;
  });
}

async function unlockWith(dataKey: Uint8Array<ArrayBuffer>, stored: StoredItems): Promise<Result<VaultState>> {
  const contents = await openContents(stored, sealedCodec(await importKey(dataKey)));
  if (!contents.ok) return contents;
  const started = await startSession(dataKey, autoLockOf(openTransaction(contents.value, 'encrypted')));
  return started.ok ? ok('unlocked') : started;
}

async function createEncrypted(passphrase: string): Promise<Result<VaultState>> {
  if (!isLongEnough(passphrase)) return fail('passphrase-too-short');
  const dataKey = newDataKey();
  const header = await wrapDataKey(dataKey, passphrase);
  if (!header.ok) return header;
  const written = await writeEmpty(header.value, sealedCodec(await importKey(dataKey)));
  if (!written.ok) return written;
  const started = await startSession(dataKey, defaultAutoLock);
  return started.ok ? ok('unlocked') : started;
}

async function createReadable(): Promise<Result<VaultState>> {
  const written = await writeEmpty({ format: formatVersion, mode: 'no-secrets' }, readableCodec);
  return written.ok ? ok('open') : written;
}

async function writeEmpty(header: Header, codec: Codec): Promise<Result<null>> {
  const extra = { [headerKey]: header };
  const written = await write({ stored: {}, codec, index: emptyIndex, changes: new Map(), extra });
  if (!written.ok) return written;
  return written.value ? ok(null) : fail('vault-exists');
}
