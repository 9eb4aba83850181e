/** What lies in the storage, opened: every record that is whole, and the ids of those that are not. */
import { fail, ok, type Result } from '@/lib/result';
import type { Codec } from './codec';
import { type Index, indexKey, indexSchema, isNewer, recordPrefix, recordSchema, type StoredRecord } from './format';

export interface Contents {
  index: Index;
  records: Map<string, StoredRecord>;
  damaged: string[];
}

/** All of `storage.local`, as one read gave it. */
export type StoredItems = Record<string, unknown>;

/** The place of the index itself; no record has this field, so no record can stand in for it. */
export const indexId = 'index';

/** The kind in a rebuilt index of a record that can't be read; should it ever be readable, it may be any. */
const unknownKind = '';

/**
 * Opens everything the index lists. A record that is missing, damaged, swapped with another one or older than the
 * index says is named in `damaged` and costs nothing else. A damaged index is made anew from the records, and says so
 * in `index.rebuilt`. Fails with `vault-newer`, and with `vault-damaged` when neither index nor any record can be read.
 */
export async function openContents(stored: StoredItems, codec: Codec): Promise<Result<Contents>> {
  // Never rebuilt: it would be written over, and the later Latchkey's list with it.
  if (isNewer(stored[indexKey])) return fail('vault-newer');
  const whole = indexSchema.safeParse(await codec.decode('index', indexId, stored[indexKey])).data;
  const index = whole ?? (await rebuildIndex(stored, codec));
  if (!index) return fail('vault-damaged');
  const opened = await Promise.all(
    index.records.map(async (listed) => {
      const record = await openRecord(listed.id, stored, codec);
      const isItsKind = listed.kind === unknownKind || record?.kind === listed.kind;
      const isWhole = record !== undefined && isItsKind && record.revision >= listed.revision;
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

/**
 * The index as far as the records tell it: what cannot be read is listed, too, so that nothing deletes it. A removed
 * record whose deletion was cut off, or an older copy put in place, comes back: that is why the user is told.
 */
async function rebuildIndex(stored: StoredItems, codec: Codec): Promise<Index | undefined> {
  const ids = Object.keys(stored)
    .filter((key) => key.startsWith(recordPrefix))
    .map((key) => key.slice(recordPrefix.length));
  const records = await Promise.all(
    ids.map(async (id) => {
      const record = await openRecord(id, stored, codec);
      return { id, kind: record?.kind ?? unknownKind, revision: record?.revision ?? 0 };
    }),
  );
  // Nothing that can be read: then the key may be the wrong one, and what it would write could not be read again.
  if (records.every(({ kind }) => kind === unknownKind)) return undefined;
  records.sort((a, b) => a.revision - b.revision);
  return { revision: Math.max(...records.map(({ revision }) => revision)), records, rebuilt: true };
}

async function openRecord(id: string, stored: StoredItems, codec: Codec): Promise<StoredRecord | undefined> {
  return recordSchema.safeParse(await codec.decode('record', id, stored[`${recordPrefix}${id}`])).data;
}
