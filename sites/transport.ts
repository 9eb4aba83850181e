/** Whether a page may be filled over its transport: https always, private http after one acknowledgement per site. */
import * as z from 'zod/mini';
import { fail, ok, type Result } from '@/lib/result';
import { type Transport, transportOf } from '@/lib/url';
import { recordKind } from '@/vault/record-kind';
import type { Snapshot, Transaction } from '@/vault/transaction';

const acknowledgementSchema = z.object({ id: z.string(), origin: z.string() });

export const acknowledgementKind = recordKind('http-acknowledgement', acknowledgementSchema);

/** Judges an origin by its scheme and host. */
export function transportOfOrigin(origin: string): Transport {
  const url = URL.parse(origin);
  return url === null ? 'public-http' : transportOf(url);
}

/** The administrator has accepted that this very origin is not encrypted. */
export function isAcknowledged(snapshot: Snapshot, origin: string): boolean {
  return snapshot.list(acknowledgementKind).some((entry) => entry.origin === origin);
}

/** Accepts http for this origin; only private hosts can be accepted. */
export function acknowledge(transaction: Transaction, origin: string): Result<null> {
  if (transportOfOrigin(origin) !== 'private-http') return fail('http-refused');
  // A random id: ids may lie readable beside the ciphertext, and an origin is nobody's business.
  if (!isAcknowledged(transaction, origin)) {
    transaction.put(acknowledgementKind, { id: crypto.randomUUID(), origin });
  }
  return ok(null);
}

/** Fails with `http-refused` or `http-not-acknowledged` where nothing may be filled. */
export function checkTransport(snapshot: Snapshot, origin: string): Result<null> {
  const transport = transportOfOrigin(origin);
  if (transport === 'public-http') return fail('http-refused');
  return transport === 'https' || isAcknowledged(snapshot, origin) ? ok(null) : fail('http-not-acknowledged');
}
