/** A transaction over opened contents: collects changes in memory, for the store to write as a whole. */
import type { Contents } from './contents';
import type { StoredRecord } from './format';
import type { RecordKind } from './record-kind';
import type { Transaction, VaultMode } from './transaction';

export interface OpenTransaction extends Transaction {
  /** Everything changed so far, by id; undefined is a removal. */
  readonly changes: ReadonlyMap<string, StoredRecord | undefined>;
}

/** Works on a copy: `contents` stays as it is. In the mode without secrets they are taken out of every `put`. */
export function openTransaction(contents: Contents, mode: VaultMode): OpenTransaction {
  const records = new Map(contents.records);
  const damaged = new Set(contents.damaged);
  const changes = new Map<string, StoredRecord | undefined>();
  const revision = contents.index.revision + 1;

  function find<T extends { id: string }>(kind: RecordKind<T>, id: string): T | undefined {
    const record = records.get(id);
    if (record?.kind !== kind.name) return undefined;
    const value = kind.parse(record.data);
    if (!value) damaged.add(id);
    return value;
  }

  return {
    mode,
    changes,
    find,
    has: (id) => records.has(id) || damaged.has(id),
    list: (kind) => [...records.keys()].flatMap((id) => find(kind, id) ?? []),
    damaged: () => [...damaged],
    put(kind, value) {
      const data = mode === 'encrypted' ? whole(kind, value) : withoutSecrets(kind, value);
      const record = { kind: kind.name, revision, data };
      records.set(value.id, record);
      changes.set(value.id, record);
      damaged.delete(value.id);
    },
    remove(id) {
      records.delete(id);
      changes.set(id, undefined);
      damaged.delete(id);
    },
  };
}

/** The record as its kind describes it: fields it does not know are not written, whatever the caller hands in. */
function whole<T extends { id: string }>(kind: RecordKind<T>, value: T): T {
  const parsed = kind.parse(value);
  if (!parsed) throw new Error(`not a record of the kind ${kind.name}`);
  return parsed;
}

function withoutSecrets<T extends { id: string }>(kind: RecordKind<T>, value: T): unknown {
  const entries = Object.entries(whole(kind, value));
  return Object.fromEntries(entries.filter(([name]) => !kind.secretFields.includes(name)));
}
