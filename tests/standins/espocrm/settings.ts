/** EspoCRM's settings: defaults of a fresh install, what is given out, and how a PUT of attributes changes them. */

import type { Stored } from '../standin.ts';
import { atLeast, type Chosen } from './options.ts';

export type Attributes = Record<string, unknown>;

/** Demo field key to attribute. */
const keys: Record<string, string> = {
  method: 'authenticationMethod',
  client_id: 'oidcClientId',
  client_secret: 'oidcClientSecret',
  authorization: 'oidcAuthorizationEndpoint',
  token: 'oidcTokenEndpoint',
  userinfo: 'oidcUserInfoEndpoint',
  jwks: 'oidcJwksEndpoint',
  end_session: 'oidcLogoutUrl',
  scopes: 'oidcScopes',
  claim: 'oidcUsernameClaim',
  allow_admin: 'oidcAllowAdminUser',
};

const secrets = ['oidcClientSecret', 'ldapPassword'];

/** The OIDC part that a portal's provider starts with too. */
export function oidcDefaults(chosen: Chosen): Attributes {
  return {
    oidcJwtSignatureAlgorithmList: ['RS256'],
    oidcScopes: ['profile', 'email', 'phone'],
    oidcUsernameClaim: 'sub',
    ...(atLeast(chosen.version, 8.3) && { oidcAuthorizationPrompt: 'consent' }),
    ...(atLeast(chosen.version, 10) && { oidcAuthorizationPkce: true }),
  };
}

/** A fresh install; what was never saved is not there at all. */
export function freshSettings(chosen: Chosen): Attributes {
  return {
    authenticationMethod: chosen.startMethod,
    authTokenLifetime: '0',
    authTokenMaxIdleTime: '48',
    authTokenPreventConcurrent: false,
    passwordGenerateLength: '10',
    oidcFallback: true,
    ...oidcDefaults(chosen),
  };
}

export function isAttributes(value: unknown): value is Attributes {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The attributes as the server gives them out: never with a secret. */
export function withoutSecrets(attributes: Attributes): Attributes {
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => !secrets.includes(name)));
}

function asStored(value: unknown): Stored {
  if (Array.isArray(value)) return value.map(String);
  return typeof value === 'string' || typeof value === 'boolean' ? value : null;
}

/** The saved settings in the words of the demo; null for what was never saved. */
export function storedSettings(settings: Attributes): Record<string, Stored> {
  return Object.fromEntries(Object.entries(keys).map(([key, name]) => [key, asStored(settings[name])]));
}

/** Overwrites one saved setting; an empty method is the app's own login. @throws Error for a key it does not know. */
export function tamperWith(settings: Attributes, key: string, value: Stored): void {
  const name = keys[key];
  if (name === undefined) throw new Error(`EspoCRM keeps no setting named ${key}.`);
  settings[name] = key === 'method' ? value || 'Espo' : value;
}
