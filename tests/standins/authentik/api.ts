/** The read-only part of authentik's API that a directory sync calls; sheet authentik.md 2.1, 2.2 and 2.9. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendJson } from '../http.ts';
import type { TestUser } from '../standin.ts';
import { authentikHost } from './addresses.ts';
import type { ApiToken, ApiTokens, Right } from './api-tokens.ts';
import { directoryOf } from './directory.ts';

interface Call {
  url: URL;
  token: ApiToken;
  tokens: ApiTokens;
  user: TestUser;
}

interface Endpoint {
  /** What the token's account must be allowed to see; null for any account. */
  right: Right | null;
  answer(call: Call): unknown;
}

const noRight = 'You do not have permission to perform this action.';

/** Below `/api/v3`, each with its final slash: without it there is nothing. */
const endpoints: Readonly<Record<string, Endpoint>> = {
  '/core/users/me/': { right: null, answer: (call) => ({ user: self(call) }) },
  '/admin/system/': { right: 'view_system_info', answer: systemInfo },
  '/core/brands/': { right: 'view_brand', answer: ({ url }) => pageOf([brand], url) },
  '/core/users/': { right: 'view_user', answer: (call) => pageOf(directory(call).users, call.url) },
  '/core/groups/': { right: 'view_group', answer: (call) => pageOf(groups(call), call.url) },
};

const brand = { brand_uuid: 'b7a1f5d2-0000-4000-8000-000000000001', domain: 'authentik-default', default: true };

/** Answers true when the path is one of the API's; everything else is left to authentik's own not-found page. */
export function apiRoute(tokens: ApiTokens, basePath: string, user: TestUser) {
  return async (parts: { url: URL; request: IncomingMessage; response: ServerResponse }): Promise<boolean> => {
    const { url, request, response } = parts;
    const endpoint = endpointAt(url.pathname, `${basePath}/api/v3`);
    if (endpoint === undefined) return false;
    const caller = tokens.check(request.headers.authorization);
    const refusal = caller.ok ? refusalOf(request, endpoint, caller.token) : { status: 403, detail: caller.detail };
    if (refusal !== null) sendJson(response, { detail: refusal.detail }, refusal.status);
    else if (caller.ok) sendJson(response, endpoint.answer({ url, token: caller.token, tokens, user }));
    return true;
  };
}

function endpointAt(pathname: string, root: string): Endpoint | undefined {
  const path = pathname.startsWith(root) ? pathname.slice(root.length) : '';
  return Object.hasOwn(endpoints, path) ? endpoints[path] : undefined;
}

/** Why this account's request is not answered, or null. */
function refusalOf(request: IncomingMessage, { right }: Endpoint, { rights }: ApiToken) {
  if (request.method !== 'GET') return { status: 405, detail: `Method "${request.method}" not allowed.` };
  return right === null || rights.includes(right) ? null : { status: 403, detail: noRight };
}

function directory({ tokens, user }: Call) {
  return directoryOf(
    user,
    tokens.all().map(({ username }) => username),
  );
}

function self(call: Call): unknown {
  return directory(call).users.find(({ username }) => username === call.token.username);
}

/** Members only on demand, as the parameter `include_users` says. */
function groups(call: Call): unknown[] {
  const withMembers = call.url.searchParams.get('include_users') !== 'false';
  return directory(call).groups.map((group) => ({ ...group, users_obj: withMembers ? group.users_obj : null }));
}

function systemInfo(): unknown {
  return {
    brand: 'authentik Default (authentik-default)',
    http_host: authentikHost,
    http_is_secure: true,
    runtime: { authentik_version: '2026.8.3' },
  };
}

/** `next` and `previous` are page numbers, 0 when there is none. */
function pageOf(all: readonly unknown[], url: URL): unknown {
  const size = Number(url.searchParams.get('page_size') ?? 100);
  const current = Number(url.searchParams.get('page') ?? 1);
  const total = Math.max(1, Math.ceil(all.length / size));
  return {
    pagination: {
      next: current < total ? current + 1 : 0,
      previous: current - 1,
      count: all.length,
      current,
      total_pages: total,
      start_index: (current - 1) * size + 1,
      end_index: Math.min(current * size, all.length),
    },
    results: all.slice((current - 1) * size, current * size),
  };
}
