/** Keeps one record per authentik and issuer mode, for as long as a profile belongs to it. */
import type { Transaction } from '@/vault/transaction';
import { instanceKind, profileKind } from './kinds';
import type { Instance } from './schema';

/** An instance as a profile needs it. */
interface Wanted {
  baseUrl: string;
  /** Empty: keep the stored one, or take the host. */
  name: string;
  /** Left out by an API token, which has no issuer: any instance with this base URL will do. */
  issuerMode?: Instance['issuerMode'];
  /** The one the profile belongs to now, which goes before others that would do as well. */
  current?: string | undefined;
}

/**
 * The stored instance with this base URL and issuer mode, or a new one. Issuer mode is a setting of each provider in
 * authentik, so one base URL may stand here twice: a change for one profile must not change another's issuer.
 */
export function keepInstance(transaction: Transaction, wanted: Wanted): Instance {
  const { baseUrl } = wanted;
  const fitting = transaction
    .list(instanceKind)
    .filter((instance) => instance.baseUrl === baseUrl)
    .filter(({ issuerMode }) => wanted.issuerMode === undefined || wanted.issuerMode === issuerMode);
  const stored = fitting.find(({ id }) => id === wanted.current) ?? fitting[0];
  const name = wanted.name || stored?.name || new URL(baseUrl).host;
  if (stored?.name === name) return stored;
  const issuerMode = stored?.issuerMode ?? wanted.issuerMode ?? 'per_provider';
  const instance = { id: stored?.id ?? crypto.randomUUID(), name, baseUrl, issuerMode };
  transaction.put(instanceKind, instance);
  return instance;
}

/**
 * Removes instances that no profile needs any more. One that only API tokens belong to gives way to another with the
 * same base URL, and its tokens move there. A profile that can't be read may belong to any, so then all stay.
 */
export function dropUnusedInstances(transaction: Transaction): void {
  if (transaction.damaged().length > 0) return;
  for (const { id } of transaction.list(instanceKind)) dropUnused(transaction, id);
}

function dropUnused(transaction: Transaction, id: string): void {
  const members = transaction.list(profileKind).filter(({ instanceId }) => instanceId === id);
  if (members.some(({ kind }) => kind === 'oidc-client')) return;
  const instances = transaction.list(instanceKind);
  const baseUrl = instances.find((instance) => instance.id === id)?.baseUrl;
  const other = instances.find((instance) => instance.id !== id && instance.baseUrl === baseUrl);
  if (members.length > 0 && !other) return;
  for (const member of members) transaction.put(profileKind, { ...member, instanceId: other?.id ?? id });
  transaction.remove(id);
}
