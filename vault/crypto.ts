/** Everything cryptographic in the vault: passphrase to key, sealing and opening. Nothing else in Latchkey encrypts. */
import { argon2id } from 'hash-wasm';
import { normalisePassphrase } from '@/lib/passphrase';
import { fail, ok, type Result } from '@/lib/result';
import { fromBase64, toBase64 } from './base64';
import type { Sealed } from './format';
import { isWithinBounds, type Kdf } from './kdf';

/** Where a sealed value belongs; authenticated with it, so that two values cannot be swapped. */
export interface Place {
  format: number;
  id: string;
  field: string;
}

const keyBytes = 32;
const saltBytes = 16;
/** 96 bits, as GCM wants it (NIST SP 800-38D 8.2). */
const ivBytes = 12;

/** The cost for new vaults and files, with a fresh salt: Argon2id, 47,104 KiB, 2 passes, 1 lane (security sheet 4.2). */
export function newKdf(): Kdf {
  return {
    name: 'argon2id',
    memoryKiB: 47_104,
    passes: 2,
    lanes: 1,
    salt: toBase64(randomBytes(saltBytes)),
  };
}

/** A random 256-bit data key. */
export function newDataKey(): Uint8Array<ArrayBuffer> {
  return randomBytes(keyBytes);
}

/**
 * The key a passphrase stands for. Fails with `kdf-out-of-bounds` before anything is computed, and with
 * `key-not-derived` when the browser has not the memory it takes (hash-wasm throws a RangeError then).
 */
export async function deriveKey(passphrase: string, kdf: Kdf): Promise<Result<CryptoKey>> {
  if (!isWithinBounds(kdf)) return fail('kdf-out-of-bounds');
  const password = new TextEncoder().encode(normalisePassphrase(passphrase));
  const salt = fromBase64(kdf.salt) ?? new Uint8Array();
  try {
    const hash = await argon2id({
      password,
      salt,
      memorySize: kdf.memoryKiB,
      iterations: kdf.passes,
      parallelism: kdf.lanes,
      hashLength: keyBytes,
      outputType: 'binary',
    });
    return ok(await importKey(Uint8Array.from(hash)));
  } catch {
    return fail('key-not-derived');
  }
}

/** An AES-256-GCM key from its 32 bytes; cannot be exported again. */
export function importKey(bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/** Encrypts `bytes` for one place, with a fresh IV. */
export async function seal(key: CryptoKey, place: Place, bytes: Uint8Array<ArrayBuffer>): Promise<Sealed> {
  const iv = randomBytes(ivBytes);
  const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: placeBytes(place) }, key, bytes);
  return { iv: toBase64(iv), data: toBase64(new Uint8Array(data)) };
}

/** Decrypts, or undefined when key, place or a single bit is wrong. */
export async function open(key: CryptoKey, place: Place, sealed: Sealed): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const iv = fromBase64(sealed.iv);
  const data = fromBase64(sealed.data);
  if (!iv || !data) return undefined;
  try {
    const algorithm = { name: 'AES-GCM', iv, additionalData: placeBytes(place) };
    return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, data));
  } catch {
    // WebCrypto says the same `OperationError` for a wrong key, a wrong place and damaged data, and no more.
    return undefined;
  }
}

/** SHA-256 in base64, for finding damage by accident. Anybody can compute it: it proves nothing about who wrote. */
export async function checksum(text: string): Promise<string> {
  return toBase64(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))));
}

function placeBytes({ format, id, field }: Place): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify([format, id, field]));
}

function randomBytes(length: number): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(length));
}
