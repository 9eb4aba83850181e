/** The body that makes application and provider at once, as each version of authentik takes it; authentik sheet 2.4 and 2.6. */
import type { Creation } from '../creation';
import type { RedirectUri, Version } from '../model';
import { kindOf, type RedirectUris, textOf } from './redirect-uris';
import { isAtLeast, patchOf } from './version';

/** Everything that is sent; the secret goes nowhere else. */
export interface Client extends Creation {
  clientId: string;
  clientSecret: string;
}

export interface ClientBody {
  app: { name: string; slug: string };
  provider_model: 'authentik_providers_oauth2.oauth2provider';
  provider: Record<string, unknown>;
}

/** `policy_bindings` is left out: everybody may open the application, as when it is made by hand. */
export function clientBody(client: Client, version: Version | undefined): ClientBody {
  const { name, slug, signingKey } = client;
  return {
    app: { name, slug },
    provider_model: 'authentik_providers_oauth2.oauth2provider',
    provider: {
      name,
      authorization_flow: client.authorizationFlow,
      ...(isAtLeast(version, 2024, 10) && { invalidation_flow: client.invalidationFlow }),
      client_type: client.clientType,
      client_id: client.clientId,
      client_secret: client.clientSecret,
      ...(signingKey !== null && { signing_key: signingKey }),
      property_mappings: client.mappings,
      sub_mode: client.subjectMode,
      issuer_mode: 'per_provider',
      redirect_uris: redirectUrisFor(client.redirectUris, version),
      // From then on none are granted unless they are named, and every login is refused.
      ...(isAtLeast(version, 2026, 5) && { grant_types: ['authorization_code', 'refresh_token'] }),
    },
  };
}

/** Entries for a logout are left out where authentik would take them for an authorization. */
function redirectUrisFor(entries: readonly RedirectUri[], version: Version | undefined): RedirectUris {
  if (isAtLeast(version, 2026, 5)) {
    return entries.map((entry) => ({
      matching_mode: entry.matching,
      url: entry.url,
      redirect_uri_type: kindOf(entry),
    }));
  }
  const forLogin = entries.filter((entry) => kindOf(entry) === 'authorization');
  return isText(version) ? textOf(forLogin) : forLogin.map(({ matching, url }) => ({ matching_mode: matching, url }));
}

/** One text up to 2024.8.4 and 2024.10.2. */
function isText(version: Version | undefined): boolean {
  if (version === undefined || isAtLeast(version, 2024, 11)) return false;
  if (!isAtLeast(version, 2024, 8)) return true;
  return patchOf(version) < (isAtLeast(version, 2024, 10) ? 3 : 5);
}
