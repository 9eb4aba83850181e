/** Makes the popup's card of a recognised page: what each profile would change, and what speaks against it. */
import { plan } from '@/engine/plan';
import type { Candidate, TabCard } from '@/messaging/tab-card';
import { secretNames } from '@/profiles/secret';
import type { SessionSecrets } from '@/profiles/session-secrets';
import { bindingKind, findBinding, type Place } from '@/sites/bindings';
import { judgeProfile, type PageFacts, suggest, usable } from '@/sites/candidates';
import { callbackKind } from '@/sites/captured-callbacks';
import type { Binding } from '@/sites/schema';
import { isAcknowledged, transportOfOrigin } from '@/sites/transport';
import type { Snapshot } from '@/vault/transaction';
import { kindsFor } from './find-form';
import { judgeCallbacks } from './judge-callbacks';
import { heldSecrets, type KnownProfile, knownProfiles } from './known-profiles';
import type { SeenPage } from './look-at-tab';
import { asksAtFill } from './offer';

/** Where the page is, as a binding names it. */
export function placeOf({ origin, look }: SeenPage): Place {
  return { origin, basePath: look.basePath, app: look.app, form: look.form };
}

/** What `judgeProfile` and `suggest` need to know of the page. */
export function factsOf(page: SeenPage): PageFacts {
  const clientId = page.look.readings.find(({ key }) => key === 'client_id')?.now;
  return {
    ...placeOf(page),
    appName: page.recipe.name,
    callbackHosts: page.form.callbackHosts ?? [],
    kinds: kindsFor(page.form),
    ...(typeof clientId === 'string' && { clientId: clientId.trim() }),
  };
}

interface TabState {
  /** The browser lets Latchkey run on the origin by itself. */
  granted: boolean;
  session: SessionSecrets;
}

export function tabCard(page: SeenPage, snapshot: Snapshot, { granted, session }: TabState): TabCard {
  const facts = factsOf(page);
  const profiles = knownProfiles(snapshot);
  const bindings = snapshot.list(bindingKind);
  const binding = findBinding(snapshot, facts);
  const summaries = profiles.map(({ summary }) => summary);
  const suggestion = suggest(facts, binding, { profiles: summaries, bindings, callbacks: snapshot.list(callbackKind) });
  const method = otherMethod(page);
  return {
    kind: 'recognised',
    origin: page.origin,
    host: page.url.host,
    app: page.recipe.id,
    appName: page.recipe.name,
    form: page.form.id,
    needs: page.form.authentik.needs,
    basePath: page.look.basePath,
    tried: page.recipe.tried,
    transport: transportOfOrigin(page.origin),
    acknowledged: isAcknowledged(snapshot, page.origin),
    granted,
    candidates: usable(facts, summaries).flatMap(({ id }) => {
      const profile = profiles.find(({ summary }) => summary.id === id);
      return profile ? [candidate(page, facts, profile, { binding, bindings, session, snapshot })] : [];
    }),
    callbacks: judgeCallbacks(page.look.callbacks, page, page.origin).map(({ callback, verdict }) =>
      verdict === 'accepted' ? callback : { ...callback, warning: verdict },
    ),
    notices: page.look.notices,
    ...(binding && { binding }),
    ...(suggestion && { suggestion }),
    ...(method && { method }),
  };
}

interface Surroundings {
  binding: Binding | undefined;
  bindings: Binding[];
  session: SessionSecrets;
  snapshot: Snapshot;
}

function candidate(
  page: SeenPage,
  facts: PageFacts,
  { summary, values }: KnownProfile,
  { binding, bindings, session, snapshot }: Surroundings,
): Candidate {
  const held = heldSecrets(summary, session);
  // What will be asked for at the fill is part of what will change.
  const asksSecret = held.length === 0 && asksAtFill(snapshot, page, summary);
  const secrets = asksSecret ? [secretNames[summary.kind]] : held;
  return {
    ...judgeProfile(facts, summary, bindings),
    ...(asksSecret && { asksSecret }),
    tokensPage: values.tokens_page,
    plan: plan(page.form, page.look, values, binding?.choices ?? {}, secrets),
  };
}

function otherMethod({ form, look }: SeenPage): { nowLabel: string; wantedLabel: string } | undefined {
  if (!form.method || !look.method || look.method.isWanted) return undefined;
  return { nowLabel: look.method.nowLabel, wantedLabel: form.method.wanted.label };
}
