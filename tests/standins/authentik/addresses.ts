/** The addresses authentik answers on, written by hand from the sheet authentik.md 3.1; shared with nobody. */

export const authentikHost = 'authentik.company';

export interface Addresses {
  authorize: string;
  token: string;
  userinfo: string;
  introspect: string;
  revoke: string;
  /** Where the user logs in; the interaction's id follows. */
  flow: string;
}

/** Paths common to all applications, below the sub-path. */
export function commonPaths(basePath: string): Addresses {
  return {
    authorize: `${basePath}/application/o/authorize/`,
    token: `${basePath}/application/o/token/`,
    userinfo: `${basePath}/application/o/userinfo/`,
    introspect: `${basePath}/application/o/introspect/`,
    revoke: `${basePath}/application/o/revoke/`,
    flow: `${basePath}/if/flow/default-authentication-flow/`,
  };
}

/** Paths of one application. */
export function applicationPaths(basePath: string, slug: string) {
  const root = `${basePath}/application/o/${slug}/`;
  return {
    root,
    jwks: `${root}jwks/`,
    endSession: `${root}end-session/`,
    discovery: `${root}.well-known/openid-configuration`,
  };
}

/** The `iss` of tokens. */
export function issuerOf(basePath: string, slug: string, mode: 'per_provider' | 'global'): string {
  const path = mode === 'global' ? `${basePath}/` : applicationPaths(basePath, slug).root;
  return `https://${authentikHost}${path}`;
}
