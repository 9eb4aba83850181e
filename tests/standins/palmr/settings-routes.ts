/** The administrator's requests: all providers with their secrets, changes to them, and the other groups of settings. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readJson, requestUrl, sendJson } from '../http.ts';
import type { Outcome } from '../sign-in.ts';
import { add, order, remove, update } from './provider-rules.ts';
import { isOfficial } from './providers.ts';
import type { State } from './state.ts';

const providersPath = '/api/auth/providers';
const groupsPath = '/api/app/configs';

/** Stands for the groups that are none of the extension's business; nothing of them is kept. */
const groups = {
  general: { appName: 'Palmr. ', appDescription: 'Secure and simple file sharing' },
  email: { smtpHost: 'smtp.company.test', smtpUser: 'palmr@company.test', smtpPass: 'test-secret-of-the-mail-server' },
  security: { maxLoginAttempts: '5', passwordMinLength: '8' },
  storage: { maxFileSize: '1073741824' },
};

/** Answers true when the request was its own: every one to the API, and every other that would write. */
export async function handleSettings(
  state: State,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const { pathname } = requestUrl(request);
  if (request.method === 'GET' && !pathname.startsWith('/api/')) return false;
  const body = request.method === 'GET' ? undefined : await record(state, request, pathname);
  const session = state.sessions.find(request);
  if (session?.isAdministrator) await answer(state, request, response, body);
  else sendJson(response, { success: false, error: 'Unauthorized' }, session === null ? 401 : 403);
  return true;
}

/** Every request that is no GET is a write, whatever comes of it. */
async function record({ writes }: State, request: IncomingMessage, path: string): Promise<unknown> {
  const body = await readJson(request);
  writes.push({ method: request.method ?? '', path, body });
  return body;
}

async function answer(state: State, request: IncomingMessage, response: ServerResponse, body: unknown): Promise<void> {
  const { pathname } = requestUrl(request);
  const what = `${request.method} ${pathname}`;
  if (request.method === 'GET') await new Promise((resolve) => setTimeout(resolve, state.chosen.settingsDelay));
  if (what === `GET ${groupsPath}`) return sendJson(response, groups);
  if (what === `PATCH ${groupsPath}`) return sendJson(response, { success: true });
  if (what === `GET ${providersPath}/all`) {
    const data = state.providers.map((provider) => ({ ...provider, isOfficial: isOfficial(provider) }));
    return sendJson(response, { success: true, data });
  }
  const changed = change(state, what, body);
  if (changed.ok) return sendJson(response, { success: true, data: changed.value });
  sendJson(response, { success: false, error: changed.error }, 400);
}

function change({ providers }: State, what: string, body: unknown): Outcome<unknown> {
  if (what === `POST ${providersPath}`) return add(providers, body);
  if (what === `PUT ${providersPath}/order`) return order(providers, body);
  const managed = `${providersPath}/manage/`;
  const id = what.slice(what.indexOf(managed) + managed.length);
  if (what.startsWith(`PUT ${managed}`)) return update(providers, id, body);
  if (what.startsWith(`DELETE ${managed}`)) return remove(providers, id);
  return { ok: false, error: 'Not found' };
}
