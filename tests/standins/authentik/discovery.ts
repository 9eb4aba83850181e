/** What authentik's discovery document says, out of all that oidc-provider would say in it; and who may read it. */
import type { Context } from 'oidc-provider';
import type { ProviderSettings } from '../standin.ts';

/** The keys of authentik's own document (authentik.md 3.2) that this provider fills. */
const discoveryKeys = [
  'issuer',
  'authorization_endpoint',
  'token_endpoint',
  'userinfo_endpoint',
  'end_session_endpoint',
  'introspection_endpoint',
  'revocation_endpoint',
  'response_types_supported',
  'response_modes_supported',
  'jwks_uri',
  'grant_types_supported',
  'id_token_signing_alg_values_supported',
  'subject_types_supported',
  'token_endpoint_auth_methods_supported',
  'scopes_supported',
  'claims_supported',
  'claims_parameter_supported',
  'code_challenge_methods_supported',
];

export function trimDiscovery(context: Context, settings: ProviderSettings): void {
  if (!isRegisteredOrigin(settings, context.get('origin'))) context.response.remove('access-control-allow-origin');
  const body = Object.entries(context.body ?? {}).filter(([key]) => discoveryKeys.includes(key));
  context.body = {
    ...Object.fromEntries(body),
    token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic'],
  };
}

/** Origins of redirect URIs, and no other, may read answers from a page. */
export function isRegisteredOrigin(settings: ProviderSettings, origin: string): boolean {
  return settings.redirectUris.some((uri) => URL.parse(uri)?.origin === origin);
}
