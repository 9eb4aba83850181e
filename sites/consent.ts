/** Consents: one press, one document, one set of values and fields, 30 seconds, once; kept where a stopped worker finds them. */
import * as z from 'zod/mini';
import { fail, ok, type Result } from '@/lib/result';
import { changeSessionItem, sessionItem } from '@/vault/session-items';

/** The document a consent is for, from browser-set sender fields. */
export interface Holder {
  tabId: number;
  document: string;
}

const lifetime = 30_000;
/** At most one fill per tab in this time (security rules, section 5). */
const pause = 2000;
/** How long after the fill its outcome may still be reported; a fill with slow boxes takes a few seconds. */
const reportTime = 120_000;

const consentSchema = z.object({
  id: z.string(),
  tabId: z.number(),
  document: z.string(),
  bindingId: z.string(),
  profileId: z.string(),
  /** Of the profile the values of the preview were taken from. */
  revision: z.number(),
  /** Of its secret alone. */
  secretRevision: z.number(),
  /** Fields of the plan; for any other one nothing is given. */
  fields: z.array(z.string()),
  /** Milliseconds since 1970. */
  expires: z.number(),
  spent: z.boolean(),
});

export type Consent = z.infer<typeof consentSchema>;

/** What a consent is about. */
export type Terms = Pick<Consent, 'bindingId' | 'profileId' | 'revision' | 'secretRevision' | 'fields'>;

const ledgerSchema = z.object({
  consents: z.array(consentSchema),
  /** When a tab was filled last, by tab id. */
  fills: z.record(z.string(), z.number()),
});

type Ledger = z.infer<typeof ledgerSchema>;

/** Deleted by a lock, and with it every pending fill. */
const ledgerItem = sessionItem('consents', ledgerSchema);

/** Makes a consent for this document; an unspent one it had before is void. Answers with the consent's id. */
export function mintConsent(holder: Holder, terms: Terms): Promise<Result<string>> {
  const id = crypto.randomUUID();
  return changeSessionItem(ledgerItem, (stored) => {
    const ledger = current(stored);
    const others = ledger.consents.filter((consent) => consent.spent || !isHeldBy(consent, holder));
    const { tabId, document } = holder;
    const { bindingId, profileId, revision, secretRevision, fields } = terms;
    const about = { bindingId, profileId, revision, secretRevision, fields };
    const consent = { id, tabId, document, ...about, expires: Date.now() + lifetime, spent: false };
    return { next: { ...ledger, consents: [...others, consent] }, result: id };
  });
}

/**
 * Spends a consent. Fails with `consent-spent` when it is unknown, late, used or another document's, and with
 * `too-fast` within two seconds of the tab's last fill, in which case it stays good.
 */
export async function spendConsent(id: string, holder: Holder): Promise<Result<Consent>> {
  const outcome = await changeSessionItem(ledgerItem, (stored): { next: Ledger; result: Result<Consent> } => {
    const ledger = current(stored);
    const consent = ledger.consents.find((entry) => entry.id === id && !entry.spent && isHeldBy(entry, holder));
    if (!consent) return { next: ledger, result: fail('consent-spent') };
    if (Date.now() - (ledger.fills[holder.tabId] ?? 0) < pause) return { next: ledger, result: fail('too-fast') };
    const spent = { ...consent, spent: true, expires: Date.now() + reportTime };
    const consents = ledger.consents.map((entry) => (entry === consent ? spent : entry));
    const fills = { ...ledger.fills, [holder.tabId]: Date.now() };
    return { next: { consents, fills }, result: ok(spent) };
  });
  return outcome.ok ? outcome.value : outcome;
}

/** A fill that was given nothing does not hold up the next one; its consent stays spent. */
export async function forgiveFill({ tabId }: Pick<Holder, 'tabId'>): Promise<void> {
  await changeSessionItem(ledgerItem, (stored) => {
    const { consents, fills } = current(stored);
    const others = Object.entries(fills).filter(([id]) => id !== String(tabId));
    return { next: { consents, fills: Object.fromEntries(others) }, result: null };
  });
}

/** Takes back the consent a document has spent, for the report of its fill; undefined for any other, and only once. */
export async function closeConsent(id: string, holder: Holder): Promise<Consent | undefined> {
  const outcome = await changeSessionItem(ledgerItem, (stored) => {
    const ledger = current(stored);
    const consent = ledger.consents.find((entry) => entry.id === id && entry.spent && isHeldBy(entry, holder));
    return { next: { ...ledger, consents: ledger.consents.filter((entry) => entry !== consent) }, result: consent };
  });
  return outcome.ok ? outcome.value : undefined;
}

function isHeldBy(consent: Consent, holder: Holder): boolean {
  return consent.tabId === holder.tabId && consent.document === holder.document;
}

/** The ledger without what is over; the clock decides at every access, since timers die with the worker. */
function current(stored: Ledger = { consents: [], fills: {} }): Ledger {
  const now = Date.now();
  return {
    consents: stored.consents.filter(({ expires }) => expires > now),
    fills: Object.fromEntries(Object.entries(stored.fills).filter(([, at]) => now - at < pause)),
  };
}
