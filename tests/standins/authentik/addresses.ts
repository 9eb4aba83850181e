/** The addresses authentik answers on, written by hand from the sheet authentik.md 3.1; shared with nobody. */

export const authentikHost = 'authentik.company';

export interface Addresses {
  authorize: string;
  token: string;
  userinfo: string;
  introspect: string;
  revoke: string;
  /** Which flow a login goes through: leads on to `flow`, query and all. */
  defaultFlow: string;
  /** Where people sign in; what they wanted follows as `next`. */
  flow: string;
  /** The interface for administrators; which of its pages is in the hash. */
  admin: string;
  /** The library of applications, for everybody. */
  library: string;
}

/** Paths common to all applications, below the sub-path. */
export function commonPaths(basePath: string): Addresses {
  return {
    authorize: `${basePath}/application/o/authorize/`,
    token: `${basePath}/application/o/token/`,
    userinfo: `${basePath}/application/o/userinfo/`,
    introspect: `${basePath}/application/o/introspect/`,
    revoke: `${basePath}/application/o/revoke/`,
    defaultFlow: `${basePath}/flows/-/default/authentication/`,
    flow: `${basePath}/if/flow/default-authentication-flow/`,
    admin: `${basePath}/if/admin/`,
    library: `${basePath}/if/user/`,
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
