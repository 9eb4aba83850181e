/** The login page as the administrator of authentik meets it: signed in at once, and on to where they came from. */
import { redirect } from '../http.ts';
import type { TestUser } from '../standin.ts';
import { commonPaths } from './addresses.ts';
import type { Route } from './openid-routes.ts';
import { type Sessions, setSessionCookies } from './sessions.ts';

/** With `next` and without an app's login under way; only to addresses of authentik's own. */
export function signInRoute(sessions: Sessions, basePath: string, user: TestUser): Route {
  const { flow } = commonPaths(basePath);
  return async ({ url, response }) => {
    const next = url.searchParams.get('next');
    if (url.pathname !== flow || url.searchParams.has('interaction') || next === null) return false;
    const session = sessions.open({ username: user.username, rights: [], isSuperuser: true });
    setSessionCookies(response, session, basePath);
    redirect(response, new URL(next, url.origin).origin === url.origin ? next : `${basePath}/`);
    return true;
  };
}
