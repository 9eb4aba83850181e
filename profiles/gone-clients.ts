/** Remembers which clients of profiles their authentik no longer has, from one complete reading of it to the next. */
import * as z from 'zod/mini';
import { recordKind } from '@/vault/record-kind';
import type { Snapshot, Transaction } from '@/vault/transaction';
import { instanceKind, profileKind } from './kinds';
import type { OidcClient } from './schema';

/** By client ID, so that a profile which is given another client is not marked any more. */
const goneSchema = z.object({
  id: z.string().check(z.minLength(1)),
  baseUrl: z.string(),
  clientIds: z.array(z.string()),
});

export const goneKind = recordKind('gone-clients', goneSchema);

/** What one reading of an authentik has found. */
interface Found {
  /** Ids of the profiles that stand for one of its clients. */
  known: ReadonlySet<string>;
  /** Of all its clients. */
  clientIds: ReadonlySet<string>;
  /** False: there may be more clients than were shown. */
  isWhole: boolean;
}

/**
 * The profiles of this authentik that stand for none of its clients, in place of those that were remembered; writes
 * nothing when they are the same. After a reading that was not whole, only those that were remembered before.
 */
export function rememberGone(
  transaction: Transaction,
  baseUrl: string,
  { known, clientIds, isWhole }: Found,
): OidcClient[] {
  const before = transaction.list(goneKind).find((record) => record.baseUrl === baseUrl);
  const gone = clientsAt(transaction, baseUrl)
    .filter(({ id, clientId }) => !known.has(id) && !clientIds.has(clientId))
    .filter(({ clientId }) => isWhole || before?.clientIds.includes(clientId));
  const next = [...new Set(gone.map(({ clientId }) => clientId))].sort();
  if (JSON.stringify(before?.clientIds ?? []) === JSON.stringify(next)) return gone;
  if (next.length > 0) transaction.put(goneKind, { id: before?.id ?? crypto.randomUUID(), baseUrl, clientIds: next });
  else if (before) transaction.remove(before.id);
  return gone;
}

/** Ids of the profiles whose client was gone at the last reading. */
export function goneProfiles(snapshot: Snapshot): string[] {
  return snapshot
    .list(goneKind)
    .flatMap(({ baseUrl, clientIds }) =>
      clientsAt(snapshot, baseUrl).flatMap(({ id, clientId }) => (clientIds.includes(clientId) ? [id] : [])),
    );
}

/** The OAuth2 clients of one authentik. */
export function clientsAt(snapshot: Snapshot, baseUrl: string): OidcClient[] {
  const instances = snapshot.list(instanceKind).filter((instance) => instance.baseUrl === baseUrl);
  return snapshot
    .list(profileKind)
    .flatMap((profile) => (profile.kind === 'oidc-client' ? [profile] : []))
    .filter(({ instanceId }) => instances.some(({ id }) => id === instanceId));
}
