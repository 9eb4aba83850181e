/** The login flow in the browser: user name and password, a session, and on to where they came from. */
import { readForm, redirect, sendHtml } from '../http.ts';
import type { TestUser } from '../standin.ts';
import type { Accounts } from './accounts.ts';
import { commonPaths } from './addresses.ts';
import type { InterfacePages } from './admin/interface-pages.ts';
import { passwordOfAll } from './admin/options.ts';
import type { Request, Route } from './openid-routes.ts';
import { type Account, type Sessions, setSessionCookies } from './sessions.ts';

export interface SignInParts {
  basePath: string;
  sessions: Sessions;
  pages: InterfacePages;
  accounts: Accounts;
  /** May do everything; the other accounts what they were given. */
  user: TestUser;
}

export function signInRoutes(parts: SignInParts): Route[] {
  const { defaultFlow, flow } = commonPaths(parts.basePath);
  return [
    async ({ url, response }) => {
      if (url.pathname === defaultFlow) redirect(response, `${flow}${url.search}`);
      return url.pathname === defaultFlow;
    },
    async (request) => {
      if (request.url.pathname !== flow) return false;
      if (request.request.method === 'POST') await signIn(parts, request);
      else sendHtml(request.response, parts.pages.signIn(''));
      return true;
    },
  ];
}

async function signIn(parts: SignInParts, { url, request, response }: Request): Promise<void> {
  const form = await readForm(request);
  const account = accountOf(parts, form.get('uidField') ?? '');
  if (account === null || form.get('password') !== passwordOfAll) {
    sendHtml(response, parts.pages.signIn('Failed to authenticate.'));
    return;
  }
  setSessionCookies(response, parts.sessions.open(account), parts.basePath);
  redirect(response, ownAddress(url, parts.basePath));
}

function accountOf({ accounts, user }: SignInParts, username: string): Account | null {
  if (username === user.username) return { username, rights: [], isSuperuser: true };
  if (!accounts.names().includes(username)) return null;
  return { username, rights: accounts.rightsOf(username), isSuperuser: false };
}

/** `next` may lead to addresses of authentik's own only. */
function ownAddress({ searchParams, origin }: URL, basePath: string): string {
  const next = URL.parse(searchParams.get('next') ?? '', origin);
  return next?.origin === origin && next.href !== `${origin}/`
    ? next.pathname + next.search + next.hash
    : `${basePath}/`;
}
