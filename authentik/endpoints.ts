/** Addresses of one application's OIDC provider, derived from base URL, slug and issuer mode; authentik sheet 3.1. */

/** per_provider: the issuer names the application. global: the issuer is the instance itself. */
export type IssuerMode = 'per_provider' | 'global';

export interface Endpoints {
  base_url: string;
  issuer: string;
  discovery: string;
  authorization: string;
  token: string;
  userinfo: string;
  jwks: string;
  end_session: string;
}

/** Paths under `/application/o/` that are taken, so that no application may have them as its slug. */
export const reservedSlugs = ['authorize', 'token', 'userinfo', 'introspect', 'revoke', 'device'] as const;

/**
 * `baseUrl` has its sub-path and no final slash. Every address ends with a slash, since authentik adds none and
 * answers 404 without it; only the discovery document has none. Discovery lies under the slug in both issuer modes.
 */
export function endpoints(baseUrl: string, slug: string, issuerMode: IssuerMode): Endpoints {
  return {
    base_url: baseUrl,
    issuer: issuerMode === 'global' ? `${baseUrl}/` : `${baseUrl}/application/o/${slug}/`,
    discovery: `${baseUrl}/application/o/${slug}/.well-known/openid-configuration`,
    authorization: `${baseUrl}/application/o/authorize/`,
    token: `${baseUrl}/application/o/token/`,
    userinfo: `${baseUrl}/application/o/userinfo/`,
    jwks: `${baseUrl}/application/o/${slug}/jwks/`,
    end_session: `${baseUrl}/application/o/${slug}/end-session/`,
  };
}
