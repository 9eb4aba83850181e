/** The shared login host: sends the browser to the provider, takes it back, and hands it on to the tenant. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readCookies, redirect, requestUrl, sendHtml, sendText, setCookie } from '../http.ts';
import { finishLogin, fixedCallback, loginHost, startLogin } from './login.ts';
import { loginFailedPage } from './pages.ts';
import { type State, tenantHost } from './state.ts';

export const startUrl = `https://${loginHost}/login/oidc`;

export async function handleLoginHost(state: State, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const address = requestUrl(request);
  const path = address.origin + address.pathname;
  if (path === startUrl) start(state, response);
  else if (path === fixedCallback) await finish(state, request, response);
  else sendText(response, 'Not found', 404);
}

function start(state: State, response: ServerResponse): void {
  state.lastLoginError = null;
  const started = startLogin(state.store.connection);
  if (!started.ok) {
    fail(state, response, started.error);
    return;
  }
  const id = randomUUID();
  state.pending.set(id, started.value.pending);
  setCookie(response, 'login', id);
  redirect(response, started.value.url);
}

async function finish(state: State, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const id = readCookies(request).get('login') ?? '';
  const pending = state.pending.get(id) ?? null;
  state.pending.delete(id);
  const finished = await finishLogin({
    connection: state.store.connection,
    userinfoMethod: state.store.userinfoMethod,
    backchannel: state.backchannel,
    users: state.users,
    pending,
    parameters: requestUrl(request).searchParams,
  });
  if (!finished.ok) return fail(state, response, finished.error);
  const ticket = randomUUID();
  state.tickets.set(ticket, finished.value);
  redirect(response, `https://${tenantHost}/login/finish?ticket=${ticket}`);
}

function fail(state: State, response: ServerResponse, error: string): void {
  state.lastLoginError = error;
  sendHtml(response, loginFailedPage(error), 400);
}
