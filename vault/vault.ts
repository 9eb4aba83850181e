/** Opening and shutting the vault: set-up, unlock, lock, and how it stands. */
import { isLongEnough } from '@/lib/passphrase';
import { fail, ok, type Result } from '@/lib/result';
import { attempt } from './attempt';
import { type Codec, readableCodec, sealedCodec } from './codec';
import { openContents } from './contents';
import { deriveKey, importKey, newDataKey, newKdf, open, seal } from './crypto';
import { formatVersion, type Header, headerKey, headerSchema, type Index } from './format';
import { endSession, sessionDataKey, startSession } from './session';
import { readStored, underLock, write } from './store';

/** none: not set up. open: the mode without secrets, which has nothing to unlock. */
export type VaultState = 'none' | 'locked' | 'unlocked' | 'open';

const keyPlace = { format: formatVersion, id: 'vault', field: 'key' };
const emptyIndex: Index = { revision: 0, records: [] };

/** How the vault stands. A header that can't be read counts as locked, so that nobody is led to write over it. */
export async function vaultState(): Promise<VaultState> {
  const stored = await readStored();
  const header = stored.ok ? stored.value[headerKey] : null;
  if (header === undefined) return 'none';
  if (headerSchema.safeParse(header).data?.mode === 'no-secrets') return 'open';
  const key = await attempt(sessionDataKey);
  return key.ok && key.value ? 'unlocked' : 'locked';
}

/**
 * Sets the vault up, with a passphrase of at least twelve characters (and leaves it unlocked) or in the mode that
 * keeps no secrets. Fails with `vault-exists`, `passphrase-too-short` or `storage-failed`.
 */
export function createVault(
  choice: { mode: 'encrypted'; passphrase: string } | { mode: 'no-secrets' },
): Promise<Result<VaultState>> {
  return underLock(async () => {
    const stored = await readStored();
    if (!stored.ok) return stored;
    if (stored.value[headerKey] !== undefined) return fail('vault-exists');
    return choice.mode === 'encrypted' ? createEncrypted(choice.passphrase) : createReadable();
  });
}

/**
 * Unlocks the vault until `lockVault` or the end of the browser session. Fails with `wrong-passphrase`, `not-found`
 * (no vault), `vault-damaged` (also for parameters out of bounds and newer formats) or `storage-failed`.
 */
export async function unlockVault(passphrase: string): Promise<Result<VaultState>> {
  const stored = await readStored();
  if (!stored.ok) return stored;
  if (stored.value[headerKey] === undefined) return fail('not-found');
  const header = headerSchema.safeParse(stored.value[headerKey]).data;
  if (!header) return fail('vault-damaged');
  if (header.mode === 'no-secrets') return ok('open');
  const dataKey = await open(await deriveKey(passphrase, header.kdf), keyPlace, header.key);
  if (!dataKey) return fail('wrong-passphrase');
  const contents = await openContents(stored.value, sealedCodec(await importKey(dataKey)));
  if (!contents.ok) return contents;
  const started = await startSession(dataKey);
  return started.ok ? ok('unlocked') : started;
}

/** Locks: forgets the data key, drafts, consents and what can be undone. Waits for a write that is under way. */
export function lockVault(): Promise<Result<VaultState>> {
  return underLock(async () => {
    const ended = await endSession();
    return ended.ok ? ok(await vaultState()) : ended;
  });
}

async function createEncrypted(passphrase: string): Promise<Result<VaultState>> {
  if (!isLongEnough(passphrase)) return fail('passphrase-too-short');
  const kdf = newKdf();
  const dataKey = newDataKey();
  const key = await seal(await deriveKey(passphrase, kdf), keyPlace, dataKey);
  const header: Header = { format: formatVersion, mode: 'encrypted', kdf, key };
  const written = await writeEmpty(header, sealedCodec(await importKey(dataKey)));
  if (!written.ok) return written;
  const started = await startSession(dataKey);
  return started.ok ? ok('unlocked') : started;
}

async function createReadable(): Promise<Result<VaultState>> {
  const written = await writeEmpty({ format: formatVersion, mode: 'no-secrets' }, readableCodec);
  return written.ok ? ok('open') : written;
}

function writeEmpty(header: Header, codec: Codec): Promise<Result<null>> {
  return write(codec, emptyIndex, new Map(), {}, { [headerKey]: header });
}
