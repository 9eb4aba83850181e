/** The vault: the only code that touches `storage.local`, and the only writer, under one Web Lock. */
import { browser } from 'wxt/browser';
import { fail, ok, type Result } from '@/lib/result';
import { attempt } from './attempt';
import { type Codec, readableCodec, sealedCodec } from './codec';
import { indexId, openContents, orphans, type StoredItems } from './contents';
import { headerKey, headerSchema, type Index, indexKey, recordPrefix, type StoredRecord } from './format';
import { type OpenTransaction, openTransaction } from './open-transaction';
import { sessionDataKey } from './session';
import type { Snapshot, Transaction } from './transaction';

const lockName = 'latchkey-vault';

/** Runs `work` while nothing else of Latchkey writes. */
export function underLock<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks.request(lockName, work) as Promise<T>;
}

/** Everything stored, in one read, so that a write in between cannot mix old and new. */
export function readStored(): Promise<Result<StoredItems>> {
  return attempt(() => browser.storage.local.get(null));
}

/**
 * Gives `work` a snapshot of all records and answers with what it returns.
 * Fails with `vault-locked` (also when there is no vault yet), `vault-damaged` or `storage-failed`.
 */
export async function readVault<T>(work: (snapshot: Snapshot) => T): Promise<Result<T>> {
  const opened = await openStored();
  return opened.ok ? ok(work(opened.value.transaction)) : opened;
}

/**
 * Gives `work` a transaction and, when it answers `ok`, writes all its changes in one call and reads them back.
 * Calls are carried out one after the other, so reading and then changing is safe. When `work` fails, or the storage
 * does, nothing has changed. Fails as `readVault` does, or with the failure of `work`.
 */
export function updateVault<T>(work: (transaction: Transaction) => Result<T>): Promise<Result<T>> {
  return underLock(async () => {
    const opened = await openStored();
    if (!opened.ok) return opened;
    const { stored, codec, index, transaction } = opened.value;
    const outcome = work(transaction);
    if (!outcome.ok || transaction.changes.size === 0) return outcome;
    const written = await write(codec, nextIndex(index, transaction.changes), transaction.changes, stored);
    return written.ok ? outcome : written;
  });
}

/**
 * Writes index and changed records with `extra` in one call, reads them back, and then deletes what is not listed any
 * more. A write that is cut off leaves the old state or the new one.
 */
export async function write(
  codec: Codec,
  index: Index,
  changes: OpenTransaction['changes'],
  stored: StoredItems,
  extra: StoredItems = {},
): Promise<Result<null>> {
  const items: StoredItems = { ...extra };
  for (const [id, record] of changes) {
    if (record) items[`${recordPrefix}${id}`] = await codec.encode('record', id, record);
  }
  items[indexKey] = await codec.encode('index', indexId, index);
  const set = await attempt(() => browser.storage.local.set(items));
  if (!set.ok) return set;
  if (!(await isStored(codec, index, changes))) return fail('storage-failed');
  // What cannot be deleted now is ciphertext without an entry in the index, and is deleted by the next write.
  await attempt(() => browser.storage.local.remove(orphans({ ...stored, ...items }, index)));
  return ok(null);
}

async function openStored(): Promise<
  Result<{ stored: StoredItems; codec: Codec; index: Index; transaction: OpenTransaction }>
> {
  const stored = await readStored();
  if (!stored.ok) return stored;
  const codec = await currentCodec(stored.value[headerKey]);
  if (!codec.ok) return codec;
  const contents = await openContents(stored.value, codec.value);
  if (!contents.ok) return contents;
  return ok({
    stored: stored.value,
    codec: codec.value,
    index: contents.value.index,
    transaction: openTransaction(contents.value, codec.value.mode),
  });
}

async function currentCodec(storedHeader: unknown): Promise<Result<Codec>> {
  if (storedHeader === undefined) return fail('vault-locked');
  const header = headerSchema.safeParse(storedHeader).data;
  if (!header) return fail('vault-damaged');
  if (header.mode === 'no-secrets') return ok(readableCodec);
  const key = await attempt(sessionDataKey);
  if (!key.ok) return key;
  return key.value ? ok(sealedCodec(key.value)) : fail('vault-locked');
}

function nextIndex(index: Index, changes: OpenTransaction['changes']): Index {
  const untouched = index.records.filter(({ id }) => !changes.has(id));
  const put = [...changes].flatMap(([id, record]) => (record ? [listed(id, record)] : []));
  return { revision: index.revision + 1, records: [...untouched, ...put] };
}

function listed(id: string, { kind, revision }: StoredRecord): Index['records'][number] {
  return { id, kind, revision };
}

async function isStored(codec: Codec, index: Index, changes: OpenTransaction['changes']): Promise<boolean> {
  const stored = await readStored();
  const contents = stored.ok ? await openContents(stored.value, codec) : stored;
  if (!contents.ok || contents.value.index.revision !== index.revision) return false;
  return [...changes].every(([id, record]) => !record || contents.value.records.get(id)?.revision === record.revision);
}
