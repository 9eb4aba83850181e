/** What lies in the storage, opened: every record that is whole, and the ids of those that are not. */
import { fail, ok, type Result } from '@/lib/result';
import type { Codec } from './codec';
import { type Index, indexKey, indexSchema, recordPrefix, recordSchema, type StoredRecord } from './format';

export interface Contents {
  index: Index;
  records: Map<string, StoredRecord>;
  damaged: string[];
}

/** All of `storage.local`, as one read gave it. */
export type StoredItems = Record<string, unknown>;

/** The place of the index itself; no record has this field, so no record can stand in for it. */
export const indexId = 'index';

/**
 * Opens everything the index lists. A record that is missing, damaged, swapped with another one or older than the
 * index says is named in `damaged` and costs nothing else. A damaged index is `vault-damaged`.
 */
export async function openContents(stored: StoredItems, codec: Codec): Promise<Result<Contents>> {
  const index = indexSchema.safeParse(await codec.decode('index', indexId, stored[indexKey])).data;
  if (!index) return fail('vault-damaged');
  const opened = await Promise.all(
    index.records.map(async (listed) => {
      const value = await codec.decode('record', listed.id, stored[`${recordPrefix}${listed.id}`]);
      const record = recordSchema.safeParse(value).data;
      const isWhole = record?.kind === listed.kind && record.revision >= listed.revision;
      return { id: listed.id, record: isWhole ? record : undefined };
    }),
  );
  const records = new Map(opened.flatMap(({ id, record }) => (record ? [[id, record] as const] : [])));
  return ok({ index, records, damaged: opened.flatMap(({ id, record }) => (record ? [] : [id])) });
}

/** Names of stored records that the index does not list: left by a write that was cut off. */
export function orphans(stored: StoredItems, index: Index): string[] {
  const listed = new Set(index.records.map(({ id }) => `${recordPrefix}${id}`));
  return Object.keys(stored).filter((key) => key.startsWith(recordPrefix) && !listed.has(key));
}
