/** The applications of the stand-in authentik and the ways a request finds its own. */
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import type { Context, Provider, ProviderError } from 'oidc-provider';
import type { ProviderSettings, TestUser } from '../standin.ts';
import { type Manners, makeProvider } from './make-provider.ts';
import { createMemoryAdapter } from './memory-adapter.ts';

export interface Application {
  settings: ProviderSettings;
  manners: Manners;
  provider: Provider;
  handle: ReturnType<Provider['callback']>;
}

export interface Applications {
  bySlug(slug: string | undefined): Application | undefined;
  byClientId(clientId: string | null): Application | undefined;
  /** By the id of a login under way. */
  byInteraction(uid: string | null | undefined): Application | undefined;
  byAccessToken(token: string | undefined): Application | undefined;
  /** Makes the application's provider, or makes it anew under changed settings. */
  put(settings: ProviderSettings, manners: Manners): void;
  remove(slug: string): void;
  /** Every access token issued so far: what no browser may have on its disk. */
  issuedTokens(): string[];
  /** The last error by slug, in the provider's own words. */
  readonly errors: Map<string, string>;
}

const errorEvents = ['authorization.error', 'grant.error', 'userinfo.error', 'server_error', 'jwks.error'] as const;

/** authentik signs with the certificate's RSA key, the same for all its providers; made once, since it takes a while. */
const signingKey = makeSigningKey();

export function createApplications(basePath: string, user: TestUser): Applications {
  const applications = new Map<string, Application>();
  const interactions = new Map<string, string>();
  const accessTokens = new Map<string, string>();
  const errors = new Map<string, string>();
  const adapter = createMemoryAdapter();
  const bySlug = (slug: string | undefined): Application | undefined => applications.get(slug ?? '');

  return {
    bySlug,
    byClientId: (clientId) => [...applications.values()].find(({ settings }) => settings.clientId === clientId),
    byInteraction: (uid) => bySlug(interactions.get(uid ?? '')),
    byAccessToken: (token) => bySlug(accessTokens.get(token ?? '')),
    put: (settings, manners) => {
      const { slug } = settings;
      const onInteraction = (uid: string): void => {
        interactions.set(uid, slug);
      };
      const provider = makeProvider({ basePath, settings, manners, user, signingKey, adapter, onInteraction });
      provider.on('access_token.saved', ({ jti }) => accessTokens.set(jti, slug));
      const onError = (_context: Context, error: ProviderError): void => {
        errors.set(slug, inWords(error));
      };
      for (const event of errorEvents) provider.on(event, onError);
      applications.set(slug, { settings, manners, provider, handle: provider.callback() });
    },
    remove: (slug) => {
      applications.delete(slug);
    },
    issuedTokens: () => [...accessTokens.keys()],
    errors,
  };
}

function makeSigningKey() {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), kid: randomUUID(), use: 'sig', alg: 'RS256' };
}

function inWords(error: ProviderError): string {
  return error.error_description === undefined ? error.message : `${error.error}: ${error.error_description}`;
}
