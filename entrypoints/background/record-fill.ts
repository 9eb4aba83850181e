/** Notes how a fill ended: the revision that was filled, and the callbacks the page showed. */
import type { Callback, FieldReport } from '@/engine/model';
import { ok } from '@/lib/result';
import { bindingKind, isAt, type Place, rememberFill } from '@/sites/bindings';
import { judgeCallback } from '@/sites/callback-url';
import { storeCallback } from '@/sites/captured-callbacks';
import { closeConsent, type Holder } from '@/sites/consent';
import { updateVault } from '@/vault/store';
import { findForm } from './find-form';

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
export async function recordFill(outcome: FillOutcome, place: Place, holder: Holder): Promise<void> {
  const consent = await closeConsent(outcome.consent, holder);
  if (!consent) return;
  const vendorHosts = findForm(place.app, place.form)?.form.callbackHosts ?? [];
  await updateVault((transaction) => {
    const binding = transaction.find(bindingKind, consent.bindingId);
    if (!binding || !isAt(binding, place)) return ok(null);
    if (outcome.fields.some(({ outcome: end }) => end === 'filled' || end === 'already-right')) {
      rememberFill(transaction, binding, consent.revision);
    }
    for (const { url, how } of outcome.callbacks) {
      if (judgeCallback(url, place.origin, vendorHosts) !== 'accepted') continue;
      const { app, origin } = place;
      storeCallback(transaction, { url, how, app, origin, profileId: consent.profileId, at: Date.now() });
    }
    return ok(null);
  });
}
