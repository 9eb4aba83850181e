/** The stored shape of the vault, its version, and the way from every older version to this one. */
import * as z from 'zod/mini';

/** Version of what is written now. Every version keeps its sample in `tests/unit/vault/samples` for ever. */
export const formatVersion = 1;

/** Keys in `storage.local`: the header, the index and one entry per record. */
export const headerKey = 'vault';
export const indexKey = 'index';
export const recordPrefix = 'record:';

const text = z.string();
const count = z.int().check(z.nonnegative());

/** Bounds of security sheet 4.2: below is a downgrade (OWASP's minimum), above a denial of service. */
const memoryKiB = z.int().check(z.gte(19_456), z.lte(1_048_576));
const passes = z.int().check(z.gte(2), z.lte(10));
const lanes = z.int().check(z.gte(1), z.lte(16));

const kdfSchema = z.object({
  name: z.literal('argon2id'),
  memoryKiB,
  passes,
  lanes,
  /** 16 bytes in base64. */
  salt: text.check(z.length(24)),
});

/** AES-256-GCM: a 96-bit IV, fresh for every write, and ciphertext with its 128-bit tag, both in base64. */
const sealedSchema = z.object({ iv: text.check(z.length(16)), data: text });

export const headerSchema = z.discriminatedUnion('mode', [
  z.object({
    format: z.literal(formatVersion),
    mode: z.literal('encrypted'),
    kdf: kdfSchema,
    /** The data key, sealed with the key derived from the passphrase. */
    key: sealedSchema,
  }),
  z.object({ format: z.literal(formatVersion), mode: z.literal('no-secrets') }),
]);

const version = z.int().check(z.gte(1), z.lte(formatVersion));

/** A stored value: sealed, or readable in the mode that keeps no secrets. */
export const entrySchema = z.union([
  z.object({ format: version, sealed: sealedSchema }),
  z.object({ format: version, readable: z.unknown() }),
]);

/** Which records there are. The revision rises by one with every write of the vault. */
export const indexSchema = z.object({
  revision: count,
  records: z.array(z.object({ id: text, kind: text, revision: count })),
});

/** One record: its kind, the revision of the vault that wrote it, and what the caller stored. */
export const recordSchema = z.object({ kind: text, revision: count, data: z.unknown() });

export type Kdf = z.infer<typeof kdfSchema>;
export type Sealed = z.infer<typeof sealedSchema>;
export type Header = z.infer<typeof headerSchema>;
export type Entry = z.infer<typeof entrySchema>;
export type Index = z.infer<typeof indexSchema>;
export type StoredRecord = z.infer<typeof recordSchema>;

/** Makes an opened entry of version n one of version n + 1; `field` says whether it is the index or a record. */
export type Migration = (field: 'index' | 'record', value: unknown) => unknown;

/** The migration at place n - 1 leads from version n to n + 1. */
const migrations: readonly Migration[] = [];

/** Brings an opened entry from the version it was written in to this one. Entries are rewritten at their next change. */
export function migrate(
  field: 'index' | 'record',
  value: unknown,
  from: number,
  steps: readonly Migration[] = migrations,
): unknown {
  return steps.slice(from - 1).reduce((current, step) => step(field, current), value);
}
