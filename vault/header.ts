/** The one readable entry of the vault: format, mode, and the data key wrapped with the passphrase. */
import * as z from 'zod/mini';
import { fail, ok, type Result } from '@/lib/result';
import type { StoredItems } from './contents';
import type { Place } from './crypto';
import { formatVersion, headerKey, indexKey, isNewer, recordPrefix, sealedSchema } from './format';
import { isWithinBounds, kdfSchema } from './kdf';
import { fillBox, isWholeBox, openBox } from './passphrase-box';

const headerSchema = z.discriminatedUnion('mode', [
  z.object({
    format: z.literal(formatVersion),
    mode: z.literal('encrypted'),
    kdf: kdfSchema,
    /** The data key, sealed with the key derived from the passphrase. */
    key: sealedSchema,
    check: z.optional(z.string()),
  }),
  z.object({ format: z.literal(formatVersion), mode: z.literal('no-secrets') }),
]);

export type Header = z.infer<typeof headerSchema>;
export type EncryptedHeader = Extract<Header, { mode: 'encrypted' }>;

const keyPlace = (format: number): Place => ({ format, id: 'vault', field: 'key' });

/**
 * The header among everything stored, or undefined when there is no vault. Fails with `vault-newer`, with
 * `kdf-out-of-bounds`, and with `key-damaged` when it is not as it was written, or gone while its records are there.
 */
export async function readHeader(stored: StoredItems): Promise<Result<Header | undefined>> {
  const item = stored[headerKey];
  if (item === undefined) return holdsEntries(stored) ? fail('key-damaged') : ok(undefined);
  if (isNewer(item)) return fail('vault-newer');
  const header = headerSchema.safeParse(item).data;
  if (!header) return fail('key-damaged');
  if (header.mode === 'no-secrets') return ok(header);
  if (!isWithinBounds(header.kdf)) return fail('kdf-out-of-bounds');
  return (await isWholeBox(boxOf(header))) ? ok(header) : fail('key-damaged');
}

/** Wraps the data key under a fresh salt and today's cost. Fails with `key-not-derived`. */
export async function wrapDataKey(
  dataKey: Uint8Array<ArrayBuffer>,
  passphrase: string,
): Promise<Result<EncryptedHeader>> {
  const box = await fillBox(passphrase, keyPlace(formatVersion), dataKey);
  if (!box.ok) return box;
  const { kdf, sealed, check } = box.value;
  return ok({ format: formatVersion, mode: 'encrypted', kdf, key: sealed, check });
}

/** Fails with `wrong-passphrase` or `key-not-derived`. The header has been read by `readHeader`. */
export function unwrapDataKey(header: EncryptedHeader, passphrase: string): Promise<Result<Uint8Array<ArrayBuffer>>> {
  return openBox(passphrase, keyPlace(header.format), boxOf(header));
}

function boxOf({ kdf, key, check }: EncryptedHeader) {
  return { kdf, sealed: key, check };
}

function holdsEntries(stored: StoredItems): boolean {
  return Object.keys(stored).some((name) => name === indexKey || name.startsWith(recordPrefix));
}
