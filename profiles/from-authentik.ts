/** Takes over into a profile what authentik has told, each inside a transaction of the vault; `not-found` when it is gone. */
import { fail, ok, type Result } from '@/lib/result';
import type { Transaction } from '@/vault/transaction';
import { dropUnusedInstances, keepInstance } from './instances';
import { instanceKind, profileKind } from './kinds';
import type { Instance, OidcClient } from './schema';
import { secretRevision } from './secret-revision';

/** The client's present secret; its revision rises, so that every site filled with the old one is named. */
export function takeSecret(transaction: Transaction, profileId: string, secret: string): Result<null> {
  return change(transaction, profileId, (profile) => {
    const next = { ...profile, clientSecret: secret };
    return { ...next, revision: profile.revision + 1, ...secretRevision(profile, next) };
  });
}

/** The profile moves to the same authentik with the other issuer mode; others of that authentik stay. */
export function takeIssuerMode(
  transaction: Transaction,
  profileId: string,
  issuerMode: Instance['issuerMode'],
): Result<null> {
  const moved = change(transaction, profileId, (profile) => {
    const now = transaction.find(instanceKind, profile.instanceId);
    if (!now || now.issuerMode === issuerMode) return profile;
    const next = keepInstance(transaction, { baseUrl: now.baseUrl, name: now.name, issuerMode });
    return { ...profile, instanceId: next.id, revision: profile.revision + 1 };
  });
  dropUnusedInstances(transaction);
  return moved;
}

/** A redirect URI that is registered now; nothing is filled with it, so the revision stays. */
export function noteRedirectUri(transaction: Transaction, profileId: string, url: string): Result<null> {
  return change(transaction, profileId, (profile) =>
    profile.redirectUris.includes(url) ? profile : { ...profile, redirectUris: [...profile.redirectUris, url] },
  );
}

export function forgetRedirectUri(transaction: Transaction, profileId: string, url: string): Result<null> {
  return change(transaction, profileId, (profile) => ({
    ...profile,
    redirectUris: profile.redirectUris.filter((one) => one !== url),
  }));
}

function change(transaction: Transaction, profileId: string, next: (profile: OidcClient) => OidcClient): Result<null> {
  const profile = transaction.find(profileKind, profileId);
  if (profile?.kind !== 'oidc-client') return fail('not-found');
  transaction.put(profileKind, next(profile));
  return ok(null);
}
