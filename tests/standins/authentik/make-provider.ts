/** One application's OpenID provider, set up to answer as authentik does. */
import { type JsonWebKey, randomUUID } from 'node:crypto';
import { type Context, Provider } from 'oidc-provider';
import type { ProviderSettings, TestUser } from '../standin.ts';
import { type Addresses, applicationPaths, commonPaths, issuerOf } from './addresses.ts';
import { claimsByScope, claimsOf } from './claims.ts';
import { isRegisteredOrigin, trimDiscovery } from './discovery.ts';
import type { Adapter } from './memory-adapter.ts';
import { logoutSource, postLogoutSuccessSource, renderError } from './provider-pages.ts';

/** What a login depends on beside the settings that tests speak of. */
export interface Manners {
  /** Whether a signing key is chosen; without one, tokens are signed with the client's secret. */
  isSigned: boolean;
  /** Names of the scopes whose mappings are chosen. */
  scopes: readonly string[];
  /** Whether a redirect URI may be used. */
  allows: (uri: string) => boolean;
  /** Whether logins by code are among the provider's grant types. */
  grantsCodes: boolean;
  /** Whether whatever secret a client sends is as good as the right one. */
  isPublic: boolean;
}

export interface ProviderParts {
  basePath: string;
  settings: ProviderSettings;
  manners: Manners;
  user: TestUser;
  /** The private signing key as a JWK. */
  signingKey: JsonWebKey;
  /** Where sessions, codes and tokens are kept. */
  adapter: Adapter;
  /** Told the id of every login that needs the user, so that the router finds this provider again. */
  onInteraction: (uid: string) => void;
}

const day = 24 * 60 * 60;
/** oidc-provider wants at least one; nothing answers there. */
const nothingRegistered = 'https://no-redirect-uri-registered.invalid/';
export function makeProvider(parts: ProviderParts): Provider {
  const { basePath, settings, manners } = parts;
  const provider = new Provider(issuerOf(basePath, settings.slug, settings.issuerMode), configuration(parts));
  provider.Client.prototype.redirectUriAllowed = manners.allows;
  return provider.use(async (context, next) => {
    await next();
    speakAsAuthentik(context, parts);
  });
}

function configuration(parts: ProviderParts): Record<string, unknown> {
  const { settings, manners, user, signingKey, adapter, onInteraction } = parts;
  const paths = commonPaths(parts.basePath);
  return {
    clients: [clientOf(settings, manners)],
    adapter,
    jwks: { keys: [signingKey] },
    scopes: manners.scopes,
    enabledJWA: { idTokenSigningAlgValues: [algorithmOf(manners)] },
    claims: claimsOfScopes(manners.scopes),
    conformIdTokenClaims: false,
    responseTypes: ['code'],
    clientAuthMethods: ['client_secret_post'],
    allowOmittingSingleRegisteredRedirectUri: false,
    pkce: { required: () => false },
    cookies: cookiesOf(settings.slug),
    routes: routesOf(parts.basePath, settings.slug, paths),
    features: {
      devInteractions: { enabled: false },
      introspection: { enabled: true, allowedPolicy: () => true },
      revocation: { enabled: true, allowedPolicy: () => true },
      rpInitiatedLogout: { enabled: true, logoutSource, postLogoutSuccessSource },
    },
    ttl: { AccessToken: 3600, AuthorizationCode: 60, IdToken: 3600, Interaction: 3600, Session: day, Grant: day },
    interactions: {
      url: (_context: Context, { uid, params }: { uid: string; params: Record<string, unknown> }) => {
        onInteraction(uid);
        const asked = Object.entries(params).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
        return `${paths.flow}?next=${encodeURIComponent(`${paths.authorize}?${new URLSearchParams(asked)}`)}`;
      },
    },
    findAccount: (_context: Context, accountId: string) => ({
      accountId,
      claims: () => claimsOf(user, settings.subjectMode),
    }),
    loadExistingGrant: (context: Context) => grantAll(context, manners.scopes),
    clientBasedCORS: (_context: Context, origin: string) => isRegisteredOrigin(settings, origin),
    renderError,
  };
}

/** A claim comes with its scope's mapping; a scope without claims of its own is none of oidc-provider's business. */
function claimsOfScopes(scopes: readonly string[]): Record<string, readonly string[]> {
  return Object.fromEntries(Object.entries(claimsByScope).filter(([scope]) => scopes.includes(scope)));
}

function algorithmOf({ isSigned }: Manners): string {
  return isSigned ? 'RS256' : 'HS256';
}

function clientOf(settings: ProviderSettings, manners: Manners) {
  const wellFormed = settings.redirectUris.filter((uri) => /^https?:$/.test(URL.parse(uri)?.protocol ?? ''));
  return {
    client_id: settings.clientId,
    client_secret: settings.clientSecret,
    // Only a start: which address may be used is asked anew each time.
    redirect_uris: wellFormed.length === 0 ? [nothingRegistered] : wellFormed,
    grant_types: ['authorization_code'],
    response_types: ['code'],
    token_endpoint_auth_method: 'client_secret_post',
    id_token_signed_response_alg: algorithmOf(manners),
  };
}

function routesOf(basePath: string, slug: string, paths: Addresses): Record<string, string> {
  const own = applicationPaths(basePath, slug);
  return {
    authorization: paths.authorize,
    token: paths.token,
    userinfo: paths.userinfo,
    introspection: paths.introspect,
    revocation: paths.revoke,
    jwks: own.jwks,
    end_session: own.endSession,
  };
}

/** Own names per application, since all live on one host, and per change of settings, so that no old login goes on. */
function cookiesOf(slug: string): Record<string, unknown> {
  const made = randomUUID();
  const name = (kind: string): string => `authentik_${kind}_${slug}_${made}`;
  return {
    keys: ['stand-in cookie key'],
    names: { session: name('session'), interaction: name('interaction'), resume: name('resume') },
  };
}

/** Implicit consent: whatever known scopes were asked for. */
async function grantAll({ oidc }: Context, scopes: readonly string[]): Promise<unknown> {
  if (oidc?.session.accountId === undefined) return undefined;
  const grant = new oidc.provider.Grant({ accountId: oidc.session.accountId, clientId: oidc.client.clientId });
  grant.addOIDCScope(scopes.join(' '));
  await grant.save();
  return grant;
}

/**
 * authentik sends no `iss` beside the code, takes one step more to its login page, answers 400 where a client does not
 * prove itself for a token, lists fewer keys in discovery, and opens CORS to redirect origins only.
 */
function speakAsAuthentik(context: Context, { basePath, settings, manners }: ProviderParts): void {
  const { flow, defaultFlow } = commonPaths(basePath);
  const location = context.response.get('location');
  if (location?.startsWith('https:')) context.redirect(withoutIssuer(location));
  if (location?.startsWith(`${flow}?`)) context.redirect(location.replace(flow, defaultFlow));
  if (context.oidc?.route === 'token' && context.status === 401) context.status = 400;
  if (context.oidc?.route === 'jwks' && !manners.isSigned) context.body = {};
  if (context.oidc?.route === 'discovery') trimDiscovery(context, settings);
}

/** Only a parameter that is there is touched: the app's redirect URI comes back to the letter. */
function withoutIssuer(location: string): string {
  const target = new URL(location);
  if (!target.searchParams.has('iss')) return location;
  target.searchParams.delete('iss');
  return target.href;
}
