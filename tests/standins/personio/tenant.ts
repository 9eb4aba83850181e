/** The tenant's host: login page, first page after a login, the settings app and its API. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  type FileList,
  readCookies,
  readJson,
  redirect,
  requestUrl,
  sendFile,
  sendHtml,
  sendJson,
  sendText,
  setCookie,
} from '../http.ts';
import { styleSheet } from './class-names.ts';
import { startUrl } from './login-host.ts';
import { readPageOptions } from './options.ts';
import { contentSecurityPolicy, loginPage, shellPage, signedInPage } from './pages.ts';
import { presses, type State } from './state.ts';
import { save, shown } from './store.ts';

type Handler = (state: State, request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

const scripts = [
  ...['api', 'app', 'controls', 'decoys', 'field', 'form-fields', 'methods', 'oidc-form', 'oidc-settings', 'page'],
  'provider-settings',
];
const files: FileList = {
  ...Object.fromEntries(scripts.map((name) => [`/app/${name}.js`, new URL(`public/${name}.js`, import.meta.url)])),
  '/vendor/react.js': 'react-17/umd/react.production.min.js',
  '/vendor/react-dom.js': 'react-dom-17/umd/react-dom.production.min.js',
};

const open: Record<string, Handler> = {
  'GET /login': giveLogin,
  'POST /login/credentials': logInAdministrator,
  'GET /login/finish': takeTicket,
  'GET /my-desk': giveDesk,
};

const forAdministrators: Record<string, Handler> = {
  'GET /api/oidc-connection': giveConnection,
  'PUT /api/oidc-connection': takeConnection,
  'PUT /api/oidc-connection/switches': takeSwitches,
  'POST /api/presses': countPress,
};

export async function handleTenant(state: State, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname } = requestUrl(request);
  response.setHeader('content-security-policy', contentSecurityPolicy);
  const opened = open[`${request.method} ${pathname}`];
  if (opened !== undefined) return opened(state, request, response);
  if (await sendFile(response, pathname, files)) return;
  const load = /^\/assets\/([0-9a-f-]{36})\/app\.css$/.exec(pathname)?.[1];
  if (load !== undefined) return sendStyleSheet(response, load);
  if (!isAdministrator(state, request)) return redirect(response, '/login');
  const handler = forAdministrators[`${request.method} ${pathname}`] ?? giveApp;
  return handler(state, request, response);
}

function isAdministrator(state: State, request: IncomingMessage): boolean {
  return !state.loginGate || state.administrators.has(readCookies(request).get('administrator') ?? '');
}

/** Every address of the app gives its shell; routing is the browser's business. */
async function giveApp(state: State, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = requestUrl(request);
  if (request.method !== 'GET') {
    await record(state, request, pathname);
    return sendText(response, 'Not found', 404);
  }
  if (pathname !== '/' && !pathname.startsWith('/settings')) return sendText(response, 'Not found', 404);
  sendHtml(response, shellPage(readPageOptions(searchParams, state.page), randomUUID(), state.tenantCallback));
}

function sendStyleSheet(response: ServerResponse, load: string): void {
  response.writeHead(200, { 'content-type': 'text/css; charset=utf-8' }).end(styleSheet(load));
}

function giveLogin({ store }: State, _request: IncomingMessage, response: ServerResponse): void {
  sendHtml(response, loginPage(store.enabled ? startUrl : null, store.connection.button_text));
}

function logInAdministrator(state: State, _request: IncomingMessage, response: ServerResponse): void {
  const id = randomUUID();
  state.administrators.add(id);
  setCookie(response, 'administrator', id);
  redirect(response, '/settings');
}

function takeTicket(state: State, request: IncomingMessage, response: ServerResponse): void {
  const ticket = requestUrl(request).searchParams.get('ticket') ?? '';
  const user = state.tickets.get(ticket);
  state.tickets.delete(ticket);
  if (user !== undefined) {
    const id = randomUUID();
    state.sessions.set(id, user);
    setCookie(response, 'session', id);
  }
  redirect(response, user === undefined ? '/login' : '/my-desk');
}

function giveDesk(state: State, request: IncomingMessage, response: ServerResponse): void {
  const user = state.sessions.get(readCookies(request).get('session') ?? '');
  if (user === undefined) redirect(response, '/login');
  else sendHtml(response, signedInPage(user));
}

function giveConnection({ store }: State, _request: IncomingMessage, response: ServerResponse): void {
  sendJson(response, { connection: shown(store), enabled: store.enabled, enforced: store.enforced });
}

async function takeConnection(state: State, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const refused = save(state.store, await record(state, request, '/api/oidc-connection'));
  if (refused.length > 0) return sendJson(response, { refused }, 422);
  sendJson(response, { connection: shown(state.store) });
}

async function takeSwitches(state: State, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await record(state, request, '/api/oidc-connection/switches');
  const { store } = state;
  store.enabled = flag(read(body, 'enabled')) ?? store.enabled;
  store.enforced = flag(read(body, 'enforced')) ?? store.enforced;
  sendJson(response, { enabled: store.enabled, enforced: store.enforced });
}

async function countPress(state: State, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const name = read(await readJson(request), 'name');
  const press = presses.find((known) => known === name);
  if (press !== undefined) state.presses[press] += 1;
  sendJson(response, {});
}

async function record({ writes }: State, request: IncomingMessage, path: string): Promise<unknown> {
  const body = await readJson(request);
  writes.push({ method: request.method ?? '', path, body });
  return body;
}

function flag(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}

function read(body: unknown, key: string): unknown {
  return typeof body === 'object' && body !== null
    ? Object.entries(body).find(([name]) => name === key)?.[1]
    : undefined;
}
