/** Notes how a fill ended: the revision that was filled, and of the secret, and the callbacks the page showed. */
import type { Callback, FieldReport } from '@/engine/model';
import { ok } from '@/lib/result';
import { bindingKind, isAt, type Place, rememberFill } from '@/sites/bindings';
import { storeCallback } from '@/sites/captured-callbacks';
import { closeConsent, type Holder } from '@/sites/consent';
import { updateVault } from '@/vault/store';
import type { Transaction } from '@/vault/transaction';
import type { KnownForm } from './find-form';
import { judgeCallbacks } from './judge-callbacks';
import { secretsWanted } from './release';

interface FillOutcome {
  consent: string;
  fields: FieldReport[];
  callbacks: Callback[];
}

/**
 * Believes the report only of the document that has spent the consent, once, and only for the bound place. Addresses
 * are stored when they pass the checks and lie on the page's host or its vendor's. Nothing is answered: a page learns
 * nothing of what was kept, and a lock in between merely loses the note.
 */
export async function recordFill(outcome: FillOutcome, known: KnownForm, place: Place, holder: Holder): Promise<void> {
  const consent = await closeConsent(outcome.consent, holder);
  if (!consent) return;
  await updateVault((transaction) => {
    const binding = transaction.find(bindingKind, consent.bindingId);
    if (!binding || !isAt(binding, place)) return ok(null);
    const right = outcome.fields.filter(({ outcome: end }) => end === 'filled' || end === 'already-right');
    if (right.length > 0) {
      const hasSecret = right.some(({ key }) => secretsWanted(known.looks, key).length > 0);
      const { revision } = consent;
      rememberFill(transaction, binding, { revision, secretRevision: hasSecret ? consent.secretRevision : undefined });
    }
    keepCallbacks(transaction, judgeCallbacks(outcome.callbacks, known, place.origin), place, consent.profileId);
    return ok(null);
  });
}

function keepCallbacks(
  transaction: Transaction,
  judged: ReturnType<typeof judgeCallbacks>,
  { app, origin }: Place,
  profileId: string,
): void {
  for (const { callback, verdict } of judged) {
    if (verdict !== 'accepted') continue;
    const { url, how, matching, kind } = callback;
    const use = { ...(matching && { matching }), ...(kind && { kind }) };
    storeCallback(transaction, { url, how, ...use, app, origin, profileId, at: Date.now() });
  }
}
