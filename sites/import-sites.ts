/** Takes sites and callbacks over from a file, inside a transaction of the vault. */
import { freeId } from '@/profiles/import-profiles';
import type { Transaction } from '@/vault/transaction';
import { bindingKind } from './bindings';
import { callbackKind } from './captured-callbacks';
import type { CallbackPlan, SitePlan } from './import-plan';

/** Puts what is new; `ids` says under which id each profile of the file is here. */
export function putSites(
  transaction: Transaction,
  { sites, callbacks }: { sites: readonly SitePlan[]; callbacks: readonly CallbackPlan[] },
  ids: ReadonlyMap<string, string>,
): void {
  for (const { incoming, state } of sites) {
    const profileId = ids.get(incoming.profileId);
    if (state !== 'new' || profileId === undefined) continue;
    transaction.put(bindingKind, { ...incoming, id: freeId(transaction, incoming.id), profileId });
  }
  for (const { incoming, state } of callbacks) {
    if (state !== 'new') continue;
    const { profileId: named, ...callback } = incoming;
    const profileId = named === undefined ? undefined : ids.get(named);
    const id = freeId(transaction, incoming.id);
    transaction.put(callbackKind, { ...callback, id, ...(profileId !== undefined && { profileId }) });
  }
}
