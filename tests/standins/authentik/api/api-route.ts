/** The stand-in authentik's API: who is let in, which call it is, what can go wrong, and the contract held on both sides. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readJson, sendJson } from '../../http.ts';
import type { Write } from '../../standin.ts';
import { isObject } from '../contract/json-schema.ts';
import { type Fault, type Faults, sendFault } from '../faults.ts';
import { type Account, csrfRefusal, type Sessions } from '../sessions.ts';
import { applicationEndpoints } from './application-endpoints.ts';
import { catalogueEndpoints } from './catalogue-endpoints.ts';
import { directoryEndpoints } from './directory-endpoints.ts';
import { type ApiState, type Endpoint, may, type Reply, refused } from './endpoint.ts';
import { providerEndpoints } from './provider-endpoints.ts';
import { roleEndpoints } from './role-endpoints.ts';
import { tokenEndpoints } from './token-endpoints.ts';

export interface ApiParts {
  /** Sub-path of the installation. */
  basePath: string;
  state: ApiState;
  sessions: Sessions;
  faults: Faults;
  /** Told every write that reached an endpoint. */
  onWrite: (write: Write) => void;
}

interface Parts {
  url: URL;
  request: IncomingMessage;
  response: ServerResponse;
}

interface Called extends Parts {
  path: string;
  fault: Fault | undefined;
}

const creation = '/core/transactional/applications/';
const nobody: Account = { username: '', rights: [], isSuperuser: false };
const endpoints = [
  ...directoryEndpoints,
  ...providerEndpoints,
  ...applicationEndpoints,
  ...catalogueEndpoints,
  ...tokenEndpoints,
  ...roleEndpoints,
];

/** Answers true when the path is one of the API's; everything else is left to authentik's own not-found page. */
export function apiRoute(api: ApiParts) {
  return async (parts: Parts): Promise<boolean> => {
    const { url, request, response } = parts;
    const path = pathBelow(`${api.basePath}/api/v3`, url);
    const matching = endpoints.filter(({ template }) => paramsOf(template, path) !== null);
    const [first] = matching;
    if (first === undefined) return false;
    const endpoint = matching.find(({ method }) => method === request.method);
    const called = { template: first.template, method: request.method ?? '' };
    const fault = api.faults.next(called);
    if (fault !== undefined && (await sendFault(fault, response, api.basePath))) return true;
    if (endpoint === undefined) sendJson(response, { detail: `Method "${request.method}" not allowed.` }, 405);
    else await answer(api, endpoint, { ...parts, path, fault });
    return true;
  };
}

function pathBelow(root: string, { pathname }: URL): string {
  return pathname.startsWith(root) ? pathname.slice(root.length) : '';
}

/** Values by name when the path is of this form. */
function paramsOf(template: string, path: string): Record<string, string> | null {
  const wanted = template.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? '';
    const isParam = part.startsWith('{') && value !== '';
    if (isParam) params[part.slice(1, -1)] = decodeURIComponent(value);
    else if (part !== value) return null;
  }
  return params;
}

/** @throws ContractError when the request or the answer is not what this version has published. */
async function answer(api: ApiParts, endpoint: Endpoint, parts: Called): Promise<void> {
  const caller = callerOf(parts.request, api.state, api.sessions);
  const barred = barredFrom(endpoint, caller);
  const { status, body } = barred === null ? await replyTo(api, endpoint, parts, caller) : refused(barred);
  // A missing right is told in a field there, which no schema says: sheet 2.6.
  const isOwnForm = endpoint.template === creation && status === 403 && isObject(body) && !('detail' in body);
  const checked = isOwnForm ? body : api.state.contract.answer(endpoint, status, body);
  if (status === 204) parts.response.writeHead(204).end();
  else sendJson(parts.response, checked, status);
}

async function replyTo(
  { state, onWrite }: ApiParts,
  endpoint: Endpoint,
  { url, request, path, fault }: Called,
  caller: Account | string,
): Promise<Reply> {
  const isWrite = endpoint.method !== 'GET';
  const body = isWrite ? await readJson(request) : undefined;
  state.contract.checkRequest(endpoint, url.searchParams, body);
  if (isWrite) onWrite({ method: endpoint.method, path: url.pathname, body });
  if (fault?.kind === 'answer') return fault;
  const params = paramsOf(endpoint.template, path) ?? {};
  const account = typeof caller === 'string' ? nobody : caller;
  return endpoint.answer({ url, params, body: isObject(body) ? body : {}, caller: account, state });
}

/** The account of a token or of a session; else the words of the refusal. A token goes first, and needs no CSRF header. */
function callerOf(
  request: IncomingMessage,
  { tokens, accounts, roles }: ApiState,
  sessions: Sessions,
): Account | string {
  const { authorization } = request.headers;
  const session = authorization === undefined ? sessions.find(request) : undefined;
  if (session !== undefined) return csrfRefusal(request, session) ?? session;
  const checked = tokens.check(authorization);
  if (!checked.ok) return checked.detail;
  const { username, rights, isSuperuser = false } = checked.token;
  const byRole = roles.rightsOf(accounts.register(username));
  return { username, isSuperuser, rights: [...rights, ...accounts.rightsOf(username), ...byRole] };
}

function barredFrom({ right }: Endpoint, caller: Account | string): string | null {
  if (right === 'anybody') return null;
  if (typeof caller === 'string') return caller;
  return right === null || may(caller, right) ? null : 'You do not have permission to perform this action.';
}
