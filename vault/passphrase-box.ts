/** Bytes locked up with a passphrase: the vault's data key, or the content of an export file. */
import { fail, ok, type Result } from '@/lib/result';
import { checksum, deriveKey, newKdf, open, type Place, seal } from './crypto';
import type { Sealed } from './format';
import type { Kdf } from './kdf';

export interface Box {
  kdf: Kdf;
  sealed: Sealed;
  /** Over the rest: without it, damage could not be told from a wrong passphrase. Vaults of the first days lack it. */
  check?: string | undefined;
}

/** Locks `bytes` up under a fresh salt and today's cost. Fails with `key-not-derived`. */
export async function fillBox(
  passphrase: string,
  place: Place,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Result<Box & { check: string }>> {
  const kdf = newKdf();
  const key = await deriveKey(passphrase, kdf);
  if (!key.ok) return key;
  const sealed = await seal(key.value, place, bytes);
  return ok({ kdf, sealed, check: await checkOf({ kdf, sealed }) });
}

/** Fails with `wrong-passphrase`, `kdf-out-of-bounds` or `key-not-derived`; look whether the box is whole before. */
export async function openBox(passphrase: string, place: Place, box: Box): Promise<Result<Uint8Array<ArrayBuffer>>> {
  // hash-wasm throws for an empty password.
  if (passphrase === '') return fail('wrong-passphrase');
  const key = await deriveKey(passphrase, box.kdf);
  if (!key.ok) return key;
  const bytes = await open(key.value, place, box.sealed);
  return bytes ? ok(bytes) : fail('wrong-passphrase');
}

/** False when anything in the box is not as it was written; needs no passphrase. */
export async function isWholeBox(box: Box): Promise<boolean> {
  return box.check === undefined || box.check === (await checkOf(box));
}

/** Member by member: Chromium's storage hands objects back with their keys in another order. */
function checkOf({ kdf, sealed }: Box): Promise<string> {
  const { name, memoryKiB, passes, lanes, salt } = kdf;
  return checksum(JSON.stringify([name, memoryKiB, passes, lanes, salt, sealed.iv, sealed.data]));
}
