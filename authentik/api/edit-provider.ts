/** Changes one field of a provider: reads it again just before, writes only that field, and reads it back. */

import { ok, type Result } from '@/lib/result';
import type { ApiFailure, EditFailure } from '../model';
import { type Provider, pathOf, readProvider } from './providers';
import type { Transport } from './transport';

/** What to send, that there is nothing to do, or why nothing may be sent. */
type Step =
  | { do: 'send'; value: unknown }
  | { do: 'nothing' }
  | { do: 'stop'; kind: 'changed-meanwhile' | 'last-entry' };

export interface Edit {
  field: 'redirect_uris' | 'sub_mode' | 'issuer_mode' | 'signing_key' | 'property_mappings';
  /** Decided on the provider as it is in this moment, never on what was shown before. */
  next: (now: Provider) => Step;
  /** Whether what was read back holds the change, and has lost nothing. */
  isDone: (after: Provider, before: Provider) => boolean;
}

export interface Edited {
  before: Provider;
  after: Provider;
  /** False when there was nothing to do. */
  wasSent: boolean;
}

/** Said by authentik, or by what stands in front of it, instead of doing it; after anything else it may be done. */
const refusals: readonly ApiFailure['kind'][] = [
  'refused',
  'forbidden',
  'not-signed-in',
  'not-found',
  'no-api',
  'redirected',
  'unexpected-status',
];

/** Whether a write that failed so has surely changed nothing. */
export function wasRefused({ kind }: ApiFailure): boolean {
  return refusals.includes(kind);
}

/**
 * `signal` cancels up to the write; once that is under way its outcome is read back in any case, so that nothing is
 * changed unreported: a write whose answer was lost, and which took effect, is a success.
 */
export async function editProvider(
  transport: Transport,
  pk: number,
  edit: Edit,
  signal?: AbortSignal,
): Promise<Result<Edited, EditFailure>> {
  const before = await readProvider(transport, pk, signal);
  if (!before.ok) return before;
  const step = edit.next(before.value);
  if (step.do === 'stop') return { ok: false, failure: { kind: step.kind } };
  if (step.do === 'nothing') return ok({ before: before.value, after: before.value, wasSent: false });
  const body = { [edit.field]: step.value };
  const written = await transport({ method: 'PATCH', path: pathOf(pk), body, signal });
  if (!written.ok && wasRefused(written.failure)) return written;
  const after = await readProvider(transport, pk);
  if (!after.ok) return { ok: false, failure: { kind: 'unsure', cause: after.failure } };
  if (edit.isDone(after.value, before.value)) {
    return ok({ before: before.value, after: after.value, wasSent: true });
  }
  return written.ok ? { ok: false, failure: { kind: 'not-kept' } } : written;
}
