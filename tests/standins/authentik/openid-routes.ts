/** The addresses a login goes through: authorize, the login page, token and its like, userinfo, and those below a slug. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { redirect, sendHtml, sendJson } from '../http.ts';
import type { TestUser } from '../standin.ts';
import { applicationPaths, commonPaths } from './addresses.ts';
import type { Application, Applications } from './applications.ts';
import { subjectOf } from './claims.ts';
import { readClientRequest } from './client-credentials.ts';
import { isRegisteredOrigin } from './discovery.ts';

export interface Request {
  url: URL;
  request: IncomingMessage;
  response: ServerResponse;
}

/** Answers true when the request was its own. */
export type Route = (parts: Request) => Promise<boolean>;

/** In the order in which they are asked. */
export function openIdRoutes(applications: Applications, basePath: string, user: TestUser): Route[] {
  return [
    authorizeRoute(applications, basePath),
    loginRoute(applications, basePath, user),
    clientRoute(applications, basePath),
    userinfoRoute(applications, basePath),
    applicationRoute(applications, basePath),
  ];
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
    if (!application.manners.grantsCodes) {
      sendHtml(response, page('<main data-error="invalid_request">The request is otherwise malformed</main>'), 400);
      return true;
    }
    request.url = `${authorize}?${withKnownScopes(url.searchParams, application.manners.scopes)}`;
    return pass(application, request, response);
  };
}

/** authentik splits the parameter on white space and drops the names it does not know, without a word. */
function withKnownScopes(parameters: URLSearchParams, scopes: readonly string[]): string {
  const changed = new URLSearchParams(parameters);
  const asked = (parameters.get('scope') ?? '').split(/\s+/);
  const known = asked.filter((name) => scopes.includes(name));
  if (known.length === 0) changed.delete('scope');
  else changed.set('scope', known.join(' '));
  return changed.toString();
}

/** A login that an app began in this browser goes through at once, with consent; everybody else has to sign in. */
function loginRoute(applications: Applications, basePath: string, user: TestUser): Route {
  const { authorize, flow } = commonPaths(basePath);
  return async ({ url, request, response }) => {
    const next = URL.parse(url.searchParams.get('next') ?? '', url.origin);
    if (url.pathname !== flow || next?.pathname !== authorize) return false;
    const application = applications.byClientId(next.searchParams.get('client_id'));
    if (application === undefined || !(await isUnderWay(application, request, response))) return false;
    const accountId = subjectOf(user, application.settings.subjectMode);
    await application.provider.interactionFinished(request, response, { login: { accountId }, consent: {} });
    return true;
  };
}

/** By the cookie that the authorize address has set: a request without cookies is in no login. */
async function isUnderWay(
  { provider }: Application,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  try {
    await provider.interactionDetails(request, response);
    return true;
  } catch {
    return false;
  }
}

/** Addresses at which a client proves itself: token, introspection, revocation. */
function clientRoute(applications: Applications, basePath: string): Route {
  const { token, introspect, revoke } = commonPaths(basePath);
  return async ({ url, request, response }) => {
    if (![token, introspect, revoke].includes(url.pathname) || request.method !== 'POST') return false;
    const client = await readClientRequest(request);
    const application = applications.byClientId(client.clientId);
    const isToken = url.pathname === token;
    if (application === undefined) return refuseClient(response, isToken);
    forgetForeignOrigin(application, request);
    if (application.manners.isPublic) client.form.set('client_secret', application.settings.clientSecret);
    if (!isToken || !usesForeignRedirect(application, client.form)) {
      return pass(application, client.request(), response);
    }
    applications.errors.set(application.settings.slug, 'invalid_client: redirect_uri');
    return refuseClient(response, isToken);
  };
}

/** oidc-provider refuses a foreign origin; authentik answers it, and only does not let it read the answer. */
function forgetForeignOrigin({ settings }: Application, { headers }: IncomingMessage): void {
  if (!isRegisteredOrigin(settings, headers.origin ?? '')) delete headers.origin;
}

function refuseClient(response: ServerResponse, isToken: boolean): true {
  sendJson(
    response,
    { error: 'invalid_client', error_description: 'Client authentication failed' },
    isToken ? 400 : 401,
  );
  return true;
}

/** Looked at after the secret and before the code, and named like a wrong secret; authentik/providers/oauth2/views/token.py. */
function usesForeignRedirect({ settings, manners }: Application, form: URLSearchParams): boolean {
  const isKnown = form.get('client_secret') === settings.clientSecret;
  const isByCode = form.get('grant_type') === 'authorization_code' && (form.get('code') ?? '') !== '';
  return isKnown && isByCode && !manners.allows(form.get('redirect_uri') ?? '');
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

export function page(main: string): string {
  return `<!doctype html><title>authentik (stand-in)</title>${main}`;
}
