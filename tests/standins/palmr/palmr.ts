/** A stand-in of Palmr: its settings page with the provider list, its API, and a real login with what was saved. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { bundle } from '../bundle.ts';
import { readCookies, requestUrl, sendFile, sendHtml, sendText } from '../http.ts';
import type { StandIn } from '../standin.ts';
import { handleLogin } from './login-routes.ts';
import { choose, type PalmrOptions } from './options.ts';
import { languageOf, shellPage } from './pages.ts';
import { stored, tamper } from './providers.ts';
import { handleSettings } from './settings-routes.ts';
import { authentikOf, freshState, type State } from './state.ts';

const host = 'palmr.company';
const home = `https://${host}`;
const views = ['/', '/login', '/dashboard', '/settings', '/profile'];
const files = { '/_next/static/css/app.css': new URL('public/palmr.css', import.meta.url) };

/** Promises a fresh install; the row of authentik is switched off unless asked otherwise. */
export function createPalmr(options: PalmrOptions = {}): StandIn {
  const state = freshState(choose(options));
  return {
    app: 'palmr',
    hosts: [host, ...state.chosen.moreHosts],
    settingsUrl: `${home}/settings`,
    loginUrl: `${home}/login`,
    writes: state.writes,
    handle: (request, response) => handle(state, request, response),
    stored: () => stored(authentikOf(state)),
    tamper: (key, value) => tamper(authentikOf(state), key, value),
    lastLoginError: () => state.lastLoginError,
  };
}

async function handle(state: State, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname } = requestUrl(request);
  if (await handleLogin(state, request, response)) return;
  if (await handleSettings(state, request, response)) return;
  if (await sendFile(response, pathname, files)) return;
  if (pathname === '/_next/static/chunks/app.js') return sendApp(response);
  if (request.method === 'GET' && views.includes(pathname)) return giveView(state, request, response);
  sendText(response, 'Not found', 404);
}

async function sendApp(response: ServerResponse): Promise<void> {
  const script = await bundle(new URL('public/main.jsx', import.meta.url));
  response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' }).end(script);
}

/** Every view is the same shell; which one is shown, and to whom, is decided in the browser. */
function giveView(state: State, request: IncomingMessage, response: ServerResponse): void {
  const { chosen, sessions } = state;
  const isLogin = requestUrl(request).pathname === '/login';
  if (chosen.startSignedIn && !isLogin && sessions.isUntouched(request)) {
    sessions.start(response, { username: 'admin', isAdministrator: true, isPreset: true });
  }
  sendHtml(response, shellPage(state, languageOf(readCookies(request).get('NEXT_LOCALE'), chosen.language)));
}
