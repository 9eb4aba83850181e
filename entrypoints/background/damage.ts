/** What of a damaged vault can still be read, by name, and going on with that. */
import { ok, type Result } from '@/lib/result';
import type { EntryKind, VaultDamage } from '@/messaging/protocol';
import { connectionKind } from '@/profiles/connections';
import { goneKind } from '@/profiles/gone-clients';
import { instanceKind, profileKind } from '@/profiles/kinds';
import { bindingKind, unbindProfile } from '@/sites/bindings';
import { callbackKind } from '@/sites/captured-callbacks';
import { acknowledgementKind } from '@/sites/transport';
import { acceptRebuiltIndex, type Inventory, takeInventory } from '@/vault/inventory';
import { readVault, updateVault } from '@/vault/store';
import type { Snapshot } from '@/vault/transaction';

const kinds = [instanceKind, connectionKind, profileKind, goneKind, bindingKind, callbackKind, acknowledgementKind];

/** Null while every entry can be read. Fails as `readVault` does. */
export async function lookForDamage(): Promise<Result<VaultDamage | null>> {
  const inventory = await takeInventory(kinds);
  if (!inventory.ok) return inventory;
  const { entries, isIndexRebuilt } = inventory.value;
  if (!isIndexRebuilt && entries.every(({ state }) => state === 'whole')) return ok(null);
  return readVault((snapshot) => damageIn(snapshot, inventory.value));
}

/**
 * Removes what is damaged, with the sites of profiles that are lost, and accepts a list that was made anew. What a later
 * Latchkey has written stays. Fails as `updateVault` does.
 */
export async function goOnWithWhole(): Promise<Result<null>> {
  const inventory = await takeInventory(kinds);
  if (!inventory.ok) return inventory;
  const damaged = inventory.value.entries.filter(({ state }) => state === 'damaged');
  const removed = await updateVault((transaction) => {
    for (const { id } of damaged) {
      unbindProfile(transaction, id);
      transaction.remove(id);
    }
    return ok(null);
  });
  if (!removed.ok) return removed;
  return inventory.value.isIndexRebuilt ? acceptRebuiltIndex() : ok(null);
}

function damageIn(snapshot: Snapshot, { isIndexRebuilt, entries }: Inventory): VaultDamage {
  const names = namesOf(snapshot);
  return {
    isRebuilt: isIndexRebuilt,
    whole: entries.flatMap(({ id, kind }) => {
      const name = names.get(id);
      return name === undefined ? [] : [{ kind: entryKind(kind), name }];
    }),
    lost: entries.flatMap(({ id, kind, state }) =>
      state === 'whole' ? [] : [{ kind: entryKind(kind), state, knownBy: tracesOf(snapshot, id) }],
    ),
  };
}

/** Entries have names of their own, or the address that they are about. */
function namesOf(snapshot: Snapshot): Map<string, string> {
  const named = [...snapshot.list(instanceKind), ...snapshot.list(profileKind)];
  return new Map([
    ...named.map(({ id, name }) => [id, name] as const),
    ...snapshot.list(bindingKind).map(({ id, origin }) => [id, hostOf(origin)] as const),
    ...snapshot.list(callbackKind).map(({ id, url }) => [id, url] as const),
  ]);
}

/** What still refers to an entry that cannot be read: the profiles of an authentik, the sites of a profile. */
function tracesOf(snapshot: Snapshot, id: string): string[] {
  return [
    ...snapshot.list(profileKind).flatMap(({ instanceId, name }) => (instanceId === id ? [name] : [])),
    ...snapshot.list(bindingKind).flatMap(({ profileId, origin }) => (profileId === id ? [hostOf(origin)] : [])),
  ];
}

const entryKinds: ReadonlyMap<string, EntryKind> = new Map([
  [instanceKind.name, 'instance'],
  [profileKind.name, 'profile'],
  [bindingKind.name, 'binding'],
  [callbackKind.name, 'callback'],
]);

function entryKind(kind: string | undefined): EntryKind {
  return kind === undefined ? 'unknown' : (entryKinds.get(kind) ?? 'setting');
}

function hostOf(origin: string): string {
  return URL.parse(origin)?.host ?? origin;
}
