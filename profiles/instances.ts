/** Keeps one record per authentik and issuer mode, for as long as a profile belongs to it. */
import type { Transaction } from '@/vault/transaction';
import { instanceKind, profileKind } from './kinds';
import type { Instance } from './schema';

/**
 * The stored instance with this base URL and issuer mode, or a new one. Issuer mode is a setting of each provider in
 * authentik, so one base URL may stand here twice: a change for one profile must not change another's issuer.
 * An empty name keeps the stored one, or becomes the host.
 */
export function keepInstance(transaction: Transaction, wanted: Omit<Instance, 'id'>): Instance {
  const stored = transaction
    .list(instanceKind)
    .find((instance) => instance.baseUrl === wanted.baseUrl && instance.issuerMode === wanted.issuerMode);
  const { baseUrl, issuerMode } = wanted;
  const name = wanted.name || stored?.name || new URL(baseUrl).host;
  if (stored?.name === name) return stored;
  const instance = { id: stored?.id ?? crypto.randomUUID(), name, baseUrl, issuerMode };
  transaction.put(instanceKind, instance);
  return instance;
}

/** Removes the instance when no profile belongs to it any more. A profile that can't be read may be its, so it stays. */
export function dropUnusedInstance(transaction: Transaction, id: string): void {
  const isUsed = transaction.list(profileKind).some(({ instanceId }) => instanceId === id);
  if (!isUsed && transaction.damaged().length === 0) transaction.remove(id);
}
