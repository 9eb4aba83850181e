/** Answers the page script, which is believed in nothing but what the browser says of it. */
import { fail, ok, type Result } from '@/lib/result';
import type { Handlers } from '@/messaging/registry';
import type { PageSender } from '@/messaging/sender';
import { sessionSecrets } from '@/profiles/session-secrets';
import { findBinding, type Place } from '@/sites/bindings';
import { forgiveFill, mintConsent, spendConsent } from '@/sites/consent';
import { isInvited, keptBoundOrigins } from '@/sites/known-origins';
import { isGranted } from '@/sites/permissions';
import { registeredOrigins } from '@/sites/registration';
import { checkTransport } from '@/sites/transport';
import { readVault, updateVault } from '@/vault/store';
import { openTaskFor } from './authentik/open-task';
import { showBadge, showRefused } from './badge';
import { findForm } from './find-form';
import { flatten } from './flatten';
import { loadPanel } from './load-panel';
import { askFor, offer } from './offer';
import { bare, forgetRefusal, noteRefusal } from './press';
import { recordFill } from './record-fill';
import { release } from './release';
import { openUnlockWindow } from './unlock-window';

/** The user lets Latchkey run on this site, or has opened it on this very tab. */
async function mayRun({ origin, tabId }: PageSender): Promise<boolean> {
  return (await isGranted(origin)) || (await isInvited(tabId, origin));
}

async function showsButton(place: Place): Promise<boolean> {
  const bound = await readVault(
    (snapshot) => findBinding(snapshot, place) !== undefined && checkTransport(snapshot, place.origin).ok,
  );
  if (bound.ok) return bound.value;
  if (bound.failure.kind !== 'vault-locked') return false;
  return isKnownOrigin(place.origin);
}

/** Something is bound on this origin: as much as can be told while the vault is locked. */
async function isKnownOrigin(origin: string): Promise<boolean> {
  return [...(await keptBoundOrigins()), ...(await registeredOrigins())].includes(origin);
}

function placeOf({ app, form, basePath }: Omit<Place, 'origin'>, { origin }: PageSender): Place {
  return { origin, basePath, app, form };
}

export const pageHandlers = {
  'page.state': async (data, sender) => {
    const known = findForm(data.app, data.form);
    if (!known || !(await mayRun(sender))) return { button: false };
    await forgetRefusal(sender.tabId);
    await showBadge(sender.tabId, known.recipe.name);
    const place = placeOf(data, sender);
    if (data.filled) await recordFill({ ...data.filled, callbacks: data.callbacks }, known, place, sender);
    return { button: (await showsButton(place)) && (await loadPanel(sender)) };
  },

  'page.plan': async (data, sender) => {
    const known = findForm(data.app, data.form);
    if (!known) return fail('not-recognised');
    if (!(await mayRun(sender))) return fail('not-bound');
    const wish = { session: await sessionSecrets(), withoutSecret: data.withoutSecret === true };
    const offered = flatten(await readVault((snapshot) => offer(snapshot, placeOf(data, sender), wish)));
    // Only a press that counts asks for the plan: what was refused before is no longer to be told.
    if (await forgetRefusal(sender.tabId)) await showBadge(sender.tabId, known.recipe.name);
    if (!offered.ok) return offered;
    const { terms, ...answer } = offered.value;
    const consent = await mintConsent(sender, terms);
    return consent.ok ? ok({ ...answer, consent: consent.value }) : consent;
  },

  'page.fill': async (data, sender): Promise<Result<{ secrets: Partial<Record<string, string>> }>> => {
    // First, so that a locked vault is called by its name: a lock deletes the consent as well.
    const unlocked = await readVault(() => null);
    if (!unlocked.ok) return unlocked;
    if (!(await mayRun(sender))) return fail('not-bound');
    const consent = await spendConsent(data.consent, sender);
    if (!consent.ok) return consent;
    const session = await sessionSecrets();
    const released = await updateVault((transaction) =>
      release(transaction, consent.value, sender.origin, { ...data, session }),
    );
    if (!released.ok) await forgiveFill(sender);
    return released;
  },

  'page.press': async ({ bare: isBare, refused }, sender) => {
    if (!(await mayRun(sender))) return fail('not-bound');
    const changed = await bare(sender, isBare);
    if (!refused) return changed;
    await noteRefusal(sender, refused);
    await showRefused(sender.tabId);
    return changed;
  },

  'page.unlock': async (data, sender) => {
    const isExpected = (await mayRun(sender)) && (await isKnownOrigin(sender.origin));
    if (!isExpected) return fail('not-bound');
    const session = await sessionSecrets();
    const ask = await readVault((snapshot) => askFor(snapshot, placeOf(data, sender), session));
    return openUnlockWindow(sender, ask.ok ? ask.value : undefined);
  },

  'page.task': async ({ task, ...data }, sender) => {
    const isExpected = (await mayRun(sender)) && (await showsButton(placeOf(data, sender)));
    if (!isExpected) return fail('not-bound');
    await openTaskFor(sender.tabId, task);
    return ok(null);
  },
} satisfies Partial<Handlers>;
