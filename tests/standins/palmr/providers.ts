/** Palmr's sign-in providers as kept: six of those every install is seeded with, and one added by hand where asked for. */
import { randomUUID } from 'node:crypto';
import type { Stored } from '../standin.ts';
import type { Chosen } from './options.ts';

export interface Provider {
  id: string;
  name: string;
  displayName: string;
  type: string;
  icon: string;
  enabled: boolean;
  issuerUrl: string | null;
  clientId: string | null;
  /** Handed to the administrator's page in clear. */
  clientSecret: string | null;
  /** Separated by blanks. */
  scope: string | null;
  autoRegister: boolean;
  /** Separated by commas. */
  adminEmailDomains: string | null;
  authorizationEndpoint: string | null;
  tokenEndpoint: string | null;
  userInfoEndpoint: string | null;
  sortOrder: number;
}

type Seed = [
  name: string,
  displayName: string,
  type: 'oidc' | 'oauth2',
  icon: string,
  url: string,
  endpoints: string[],
];

const seeds: readonly Seed[] = [
  [
    'google',
    'Google',
    'oauth2',
    'FcGoogle',
    'https://accounts.google.com',
    ['/o/oauth2/v2/auth', '/o/oauth2/token', 'https://www.googleapis.com/oauth2/v3/userinfo'],
  ],
  [
    'github',
    'GitHub',
    'oauth2',
    'SiGithub',
    'https://github.com/login/oauth',
    ['/authorize', '/access_token', 'https://api.github.com/user'],
  ],
  ['auth0', 'Auth0', 'oidc', 'SiAuth0', 'https://your-tenant.auth0.com', ['/authorize', '/oauth/token', '/userinfo']],
  [
    'zitadel',
    'Zitadel',
    'oidc',
    'FaShield',
    'https://your-instance.zitadel.cloud',
    ['/oauth/v2/authorize', '/oauth/v2/token', '/oidc/v1/userinfo'],
  ],
  [
    'authentik',
    'Authentik',
    'oidc',
    'FaShieldAlt',
    'https://your-authentik.domain.com',
    ['/application/o/authorize/', '/application/o/token/', '/application/o/userinfo/'],
  ],
  [
    'pocketid',
    'Pocket ID',
    'oidc',
    'BsFillPSquareFill',
    'https://your-pocket-id.domain.com',
    ['/authorize', '/api/oidc/token', '/api/oidc/userinfo'],
  ],
];

/** By the internal name alone: an official provider can be neither renamed nor deleted. */
export function isOfficial({ name }: Pick<Provider, 'name'>): boolean {
  return seeds.some(([seeded]) => seeded === name);
}

/** The seeded providers, all switched off, with the options' changes and the custom row in front. */
export function freshProviders(chosen: Chosen): Provider[] {
  const seeded = seeds.filter(([name]) => name !== 'pocketid' || chosen.version !== '3.1.0').map(fromSeed);
  const authentik = seeded.find(({ name }) => name === 'authentik');
  if (authentik !== undefined) Object.assign(authentik, { scope: chosen.scopes, enabled: chosen.startEnabled });
  const custom = chosen.customProvider === 'none' ? [] : [customProvider(chosen.customProvider)];
  return [...custom, ...seeded].map((provider, index) => ({ ...provider, sortOrder: index + 1 }));
}

function fromSeed([name, displayName, type, icon, issuerUrl, endpoints]: Seed): Provider {
  const [authorizationEndpoint = null, tokenEndpoint = null, userInfoEndpoint = null] = endpoints;
  return {
    ...makeProvider({ name, displayName, type, icon, issuerUrl }),
    ...{ authorizationEndpoint, tokenEndpoint, userInfoEndpoint },
  };
}

function customProvider(method: 'discovery' | 'manual'): Provider {
  const provider = makeProvider({
    name: 'my-authentik',
    displayName: 'Authentik',
    issuerUrl: 'https://authentik.company/application/o/other',
    clientId: 'client-id-of-another',
    clientSecret: 'test-secret-of-another',
  });
  if (method === 'discovery') return provider;
  const endpoints = { authorizationEndpoint: '/authorize', tokenEndpoint: '/token', userInfoEndpoint: '/userinfo' };
  return { ...provider, ...endpoints };
}

/** A provider as the database makes it when only some columns are given. */
export function makeProvider(given: Partial<Provider> & Pick<Provider, 'name'>): Provider {
  return {
    id: `c${randomUUID().replaceAll('-', '').slice(0, 24)}`,
    displayName: given.name,
    type: 'oidc',
    icon: '',
    enabled: false,
    issuerUrl: null,
    clientId: null,
    clientSecret: null,
    scope: 'openid profile email',
    autoRegister: true,
    adminEmailDomains: null,
    authorizationEndpoint: null,
    tokenEndpoint: null,
    userInfoEndpoint: null,
    sortOrder: 0,
    ...given,
  };
}

const keys = {
  base_url: 'issuerUrl',
  client_id: 'clientId',
  client_secret: 'clientSecret',
  scopes: 'scope',
  enabled: 'enabled',
  auto_register: 'autoRegister',
} as const;

/** What is kept for authentik, by field key; null is what was never saved. */
export function stored(provider: Provider): Record<string, Stored> {
  return Object.fromEntries(Object.entries(keys).map(([key, column]) => [key, provider[column]]));
}

/** @throws Error for a key it does not know. */
export function tamper(provider: Provider, key: string, value: Stored): void {
  const column = Object.entries(keys).find(([known]) => known === key)?.[1];
  if (column === undefined) throw new Error(`Palmr keeps no setting named ${key}.`);
  if (column === 'enabled' || column === 'autoRegister') provider[column] = value === true;
  else provider[column] = typeof value === 'string' ? value : null;
}
