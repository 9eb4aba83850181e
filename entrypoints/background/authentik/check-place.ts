/** What Check is about: a site, its profile with its secret, and, where its page is open, what that shows. */

import type { Needs } from '@/authentik/model';
import { fail, ok, type Result } from '@/lib/result';
import type { CheckTarget } from '@/messaging/check-report';
import { findConnection } from '@/profiles/connections';
import { instanceKind, profileKind } from '@/profiles/kinds';
import type { Instance, Profile } from '@/profiles/schema';
import { secretOf } from '@/profiles/secret';
import { type SessionSecrets, sessionSecrets } from '@/profiles/session-secrets';
import { bindingKind, findBinding } from '@/sites/bindings';
import { callbackKind } from '@/sites/captured-callbacks';
import type { Binding } from '@/sites/schema';
import { readVault } from '@/vault/store';
import type { Snapshot } from '@/vault/transaction';
import { findForm, type KnownForm } from '../find-form';
import { flatten } from '../flatten';
import { lookAtTab, type SeenPage } from '../look-at-tab';
import { placeOf } from '../tab-card';
import { neededBy, providerNeeds } from './needs';

export interface CheckPlace {
  binding: Binding;
  known: KnownForm;
  profile: Profile;
  instance: Instance;
  /** From the vault, or entered for this session; never told to a screen. */
  secret: string | undefined;
  isConnected: boolean;
  page?: SeenPage;
  tabId?: number;
  /** Addresses that authentik is to accept to the letter, as the page shows them or has shown them. */
  callbacks: string[];
  /** Undefined for a form that takes no provider. */
  needs: Needs | undefined;
}

/** Fails with `not-bound` where the page has no profile, and with `not-found` when the binding or its profile is gone. */
export async function findPlace(target: CheckTarget): Promise<Result<CheckPlace>> {
  const session = await sessionSecrets();
  if ('bindingId' in target) {
    return flatten(await readVault((snapshot) => placeIn(snapshot, target.bindingId, session)));
  }
  const sight = await lookAtTab(target.tabId);
  if (sight.kind !== 'recognised') return fail(sight.kind === 'unreachable' ? 'no-page' : 'not-recognised');
  const { page } = sight;
  return flatten(
    await readVault((snapshot) => {
      const binding = findBinding(snapshot, placeOf(page));
      if (!binding) return fail('not-bound');
      const place = placeIn(snapshot, binding.id, session);
      return place.ok ? ok({ ...place.value, ...seen(page), page, tabId: target.tabId }) : place;
    }),
  );
}

function seen(page: SeenPage): Pick<CheckPlace, 'callbacks' | 'needs'> {
  const needed = providerNeeds(page);
  const strict = (needed?.callbacks ?? []).filter(({ matching, kind }) => isPlain(matching, kind));
  return { callbacks: strict.map(({ url }) => url), needs: needed?.needs };
}

function placeIn(snapshot: Snapshot, bindingId: string, session: SessionSecrets): Result<CheckPlace> {
  const binding = snapshot.find(bindingKind, bindingId);
  const known = binding && findForm(binding.app, binding.form);
  const profile = binding && snapshot.find(profileKind, binding.profileId);
  const instance = profile && snapshot.find(instanceKind, profile.instanceId);
  if (!known || !instance) return fail('not-found');
  return ok({
    binding,
    known,
    profile,
    instance,
    secret: secretOf(profile) ?? session.of(profile),
    isConnected: findConnection(snapshot, instance.baseUrl) !== undefined,
    callbacks: captured(snapshot, binding),
    needs: neededBy(known.form)?.needs,
  });
}

/** Those that a fill of this very site has shown, the latest first. */
function captured(snapshot: Snapshot, { app, origin }: Binding): string[] {
  return snapshot
    .list(callbackKind)
    .filter((one) => one.app === app && one.origin === origin && isPlain(one.matching, one.kind))
    .sort((one, other) => other.at - one.at)
    .map(({ url }) => url);
}

/** A pattern, or an address for the logout, is for the administrator to enter: no login depends on it. */
function isPlain(matching: string | undefined, kind: string | undefined): boolean {
  return matching === undefined && kind === undefined;
}
