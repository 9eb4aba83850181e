/** A real OpenID provider per application under authentik's URL scheme, on authentik.company with an optional sub-path. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { redirect, requestUrl, sendHtml, sendJson } from '../http.ts';
import type { Hosted } from '../server.ts';
import type { ProviderSettings, TestUser } from '../standin.ts';
import { applicationPaths, authentikHost, commonPaths } from './addresses.ts';
import { apiRoute } from './api.ts';
import { type ApiToken, createApiTokens } from './api-tokens.ts';
import { type Application, type Applications, createApplications } from './applications.ts';
import { knownScopes, subjectOf } from './claims.ts';
import { readClientRequest } from './client-credentials.ts';

export interface Authentik extends Hosted {
  /** Base URL with the sub-path, without a final slash. */
  readonly baseUrl: string;
  /** One provider as the administrator of authentik sees it. */
  settings(slug: string): ProviderSettings;
  /** Changes one provider while running, as its administrator would. */
  configure(slug: string, change: Partial<ProviderSettings>): void;
  /** The last error this provider gave, in its own words, or null. */
  lastError(slug: string): string | null;
  /** Every access token issued so far. */
  issuedTokens(): string[];
  /** Adds a key to the API, in place of the one with the same text. */
  addToken(token: ApiToken): void;
  /** Changes a key while running: expiry, rights, intent. */
  configureToken(key: string, change: Partial<Omit<ApiToken, 'key'>>): void;
}

export interface AuthentikOptions {
  /** Empty, or with a slash in front and none at the end. */
  basePath?: string;
  /** Logs in at once wherever a login is asked for. */
  user: TestUser;
  providers: readonly ProviderSettings[];
  /** Keys to the API; none when left out. */
  tokens?: readonly ApiToken[];
}

interface Request {
  url: URL;
  request: IncomingMessage;
  response: ServerResponse;
}

/** Answers true when the request was its own. */
type Route = (parts: Request) => Promise<boolean>;

export function createAuthentik(options: AuthentikOptions): Authentik {
  const { basePath = '', user } = options;
  const applications = createApplications(basePath, user);
  for (const settings of options.providers) applications.put(structuredClone(settings));
  const tokens = createApiTokens(options.tokens ?? []);
  const routes = [
    apiRoute(tokens, basePath, user),
    authorizeRoute(applications, basePath),
    loginRoute(applications, basePath, user),
    clientRoute(applications, basePath),
    userinfoRoute(applications, basePath),
    applicationRoute(applications, basePath),
  ];
  const settings = (slug: string): ProviderSettings => {
    const application = applications.bySlug(slug);
    if (application === undefined) throw new Error(`authentik has no application "${slug}".`);
    return structuredClone(application.settings);
  };

  return {
    baseUrl: `https://${authentikHost}${basePath}`,
    hosts: [authentikHost],
    settings,
    configure: (slug, change) => {
      const changed = { ...settings(slug), ...structuredClone(change) };
      if (changed.slug !== slug) applications.remove(slug);
      applications.put(changed);
    },
    lastError: (slug) => applications.errors.get(slug) ?? null,
    issuedTokens: () => applications.issuedTokens(),
    addToken: tokens.put,
    configureToken: (key, change) => {
      const token = tokens.find(key);
      if (token === undefined) throw new Error('authentik has no token with that key.');
      tokens.put({ ...token, ...change });
    },
    handle: async (request, response) => {
      const parts = { url: requestUrl(request), request, response };
      for (const route of routes) {
        if (await route(parts)) return;
      }
      sendHtml(response, page('<main data-error="not_found">Not found</main>'), 404);
    },
  };
}

/** The authorize address itself, by client id; and where a login goes on, by the id at the end of the path. */
function authorizeRoute(applications: Applications, basePath: string): Route {
  const { authorize } = commonPaths(basePath);
  return async ({ url, request, response }) => {
    if (!url.pathname.startsWith(authorize)) return false;
    const uid = url.pathname.slice(authorize.length);
    if (uid !== '') return pass(applications.byInteraction(uid), request, response);
    const application = applications.byClientId(url.searchParams.get('client_id'));
    if (application === undefined) {
      sendHtml(response, page('<main data-error="client_id">The client identifier is missing or invalid.</main>'), 400);
      return true;
    }
    request.url = `${authorize}?${withKnownScopes(url.searchParams)}`;
    return pass(application, request, response);
  };
}

/** authentik splits the parameter on white space and drops the names it does not know, without a word. */
function withKnownScopes(parameters: URLSearchParams): string {
  const changed = new URLSearchParams(parameters);
  const asked = (parameters.get('scope') ?? '').split(/\s+/);
  const known = asked.filter((name) => knownScopes.some((scope) => scope === name));
  if (known.length === 0) changed.delete('scope');
  else changed.set('scope', known.join(' '));
  return changed.toString();
}

/** The login page logs the test user in and consents at once, whatever was asked for. */
function loginRoute(applications: Applications, basePath: string, user: TestUser): Route {
  const { flow } = commonPaths(basePath);
  return async ({ url, request, response }) => {
    if (url.pathname !== flow) return false;
    const application = applications.byInteraction(url.searchParams.get('interaction'));
    if (application === undefined) return false;
    const accountId = subjectOf(user, application.settings.subjectMode);
    await application.provider.interactionFinished(request, response, { login: { accountId }, consent: {} });
    return true;
  };
}

/** Addresses at which a client proves itself: token, introspection, revocation. */
function clientRoute(applications: Applications, basePath: string): Route {
  const { token, introspect, revoke } = commonPaths(basePath);
  return async ({ url, request, response }) => {
    if (![token, introspect, revoke].includes(url.pathname) || request.method !== 'POST') return false;
    const client = await readClientRequest(request);
    const application = applications.byClientId(client.clientId);
    if (application !== undefined) return pass(application, client.request, response);
    sendJson(response, { error: 'invalid_client', error_description: 'Client authentication failed' }, 401);
    return true;
  };
}

function userinfoRoute(applications: Applications, basePath: string): Route {
  const { userinfo } = commonPaths(basePath);
  return async ({ url, request, response }) => {
    if (url.pathname !== userinfo) return false;
    const application = applications.byAccessToken(request.headers.authorization?.replace(/^bearer /i, ''));
    if (application !== undefined) return pass(application, request, response);
    response.setHeader('www-authenticate', 'error="invalid_token", error_description="The access token is invalid"');
    sendJson(response, { error: 'invalid_token', error_description: 'The access token is invalid' }, 401);
    return true;
  };
}

/** Addresses below an application's slug. */
function applicationRoute(applications: Applications, basePath: string): Route {
  const prefix = `${basePath}/application/o/`;
  return async (parts) => {
    const { pathname } = parts.url;
    const slug = pathname.startsWith(prefix) ? pathname.slice(prefix.length).split('/')[0] : undefined;
    const application = applications.bySlug(slug);
    return application !== undefined && answerBelowSlug(application, basePath, parts);
  };
}

async function answerBelowSlug(application: Application, basePath: string, parts: Request): Promise<boolean> {
  const { url, request, response } = parts;
  const own = applicationPaths(basePath, application.settings.slug);
  if (url.pathname === own.discovery) return pass(application, atDiscovery(request), response);
  const isOwn = url.pathname === own.jwks || url.pathname.startsWith(own.endSession);
  if (isOwn) return pass(application, request, response);
  if (url.pathname === own.root) redirect(response, own.discovery);
  return url.pathname === own.root;
}

/** oidc-provider knows one fixed address for its discovery document. */
function atDiscovery(request: IncomingMessage): IncomingMessage {
  request.url = '/.well-known/openid-configuration';
  return request;
}

async function pass(
  application: Application | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  await application?.handle(request, response);
  return application !== undefined;
}

function page(main: string): string {
  return `<!doctype html><title>authentik (stand-in)</title>${main}`;
}
