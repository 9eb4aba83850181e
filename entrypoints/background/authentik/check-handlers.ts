/** Answers the messages of Check: one that reads, and those that each make one change that was shown and confirmed. */

import { readVersion } from '@/authentik/api/account';
import { findProvider, type Provider } from '@/authentik/api/providers';
import { registerCallback, unregisterCallback } from '@/authentik/api/register-callback';
import { applyRepair, undoRepair } from '@/authentik/api/repairs';
import type { Transport } from '@/authentik/api/transport';
import type { ApiFailure, EditFailure } from '@/authentik/model';
import { fail, ok, type Result } from '@/lib/result';
import type { Trouble } from '@/messaging/authentik-protocol';
import type { CheckTarget } from '@/messaging/check-report';
import type { Handlers } from '@/messaging/registry';
import { forgetRedirectUri, noteRedirectUri, takeIssuerMode, takeSecret } from '@/profiles/from-authentik';
import { keepSessionSecret } from '@/profiles/session-secrets';
import { readVault, updateVault } from '@/vault/store';
import { check } from './check';
import { type CheckPlace, findPlace } from './check-place';
import { asJob, atAuthentik } from './jobs';

interface At {
  target: CheckTarget;
  job: string;
}

type Work<T> = (
  transport: Transport,
  provider: Provider,
  context: { place: CheckPlace; signal: AbortSignal },
) => Promise<Result<T, EditFailure>>;

/** Does `work` with the provider of the site's client, looked up in this moment. */
async function withProvider<T>({ target, job }: At, work: Work<T>): Promise<Result<[T, CheckPlace], Trouble>> {
  const place = await findPlace(target);
  if (!place.ok) return place;
  const { profile, instance } = place.value;
  if (profile.kind !== 'oidc-client') return fail('not-found');
  const done = await atAuthentik({ baseUrl: instance.baseUrl, job }, async (transport, { signal }) => {
    const found = await findProvider(transport, profile.clientId, signal);
    if (!found.ok) return found;
    return found.value ? work(transport, found.value, { place: place.value, signal }) : gone;
  });
  return done.ok ? ok([done.value, place.value]) : done;
}

const gone: { ok: false; failure: ApiFailure } = { ok: false, failure: { kind: 'not-found' } };

export const checkHandlers = {
  'authentik.check': async ({ target, job }) => {
    const place = await findPlace(target);
    return place.ok ? asJob(job, (context) => check(place.value, context)) : place;
  },

  'authentik.register': async ({ callback, ...at }) => {
    const done = await withProvider(at, async (transport, { pk }, { place, signal }) => {
      // Another address than the site's own is never registered, whoever asks for it.
      if (!place.callbacks.includes(callback)) return { ok: false, failure: { kind: 'unsafe-callback' } };
      const version = await readVersion(transport, signal);
      return version.ok ? registerCallback(transport, { pk, callback, version: version.value }, signal) : version;
    });
    if (!done.ok) return done;
    const [plan, { profile }] = done.value;
    const noted = await updateVault((transaction) => noteRedirectUri(transaction, profile.id, callback));
    return ok({ plan, isNoted: noted.ok });
  },

  'authentik.unregister': async ({ callback, entry, ...at }) => {
    const done = await withProvider(at, (transport, { pk }, { signal }) =>
      unregisterCallback(transport, pk, entry, signal),
    );
    if (!done.ok) return done;
    const [wasThere, { profile }] = done.value;
    const noted = await updateVault((transaction) => forgetRedirectUri(transaction, profile.id, callback));
    return ok({ wasThere, isNoted: noted.ok });
  },

  'authentik.repair': async ({ repair, ...at }) => {
    const done = await withProvider(at, (transport, { pk }, { signal }) => applyRepair(transport, pk, repair, signal));
    return done.ok ? ok(done.value[0]) : done;
  },

  'authentik.undoRepair': async ({ repair, ...at }) => {
    const done = await withProvider(at, (transport, { pk }, { signal }) => undoRepair(transport, pk, repair, signal));
    return done.ok ? ok({ wasThere: done.value[0] }) : done;
  },

  'authentik.takeSecret': async (at) => {
    const kept = await readVault(({ mode }) => mode !== 'no-secrets');
    if (!kept.ok) return kept;
    const done = await withProvider<string>(at, async (_, { clientSecret }) =>
      clientSecret === undefined ? gone : ok(clientSecret),
    );
    if (!done.ok) return done;
    const [secret, { profile }] = done.value;
    if (!kept.value) return keepSessionSecret(profile, secret);
    return updateVault((transaction) => takeSecret(transaction, profile.id, secret));
  },

  'profile.takeIssuerMode': ({ profileId, mode }) =>
    updateVault((transaction) => takeIssuerMode(transaction, profileId, mode)),
} satisfies Partial<Handlers>;
