/** What the vault holds record by record: what can be read, what is damaged, what can still be exported. */
import { fail, ok, type Result } from '@/lib/result';
import { isNewer, recordPrefix } from './format';
import type { RecordKind } from './record-kind';
import { openVault, underLock, write } from './store';
import type { VaultMode } from './transaction';

interface InventoryEntry {
  id: string;
  /** Undefined when nothing that can be read tells it. */
  kind: string | undefined;
  /** newer: written by a later Latchkey, and kept for it. */
  state: 'whole' | 'damaged' | 'newer';
  /** Whole, and of a kind that was asked about. */
  canBeExported: boolean;
}

export interface Inventory {
  mode: VaultMode;
  /** The list of records was damaged and made anew: removed records may be back. Until `acceptRebuiltIndex`. */
  isIndexRebuilt: boolean;
  entries: InventoryEntry[];
}

/**
 * Looks at every record; those of the given kinds also have to be what their kind says. Damaged ones can be removed
 * with `transaction.remove`. Fails as `readVault` does.
 */
export async function takeInventory(kinds: readonly RecordKind<{ id: string }>[]): Promise<Result<Inventory>> {
  const opened = await openVault();
  if (!opened.ok) return opened;
  const { stored, codec, contents } = opened.value;
  const entries = contents.index.records.map((listed): InventoryEntry => {
    const record = contents.records.get(listed.id);
    const kind = record?.kind ?? listed.kind;
    const known = kinds.find(({ name }) => name === kind);
    const isWhole = record !== undefined && (known === undefined || known.parse(record.data) !== undefined);
    const broken = isNewer(stored[`${recordPrefix}${listed.id}`]) ? 'newer' : 'damaged';
    return {
      id: listed.id,
      kind: kind === '' ? undefined : kind,
      state: isWhole ? 'whole' : broken,
      canBeExported: isWhole && known !== undefined,
    };
  });
  return ok({ mode: codec.mode, isIndexRebuilt: contents.index.rebuilt === true, entries });
}

/** The user has seen that the list was rebuilt and keeps what came back. Fails as `updateVault` does. */
export function acceptRebuiltIndex(): Promise<Result<null>> {
  return underLock(async () => {
    const opened = await openVault();
    if (!opened.ok) return opened;
    const { stored, codec, contents } = opened.value;
    const { revision, records } = contents.index;
    const written = await write({ stored, codec, index: { revision: revision + 1, records }, changes: new Map() });
    if (!written.ok) return written;
    return written.value ? ok(null) : fail('storage-failed');
  });
}
