/** The vault: the only code that touches `storage.local`, and the only writer, under one Web Lock. */
import { browser } from 'wxt/browser';
import { fail, ok, type Result } from '@/lib/result';
import { attempt } from './attempt';
import { type Codec, readableCodec, sealedCodec } from './codec';
import { type Contents, indexId, openContents, orphans, type StoredItems } from './contents';
import { headerKey, type Index, indexKey, isNewer, recordPrefix, type StoredRecord } from './format';
import { type Header, readHeader } from './header';
import { type OpenTransaction, openTransaction } from './open-transaction';
import { sessionDataKey } from './session';
import type { Snapshot, Transaction } from './transaction';

const lockName = 'latchkey-vault';

/** The vault, opened with the key of the session. */
interface OpenVault {
  stored: StoredItems;
  codec: Codec;
  contents: Contents;
}

/** What a write changes; `stored` is what it was made from. */
interface Draft {
  stored: StoredItems;
  codec: Codec;
  index: Index;
  changes: OpenTransaction['changes'];
  /** Entries beside index and records. */
  extra?: StoredItems;
}

/** Runs `work` while nothing else of Latchkey writes. */
export function underLock<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks.request(lockName, work) as Promise<T>;
}

/** Everything stored, in one read, so that a write in between cannot mix old and new. */
export async function readStored(): Promise<Result<StoredItems>> {
  const stored = await attempt(() => browser.storage.local.get(null));
  // Chromium's first read of an entry it cannot parse fails and drops that entry; the next one gives the rest.
  return stored.ok ? stored : attempt(() => browser.storage.local.get(null));
}

/** Everything stored, and the header in it; undefined when there is no vault. Fails as `readHeader` does. */
export async function readStoredVault(): Promise<Result<{ stored: StoredItems; header: Header | undefined }>> {
  const stored = await readStored();
  if (!stored.ok) return stored;
  const header = await readHeader(stored.value);
  return header.ok ? ok({ stored: stored.value, header: header.value }) : header;
}

/**
 * Gives `work` a snapshot of all records and answers with what it returns.
 * Fails with `vault-locked` (also when there is no vault yet), `vault-newer`, `vault-damaged`, `key-damaged`,
 * `kdf-out-of-bounds` or `storage-failed`.
 */
export async function readVault<T>(work: (snapshot: Snapshot) => T): Promise<Result<T>> {
  const opened = await openVault();
  return opened.ok ? ok(work(openTransaction(opened.value.contents, opened.value.codec.mode))) : opened;
}

/**
 * Gives `work` a transaction and, when it answers `ok`, writes all its changes in one call and reads them back.
 * Calls are carried out one after the other, so reading and then changing is safe; should somebody have written all
 * the same, `work` is called once more with what is there now, so it must do nothing but use its transaction. When
 * `work` fails, or the storage does, nothing has changed. Fails as `readVault` does, with `storage-full`, or with the
 * failure of `work`.
 */
export function updateVault<T>(work: (transaction: Transaction) => Result<T>): Promise<Result<T>> {
  return underLock(async () => (await tryUpdate(work)) ?? (await tryUpdate(work)) ?? fail('storage-failed'));
}

/** Opens the vault with the key of the session. Fails as `readVault` does. */
export async function openVault(): Promise<Result<OpenVault>> {
  const read = await readStoredVault();
  if (!read.ok) return read;
  const { stored, header } = read.value;
  const codec = await currentCodec(header);
  if (!codec.ok) return codec;
  const contents = await openContents(stored, codec.value);
  return contents.ok ? ok({ stored, codec: codec.value, contents: contents.value }) : contents;
}

/**
 * Writes index and changed records in one call, reads them back, and then deletes what is not listed any more. A write
 * that is cut off leaves the old state or the new one: both browsers write one call as a whole (Chromium as one LevelDB
 * batch, Firefox as one IndexedDB transaction). False: somebody else has written since `stored`, so nothing was done.
 */
export async function write({ stored, codec, index, changes, extra }: Draft): Promise<Result<boolean>> {
  const items: StoredItems = { ...extra };
  for (const [id, record] of changes) {
    if (record) items[`${recordPrefix}${id}`] = await codec.encode('record', id, record);
  }
  items[indexKey] = await codec.encode('index', indexId, index);
  const now = await attempt(() => browser.storage.local.get([headerKey, indexKey]));
  if (!now.ok) return now;
  if (!isSameVersion(stored, now.value)) return ok(false);
  const set = await attempt(() => browser.storage.local.set(items));
  if (!set.ok) return set;
  if (!(await isStored(codec, index, changes))) return fail('storage-failed');
  // What cannot be deleted now is an entry that the index does not list, and is deleted by the next write.
  await attempt(() => browser.storage.local.remove(orphans({ ...stored, ...items }, index)));
  return ok(true);
}

/** Null: overtaken by another writer. */
async function tryUpdate<T>(work: (transaction: Transaction) => Result<T>): Promise<Result<T> | null> {
  const opened = await openVault();
  if (!opened.ok) return opened;
  const { stored, codec, contents } = opened.value;
  const transaction = openTransaction(contents, codec.mode);
  const outcome = work(transaction);
  const { changes } = transaction;
  if (!outcome.ok || changes.size === 0) return outcome;
  if (putsOverNewer(stored, changes)) return fail('vault-newer');
  const written = await write({ stored, codec, index: nextIndex(contents.index, changes), changes });
  if (!written.ok) return written;
  return written.value ? outcome : null;
}

async function currentCodec(header: Header | undefined): Promise<Result<Codec>> {
  if (header === undefined) return fail('vault-locked');
  if (header.mode === 'no-secrets') return ok(readableCodec);
  const key = await sessionDataKey();
  if (!key.ok) return key;
  return key.value ? ok(sealedCodec(key.value)) : fail('vault-locked');
}

function nextIndex(index: Index, changes: OpenTransaction['changes']): Index {
  const untouched = index.records.filter(({ id }) => !changes.has(id));
  const put = [...changes].flatMap(([id, record]) => (record ? [listed(id, record)] : []));
  return { ...index, revision: index.revision + 1, records: [...untouched, ...put] };
}

function listed(id: string, { kind, revision }: StoredRecord): Index['records'][number] {
  return { id, kind, revision };
}

/** Every write changes the index, so two equal ones are the same write. */
function isSameVersion(before: StoredItems, now: StoredItems): boolean {
  return [headerKey, indexKey].every((key) => JSON.stringify(before[key]) === JSON.stringify(now[key]));
}

function putsOverNewer(stored: StoredItems, changes: OpenTransaction['changes']): boolean {
  return [...changes].some(([id, record]) => record && isNewer(stored[`${recordPrefix}${id}`]));
}

async function isStored(codec: Codec, index: Index, changes: OpenTransaction['changes']): Promise<boolean> {
  const stored = await readStored();
  const contents = stored.ok ? await openContents(stored.value, codec) : stored;
  if (!contents.ok || contents.value.index.revision !== index.revision) return false;
  return [...changes].every(([id, record]) => !record || contents.value.records.get(id)?.revision === record.revision);
}
