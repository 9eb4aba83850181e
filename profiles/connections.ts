/** Which authentik the administrator has connected, and the API token for it where one is kept. */
import * as z from 'zod/mini';
import { recordKind } from '@/vault/record-kind';
import type { Snapshot, Transaction } from '@/vault/transaction';
import { instanceKind } from './kinds';

const connectionSchema = z.object({
  id: z.string().check(z.minLength(1)),
  /** With its sub-path and without final slash. */
  baseUrl: z.string(),
  by: z.enum(['session', 'token']),
  /** An API token of the administrator's; never written in the mode that keeps no secrets, and never exported. */
  token: z.optional(z.string()),
});

export type Connection = z.infer<typeof connectionSchema>;

export const connectionKind = recordKind('connection', connectionSchema, ['token']);

/** An authentik as a list shows it. */
export interface KnownAuthentik {
  baseUrl: string;
  name: string;
  connection?: Connection;
}

export function findConnection(snapshot: Snapshot, baseUrl: string): Connection | undefined {
  return snapshot.list(connectionKind).find((connection) => connection.baseUrl === baseUrl);
}

/** Connects anew, or for the first time; an earlier token is replaced by what is given now, also by none. */
export function connect(transaction: Transaction, baseUrl: string, token?: string): void {
  const id = findConnection(transaction, baseUrl)?.id ?? crypto.randomUUID();
  const by = token === undefined ? 'session' : 'token';
  transaction.put(connectionKind, { id, baseUrl, by, ...(token !== undefined && { token }) });
}

/** False when there is none. */
export function disconnect(transaction: Transaction, baseUrl: string): boolean {
  const found = findConnection(transaction, baseUrl);
  if (found) transaction.remove(found.id);
  return found !== undefined;
}

/** Each base URL once: connected ones first, then those that only profiles know. */
export function knownAuthentiks(snapshot: Snapshot): KnownAuthentik[] {
  const instances = snapshot.list(instanceKind);
  const nameOf = (baseUrl: string): string =>
    instances.find((instance) => instance.baseUrl === baseUrl)?.name ?? new URL(baseUrl).host;
  const connected = snapshot.list(connectionKind);
  const others = new Set(instances.map(({ baseUrl }) => baseUrl));
  for (const { baseUrl } of connected) others.delete(baseUrl);
  return [
    ...connected.map((connection) => ({ baseUrl: connection.baseUrl, name: nameOf(connection.baseUrl), connection })),
    ...[...others].map((baseUrl) => ({ baseUrl, name: nameOf(baseUrl) })),
  ];
}
