/** The addresses of the interfaces in the browser: for administrators, for everybody, and the way in at the base URL. */
import { randomBytes } from 'node:crypto';
import { bundle } from '../../bundle.ts';
import { readCookies, redirect, sendHtml } from '../../http.ts';
import { commonPaths } from '../addresses.ts';
import { type ContractVersion, played } from '../contract/versions.ts';
import type { Request, Route } from '../openid-routes.ts';
import { type Sessions, setCsrfCookie } from '../sessions.ts';
import type { InterfacePages } from './interface-pages.ts';
import type { AdminOptions } from './options.ts';

interface AdminParts {
  /** Base URL without its final slash. */
  baseUrl: string;
  version: ContractVersion;
  hidesSecrets: boolean;
  sessions: Sessions;
  options: AdminOptions;
  pages: InterfacePages;
}

export function adminRoutes(parts: AdminParts): Route[] {
  const { baseUrl, version, sessions, pages } = parts;
  const basePath = new URL(baseUrl).pathname.replace(/\/$/, '');
  const { admin, library, defaultFlow } = commonPaths(basePath);
  const script = `${basePath}/static/dist/admin/AdminInterface-${played[version].full}.js`;
  const routes = new Map<string, (request: Request) => void | Promise<void>>([
    [admin, (request) => sendShell(request, sessions, basePath, pages.admin(script))],
    [library, (request) => sendShell(request, sessions, basePath, pages.library())],
    [script, ({ response }) => sendScript(response, parts)],
    [
      `${basePath}/`,
      ({ request, response }) => {
        const isSignedIn = sessions.find(request) !== undefined;
        redirect(response, isSignedIn ? library : `${defaultFlow}?next=${encodeURIComponent(`${basePath}/`)}`);
      },
    ],
  ]);
  return [
    async (request) => {
      const route = request.request.method === 'GET' ? routes.get(request.url.pathname) : undefined;
      await route?.(request);
      return route !== undefined;
    },
  ];
}

/** Nobody is turned away here; the readable cookie is set for visitors, too. */
function sendShell({ request, response }: Request, sessions: Sessions, basePath: string, html: string): void {
  if (!readCookies(request).has('authentik_csrf')) {
    setCsrfCookie(response, sessions.find(request)?.csrf ?? randomBytes(16).toString('hex'), basePath);
  }
  sendHtml(response, html);
}

/** One script for all versions; what differs between them it is told in front. */
async function sendScript(response: Request['response'], { baseUrl, version, hidesSecrets, options }: AdminParts) {
  const { redirects, masksSecrets } = played[version];
  const secret = hidesSecrets ? 'picked' : masksSecrets ? 'masked' : 'plain';
  const basePath = new URL(baseUrl).pathname.replace(/\/$/, '');
  const told = JSON.stringify({ basePath, language: options.language ?? 'en', redirects, secret });
  const script = await bundle(new URL('../public/main.js', import.meta.url));
  response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' });
  response.end(`globalThis.standInAuthentik = ${told};\n${script}`);
}
