/** The stored shape of the vault's entries, its version, and the way from every older version to this one. */
import * as z from 'zod/mini';

/** Version of what is written now. Every version keeps its sample in `tests/unit/vault/samples` for ever. */
export const formatVersion = 1;

/** Keys in `storage.local`: the header, the index and one entry per record. */
export const headerKey = 'vault';
export const indexKey = 'index';
export const recordPrefix = 'record:';

const text = z.string();
const count = z.int().check(z.nonnegative());

/** AES-256-GCM: a 96-bit IV, fresh for every write, and ciphertext with its 128-bit tag, both in base64. */
export const sealedSchema = z.object({ iv: text.check(z.length(16)), data: text });

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
  /** The first index was damaged, this one was made from the records, and the user has not been told yet. */
  rebuilt: z.optional(z.literal(true)),
});

/** One record: its kind, the revision of the vault that wrote it, and what the caller stored. */
export const recordSchema = z.object({ kind: text, revision: count, data: z.unknown() });

export type Sealed = z.infer<typeof sealedSchema>;
export type Entry = z.infer<typeof entrySchema>;
export type Index = z.infer<typeof indexSchema>;
export type StoredRecord = z.infer<typeof recordSchema>;

const newerSchema = z.object({ format: z.int().check(z.gt(formatVersion)) });

/** Written by a later Latchkey: to be kept as it is, and neither read nor written over. */
export function isNewer(stored: unknown): boolean {
  return newerSchema.safeParse(stored).success;
}

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
