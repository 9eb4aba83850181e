/** The console's host: its shell at every address of its own, its script, and the requests it makes. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { bundle } from '../bundle.ts';
import { readJson, requestUrl, sendFile, sendHtml, sendJson, sendText } from '../http.ts';
import { isAuthentik } from './installations.ts';
import { type PageOptions, readPageOptions } from './options.ts';
import { contentSecurityPolicy, homeOf, shellPage } from './pages.ts';
import { foreignInstallations, providersFor } from './providers.ts';
import { checkInstallation, save } from './save.ts';
import { withDefaults } from './schemas.ts';
import { type Installation, presses, type State } from './state.ts';

interface Request {
  state: State;
  page: PageOptions;
  request: IncomingMessage;
  response: ServerResponse;
}

const oldPath = '/organization-settings/integrations';
const files = { '/app/console.css': new URL('public/console.css', import.meta.url) };
const script = new URL('public/main.jsx', import.meta.url);

const routes: Record<string, (request: Request) => void | Promise<void>> = {
  'GET /api/integrations/providers': ({ page, response }) =>
    sendJson(response, { success: true, providers: providersFor(page) }),
  'GET /api/integrations/installed': ({ state, page, response }) =>
    sendJson(response, { installed: installed(state, page) }),
  'GET /api/permissions': ({ page, response }) =>
    sendJson(response, { roles: page.role === 'admin' ? ['can_view', 'can_edit'] : ['can_view'] }),
  'POST /api/integrations/config': takeConfiguration,
  'POST /api/integrations/health': giveHealth,
  'POST /api/presses': countPress,
};

export async function handleConsole(state: State, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = requestUrl(request);
  const page = readPageOptions(searchParams, state.page);
  response.setHeader('content-security-policy', contentSecurityPolicy);
  const route = routes[`${request.method} ${pathname}`];
  if (route !== undefined) return route({ state, page, request, response });
  if (request.method !== 'GET') {
    await record(state, request);
    return sendText(response, 'Not found', 404);
  }
  if (pathname === '/app/console.js') return sendScript(response);
  if (!(await sendFile(response, pathname, files))) giveShell(page, request, response);
}

async function sendScript(response: ServerResponse): Promise<void> {
  const text = await bundle(script);
  response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' }).end(text);
}

/** Routing is the browser's business; only the old path is moved by the server, for good and with its parameters. */
function giveShell(page: PageOptions, request: IncomingMessage, response: ServerResponse): void {
  const { pathname, search } = requestUrl(request);
  if (page.path === 'automation' && isBelow(pathname, oldPath)) {
    response.writeHead(308, { location: homeOf(page) + pathname.slice(oldPath.length) + search }).end();
  } else if (pathname === '/' || pathname === '/dashboard' || isBelow(pathname, homeOf(page))) {
    sendHtml(response, shellPage(page));
  } else sendText(response, 'Not found', 404);
}

function isBelow(pathname: string, path: string): boolean {
  return pathname === path || pathname.startsWith(`${path}/`);
}

/** Every instance of the organisation, those of other providers too; no secret is among the defaults. */
function installed(state: State, page: PageOptions): unknown[] {
  const providers = providersFor(page);
  const own = state.installations.map((installation) => {
    const provider = providers.find(({ id }) => id === installation.definitionId);
    const credential = provider?.credentials.find(({ ref }) => ref === installation.credentialRef);
    return {
      ...outside(installation),
      credentials: credential ? withDefaults(credential.schema, installation.credentials) : null,
      config: provider?.userInput ? withDefaults(provider.userInput, installation.userInput) : null,
    };
  });
  const foreign = foreignInstallations.map((definitionId) => ({ id: definitionId, definitionId, status: 'CONNECTED' }));
  return [...foreign, ...own];
}

function outside({ id, definitionId, credentialRef, userInput, health, reason }: Installation) {
  const status = health === 'needs-attention' ? 'ERRORED' : 'CONNECTED';
  const primaryDirectory = userInput['primaryDirectory'] === true;
  return { id, definitionId, credentialRef, primaryDirectory, status, unhealthyReason: reason };
}

async function takeConfiguration({ state, page, request, response }: Request): Promise<void> {
  const { status, body } = await save(state, page, await record(state, request));
  sendJson(response, body, status);
}

/** A check is no write. A failed one is an error to the older console, and an outcome to the newest. */
async function giveHealth({ state, page, request, response }: Request): Promise<void> {
  const id = read(await readJson(request), 'integrationId');
  const installation = state.installations.find((known) => known.id === id);
  if (installation === undefined) return sendJson(response, { status: 'ok', summary: 'Health check completed' });
  await checkInstallation(state, installation);
  if (page.badge === 'status') {
    const { status, unhealthyReason } = outside(installation);
    const connection = { healthy: status === 'CONNECTED', reason: unhealthyReason };
    return sendJson(response, { success: true, status, connection, operations: [] });
  }
  if (installation.health === 'needs-attention') {
    return sendJson(response, { error: 'provider health check failed' }, 400);
  }
  const isHealthy = installation.health === 'healthy' && isAuthentik(installation.definitionId);
  sendJson(response, { status: isHealthy ? 'ok' : 'unknown', summary: 'Health check completed' });
}

async function countPress({ state, request, response }: Request): Promise<void> {
  const name = read(await readJson(request), 'name');
  const press = presses.find((known) => known === name);
  if (press !== undefined) state.presses[press] += 1;
  sendJson(response, {});
}

async function record({ writes }: State, request: IncomingMessage): Promise<unknown> {
  const body = await readJson(request);
  writes.push({ method: request.method ?? '', path: requestUrl(request).pathname, body });
  return body;
}

function read(body: unknown, key: string): unknown {
  return typeof body === 'object' && body !== null
    ? Object.entries(body).find(([name]) => name === key)?.[1]
    : undefined;
}
