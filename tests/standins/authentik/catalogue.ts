/** The flows, keys and scope mappings that a fresh authentik has, and a test can take away or add to. */
import { createHash } from 'node:crypto';

interface Flow {
  pk: string;
  slug: string;
  name: string;
  designation: 'authorization' | 'invalidation' | 'authentication';
}

interface KeyPair {
  pk: string;
  name: string;
  kind: 'rsa' | 'ec';
  managed: string | null;
}

interface ScopeMapping {
  pk: string;
  name: string;
  scope_name: string;
  managed: string | null;
}

export interface Catalogue {
  flows: Flow[];
  keys: KeyPair[];
  scopes: ScopeMapping[];
}

/** The same id for the same name, of the form of a UUID. */
export function idOf(name: string): string {
  const hex = createHash('sha256').update(`stand-in object ${name}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function flow(slug: string, name: string, designation: Flow['designation']): Flow {
  return { pk: idOf(slug), slug, name, designation };
}

function scope(scopeName: string): ScopeMapping {
  const managed = `goauthentik.io/providers/oauth2/scope-${scopeName}`;
  const name = `authentik default OAuth Mapping: OpenID '${scopeName}'`;
  return { pk: idOf(managed), name, scope_name: scopeName, managed };
}

/** As authentik's own blueprints make them. */
export function defaultCatalogue(): Catalogue {
  const self = 'authentik Self-signed Certificate';
  const internal = 'goauthentik.io/crypto/jwt-managed';
  return {
    flows: [
      flow('default-authentication-flow', 'Welcome to authentik!', 'authentication'),
      flow('default-provider-authorization-explicit-consent', 'Authorize Application', 'authorization'),
      flow('default-provider-authorization-implicit-consent', 'Authorize Application', 'authorization'),
      flow('default-invalidation-flow', 'Logout', 'invalidation'),
      flow('default-provider-invalidation-flow', 'Logged out of application', 'invalidation'),
    ],
    keys: [
      { pk: idOf(internal), name: 'authentik Internal JWT Certificate', kind: 'rsa', managed: internal },
      { pk: idOf(self), name: self, kind: 'rsa', managed: null },
    ],
    scopes: ['email', 'offline_access', 'openid', 'profile'].map(scope),
  };
}
