/** Answers the popup's messages about the current tab: look, bind, unbind, acknowledge, fill the focused field. */
import { fail, ok, type Result } from '@/lib/result';
import { sendToTab } from '@/messaging/client';
import type { Handlers } from '@/messaging/registry';
import { copyTexts } from '@/profiles/profile-values';
import { sessionSecrets } from '@/profiles/session-secrets';
import { bind, bindingKind, unbind } from '@/sites/bindings';
import { judgeProfile, usable } from '@/sites/candidates';
import { isGranted } from '@/sites/permissions';
import type { Binding } from '@/sites/schema';
import { acknowledge, checkTransport, transportOfOrigin } from '@/sites/transport';
import { readVault, updateVault } from '@/vault/store';
import type { Transaction } from '@/vault/transaction';
import { flatten } from './flatten';
import { knownProfile } from './known-profiles';
import { lookAtTab, openTab, type SeenPage } from './look-at-tab';
import { refusalOf } from './press';
import { sitesChanged } from './sites-changed';
import { factsOf, placeOf, tabCard } from './tab-card';

/** Binds the page to the profile, unless that is none for this form, or transport or look-alike stop speak against it. */
function bindPage(
  transaction: Transaction,
  page: SeenPage,
  { profileId, typedHost }: { profileId: string; typedHost?: string },
): Result<{ binding: Binding }> {
  const profile = knownProfile(transaction, profileId);
  const facts = factsOf(page);
  if (!profile || usable(facts, [profile.summary]).length === 0) return fail('not-found');
  const transport = checkTransport(transaction, page.origin);
  if (!transport.ok) return transport;
  const { knownHosts } = judgeProfile(facts, profile.summary, transaction.list(bindingKind));
  if (knownHosts && typedHost?.trim().toLowerCase() !== page.url.host) return fail('host-not-confirmed', page.url.host);
  return ok({ binding: bind(transaction, placeOf(page), profileId) });
}

export const siteHandlers = {
  'tab.look': async ({ tabId }) => {
    const sight = await lookAtTab(tabId);
    if (sight.kind === 'unreachable') return ok(sight);
    const refused = await refusalOf(tabId, sight.kind === 'recognised' ? sight.page.origin : sight.origin);
    const told = refused === undefined ? {} : { refused };
    if (sight.kind !== 'recognised') return ok({ ...sight, ...told });
    const state = { granted: await isGranted(sight.page.origin), session: await sessionSecrets() };
    return readVault((snapshot) => ({ ...tabCard(sight.page, snapshot, state), ...told }));
  },

  'site.bind': async ({ tabId, ...wish }) => {
    const sight = await lookAtTab(tabId);
    if (sight.kind !== 'recognised') return fail(sight.kind === 'unreachable' ? 'no-page' : 'not-recognised');
    const bound = await updateVault((transaction) => bindPage(transaction, sight.page, wish));
    if (bound.ok) await sitesChanged();
    return bound;
  },

  'site.unbind': async ({ bindingId }) => {
    const unbound = await updateVault((transaction) => (unbind(transaction, bindingId) ? ok(null) : fail('not-found')));
    if (unbound.ok) await sitesChanged();
    return unbound;
  },

  'site.acknowledge': async ({ tabId }) => {
    const opened = await openTab(tabId);
    if (!opened) return fail('no-page');
    const accepted = await updateVault((transaction) => acknowledge(transaction, opened.url.origin));
    if (accepted.ok) await sitesChanged();
    return accepted;
  },

  'focused.fill': async ({ tabId, profileId, name }) => {
    const opened = await openTab(tabId);
    if (!opened) return fail('no-page');
    if (transportOfOrigin(opened.url.origin) === 'public-http') return fail('http-refused');
    const found = flatten(
      await readVault((snapshot) => {
        const profile = knownProfile(snapshot, profileId);
        const text = profile && copyTexts(profile.values)[name];
        return text === undefined ? fail('not-found') : ok(text);
      }),
    );
    if (!found.ok) return found;
    const put = await sendToTab(opened.target, 'tab.put', { text: found.value });
    if (!put.ok) return put;
    return put.value === true ? ok(null) : fail('no-focused-field');
  },
} satisfies Partial<Handlers>;
