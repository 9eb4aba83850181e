/** A stand-in of Portainer: its pages, its settings API and a real OAuth login with what was saved. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readJson, requestUrl, sendFile, sendHtml, sendJson, sendText } from '../http.ts';
import { Sessions } from '../sessions.ts';
import type { StandIn, Stored, Write } from '../standin.ts';
import { files } from './files.ts';
import { indexPage } from './index-page.ts';
import { loginUri, userOf } from './login.ts';
import type { Chosen, PortainerOptions } from './options.ts';
import { defaults } from './options.ts';
import { applyBody, freshSettings, storedSettings, tamperWith, withoutSecret } from './settings.ts';
import { template } from './templates.ts';

const host = 'portainer.company';
const subFolder = '/portainer/';
type Handler = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

class Portainer implements StandIn {
  readonly app = 'portainer';
  readonly hosts = [host];
  readonly writes: Write[] = [];
  readonly settingsUrl: string;
  readonly loginUrl: string;
  readonly #chosen: Chosen;
  readonly #settings = freshSettings();
  readonly #sessions = new Sessions('portainer_api_key');
  readonly #api: Record<string, Handler>;
  #lastLoginError: string | null = null;

  constructor(options: PortainerOptions) {
    this.#chosen = { ...defaults, ...options };
    const address = `https://${host}${this.#chosen.basePath}`;
    this.settingsUrl = `${address}#!/settings/auth`;
    this.loginUrl = `${address}#!/auth`;
    this.#api = {
      'GET /api/users/me': (request, response) => this.#giveUser(request, response),
      'GET /api/settings/public': (_request, response) => this.#givePublicSettings(response),
      'GET /api/settings': (request, response) => this.#giveSettings(request, response),
      'PUT /api/settings': (request, response) => this.#takeSettings(request, response),
      'POST /api/auth': (request, response) => this.#logIn(request, response),
      'POST /api/auth/oauth/validate': (request, response) => this.#logInByCode(request, response),
    };
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = requestUrl(request);
    const path = pathname.startsWith(subFolder) ? pathname.slice(subFolder.length - 1) : pathname;
    const answer = this.#api[`${request.method} ${path}`];
    if (answer) return answer(request, response);
    if (path === '/') return this.#giveIndex(request, response);
    const view = /^\/templates\/([a-z-]+)\.html$/.exec(path);
    const html = view?.[1] === undefined ? null : template(view[1], this.#chosen.version);
    if (html !== null) return sendHtml(response, html);
    if (await sendFile(response, path, files)) return;
    if (request.method !== 'GET') await this.#record(request, path);
    sendText(response, 'Not found', 404);
  }

  stored(): Record<string, Stored> {
    return storedSettings(this.#settings);
  }

  tamper(key: string, value: Stored): void {
    tamperWith(this.#settings, key, value);
  }

  lastLoginError(): string | null {
    return this.#lastLoginError;
  }

  async #record(request: IncomingMessage, path: string): Promise<unknown> {
    const body = await readJson(request);
    this.writes.push({ method: request.method ?? '', path, body });
    return body;
  }

  #giveIndex(request: IncomingMessage, response: ServerResponse): void {
    const query = requestUrl(request).searchParams;
    // The app itself looks at code and state only and says nothing about an error sent back to it.
    if (query.has('error')) {
      this.#lastLoginError = [query.get('error'), query.get('error_description')].filter(Boolean).join(': ');
    }
    if (this.#chosen.startSignedIn && this.#sessions.isUntouched(request)) {
      this.#sessions.start(response, { username: 'admin', isAdministrator: true, isPreset: true });
    }
    sendHtml(response, indexPage(this.#chosen));
  }

  #giveUser(request: IncomingMessage, response: ServerResponse): void {
    const session = this.#sessions.find(request);
    if (session === null) {
      sendJson(response, { message: 'A valid authorisation token is missing' }, 401);
      return;
    }
    const { username, isAdministrator, isPreset } = session;
    sendJson(response, { Id: 1, Username: username, Role: isAdministrator ? 1 : 2, Preset: isPreset });
  }

  #givePublicSettings(response: ServerResponse): void {
    sendJson(response, {
      AuthenticationMethod: this.#settings.AuthenticationMethod,
      OAuthLoginURI: loginUri(this.#settings),
      OAuthLogoutURI: this.#settings.OAuthSettings.LogoutURI,
    });
  }

  #isRefused(request: IncomingMessage, response: ServerResponse): boolean {
    const session = this.#sessions.find(request);
    if (session?.isAdministrator) return false;
    sendJson(response, { message: session ? 'Access denied to resource' : 'Unauthorized' }, session ? 403 : 401);
    return true;
  }

  async #giveSettings(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (this.#isRefused(request, response)) return;
    await new Promise((resolve) => setTimeout(resolve, this.#chosen.settingsDelay));
    sendJson(response, withoutSecret(this.#settings));
  }

  async #takeSettings(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await this.#record(request, '/api/settings');
    if (this.#isRefused(request, response)) return;
    applyBody(this.#settings, body);
    sendJson(response, withoutSecret(this.#settings));
  }

  async #logIn(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readJson(request);
    const given = typeof body === 'object' && body !== null ? { ...body } : {};
    const isRight =
      'Username' in given &&
      given.Username === 'admin' &&
      'Password' in given &&
      given.Password === this.#chosen.adminPassword;
    if (!isRight) return sendJson(response, { message: 'Invalid credentials' }, 422);
    this.#sessions.start(response, { username: 'admin', isAdministrator: true, isPreset: false });
    sendJson(response, {});
  }

  async #logInByCode(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readJson(request);
    const code = typeof body === 'object' && body !== null && 'code' in body ? String(body.code) : '';
    const backchannel = this.#chosen.backchannel ?? noBackchannel;
    const user = await userOf(backchannel, this.#settings, code);
    if (!user.ok) return this.#refuseLogin(response, user.error);
    const known = this.#chosen.users.find((name) => name.toLowerCase() === user.value.toLowerCase());
    if (known === undefined) {
      return this.#refuseLogin(
        response,
        'Account not created beforehand in Portainer and automatic user provisioning not enabled',
      );
    }
    this.#lastLoginError = null;
    this.#sessions.start(response, { username: known, isAdministrator: false, isPreset: false });
    sendJson(response, {});
  }

  #refuseLogin(response: ServerResponse, message: string): void {
    this.#lastLoginError = message;
    sendJson(response, { message }, 403);
  }
}

async function noBackchannel(): Promise<Response> {
  throw new TypeError('fetch failed');
}

/** Promises a fresh install on "Internal", with both folders served. */
export function createPortainer(options: PortainerOptions = {}): StandIn {
  return new Portainer(options);
}
