/** Who is signed in, the login page's list of providers, and the way to a provider and back. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readJson, redirect, requestUrl, sendHtml, sendJson } from '../http.ts';
import type { Outcome } from '../sign-in.ts';
import { finishLogin, startLogin } from './login.ts';
import type { PalmrUser } from './options.ts';
import { loginRefusedPage } from './pages.ts';
import { isOfficial, type Provider } from './providers.ts';
import type { State } from './state.ts';

type Handler = (state: State, request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

const routes: Record<string, Handler> = {
  'GET /api/auth/me': giveUser,
  'POST /api/auth/login': logInAdministrator,
  'GET /api/auth/providers': giveEnabledProviders,
};

/** Answers true when the request was its own. */
export async function handleLogin(state: State, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const { pathname } = requestUrl(request);
  const route = routes[`${request.method} ${pathname}`];
  if (route !== undefined) await route(state, request, response);
  const [, name, step] = /^\/api\/auth\/providers\/([^/]+)\/(authorize|callback)$/.exec(pathname) ?? [];
  if (name === undefined) return route !== undefined;
  if (step === 'authorize') start(state, request, response, name);
  else await finish(state, request, response, name);
  return true;
}

function giveUser({ sessions }: State, request: IncomingMessage, response: ServerResponse): void {
  const session = sessions.find(request);
  if (session === null) sendJson(response, { error: 'Unauthorized' }, 401);
  else sendJson(response, { user: { username: session.username, isAdmin: session.isAdministrator } });
}

async function logInAdministrator(state: State, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const given: unknown = await readJson(request);
  const { emailOrUsername, password } = Object.assign({ emailOrUsername: '', password: '' }, given);
  if (emailOrUsername !== 'admin' || password !== state.chosen.adminPassword) {
    return sendJson(response, { error: 'Invalid credentials' }, 401);
  }
  state.sessions.start(response, { username: 'admin', isAdministrator: true, isPreset: false });
  sendJson(response, {});
}

function giveEnabledProviders({ providers }: State, request: IncomingMessage, response: ServerResponse): void {
  const enabled = providers.filter((provider) => provider.enabled);
  const data = enabled.map((provider) => ({
    id: provider.id,
    name: provider.name,
    displayName: provider.displayName,
    authUrl: `${originOf(request)}/api/auth/providers/${provider.name}/authorize`,
    isOfficial: isOfficial(provider),
  }));
  sendJson(response, { success: true, data });
}

/** As the server sees itself: the Host it was asked by, and the protocol a proxy names, the first of several. */
function originOf({ headers }: IncomingMessage): string {
  const forwarded = String(headers['x-forwarded-proto'] ?? 'https').split(',')[0] ?? '';
  return `${forwarded.trim()}://${headers.host ?? ''}`;
}

const callbackOf = (request: IncomingMessage, name: string): string =>
  `${originOf(request)}/api/auth/providers/${name}/callback`;

function findEnabled({ providers }: State, name: string): Outcome<Provider> {
  const provider = providers.find((known) => known.name === name);
  return provider?.enabled
    ? { ok: true, value: provider }
    : { ok: false, error: `Provider not found or disabled: ${name}` };
}

function start(state: State, request: IncomingMessage, response: ServerResponse, name: string): void {
  state.lastLoginError = null;
  const provider = findEnabled(state, name);
  const started = provider.ok ? startLogin(provider.value, callbackOf(request, name)) : provider;
  if (started.ok) {
    state.pending.set(started.value.state, started.value.pending);
    redirect(response, started.value.url);
  } else {
    state.lastLoginError = started.error;
    sendHtml(response, loginRefusedPage(started.error), 400);
  }
}

async function finish(state: State, request: IncomingMessage, response: ServerResponse, name: string): Promise<void> {
  const { searchParams } = requestUrl(request);
  const back = new URL(`${originOf(request)}/login`);
  const error = searchParams.get('error');
  if (error !== null) {
    state.lastLoginError = `OAuth error: ${error}: ${searchParams.get('error_description') ?? ''}`;
    back.search = new URLSearchParams({ error: 'oauth_error', provider: name }).toString();
    return redirect(response, back);
  }
  const user = await userOf(state, request, name);
  if (!user.ok) {
    state.lastLoginError = user.error;
    const [type, message] = inPublic(user.error, name);
    back.search = new URLSearchParams({ error: type, provider: name, message }).toString();
    return redirect(response, back);
  }
  state.sessions.start(response, { username: user.value.username, isAdministrator: false, isPreset: false });
  redirect(response, `${originOf(request)}/dashboard`);
}

async function userOf(state: State, request: IncomingMessage, name: string): Promise<Outcome<PalmrUser>> {
  const { searchParams } = requestUrl(request);
  const pending = state.pending.get(searchParams.get('state') ?? '');
  if (pending === undefined) return { ok: false, error: 'Invalid or expired state' };
  const provider = findEnabled(state, name);
  if (!provider.ok) return provider;
  const code = searchParams.get('code') ?? '';
  const callback = callbackOf(request, name);
  const claims = await finishLogin(state.chosen.backchannel, provider.value, pending, code, callback);
  return claims.ok ? state.accounts.find(claims.value, provider.value) : claims;
}

/** The code and the sentence the login page is given for an error of the server. */
function inPublic(error: string, name: string): [type: string, message: string] {
  if (error.includes('registration via')) {
    return ['registration_disabled', `Registration via ${name} is disabled. Contact your administrator.`];
  }
  if (error.includes('expired')) return ['state_expired', 'Authentication session expired. Please try again.'];
  if (error.startsWith('Token exchange failed')) {
    return ['token_exchange_failed', `Failed to authenticate with ${name}. Please try again.`];
  }
  if (error.startsWith('Missing')) return ['missing_user_info', `Incomplete user information from ${name}.`];
  return ['unknown_error', 'Authentication failed'];
}
