/** A stand-in of EspoCRM: its pages, its settings API and a real OIDC login with what was saved. */
import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readJson, requestUrl, sendFile, sendHtml, sendJson, sendText } from '../http.ts';
import { Sessions } from '../sessions.ts';
import type { StandIn, Stored, Write } from '../standin.ts';
import { files } from './files.ts';
import { OidcLogins } from './oidc-logins.ts';
import { type Chosen, callbackOf, defaults, type EspoOptions } from './options.ts';
import { failedPage, indexPage, signedInPage } from './pages.ts';
import { Providers } from './providers.ts';
import {
  type Attributes,
  freshSettings,
  isAttributes,
  storedSettings,
  tamperWith,
  withoutSecrets,
} from './settings.ts';

const host = 'espocrm.company';
const subFolder = '/crm/';
/** One request and what is known about it. */
interface Visit {
  request: IncomingMessage;
  response: ServerResponse;
  path: string;
  query: URLSearchParams;
}

class EspoCrm implements StandIn {
  readonly app = 'espocrm';
  readonly hosts = [host];
  readonly writes: Write[] = [];
  readonly settingsUrl: string;
  readonly loginUrl: string;
  readonly #chosen: Chosen;
  readonly #settings: Attributes;
  readonly #providers: Providers;
  readonly #sessions = new Sessions('auth-token');
  readonly #logins: OidcLogins;
  readonly #routes: [RegExp, (visit: Visit, id: string) => void | Promise<void>][];
  #formsShown = 0;
  #lastLoginError: string | null = null;

  constructor(options: EspoOptions) {
    this.#chosen = { ...defaults, ...options };
    this.#settings = freshSettings(this.#chosen);
    this.#providers = new Providers(this.#chosen);
    this.#logins = new OidcLogins(this.#settings, this.#chosen);
    const address = `https://${host}${this.#chosen.basePath}`;
    this.settingsUrl = `${address}#Admin/authentication`;
    this.loginUrl = `${address}#Login`;
    this.#routes = [
      [/^GET \/$/, (visit) => this.#giveIndex(visit)],
      [/^GET \/oauth-callback\.php$/, (visit) => this.#takeCallback(visit)],
      [/^GET \/api\/v1\/App\/user$/, (visit) => this.#giveUser(visit)],
      [/^POST \/api\/v1\/App\/user$/, (visit) => this.#logIn(visit)],
      [/^GET \/api\/v1\/Settings$/, (visit) => this.#giveSettings(visit)],
      [/^PUT \/api\/v1\/Settings\/1$/, (visit) => this.#takeSettings(visit)],
      [/^GET \/api\/v1\/AuthenticationProvider\/(\w+)$/, (visit, id) => this.#giveProvider(visit, id)],
      [/^PUT \/api\/v1\/AuthenticationProvider\/(\w+)$/, (visit, id) => this.#takeProvider(visit, id)],
      [/^POST \/api\/v1\/AuthenticationProvider$/, (visit) => this.#takeProvider(visit, this.#providers.nextId)],
      [/^GET \/api\/v1\/Portal$/, (visit) => this.#givePortals(visit)],
      [/^GET \/api\/v1\/Oidc\/authorizationData$/, (visit) => this.#beginLogin(visit)],
    ];
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = requestUrl(request);
    const path = pathname.startsWith(subFolder) ? pathname.slice(subFolder.length - 1) : pathname;
    const visit = { request, response, path, query: searchParams };
    for (const [pattern, answer] of this.#routes) {
      const match = pattern.exec(`${request.method} ${path}`);
      if (match) return answer(visit, match[1] ?? '');
    }
    if (await sendFile(response, path, files)) return;
    if (request.method !== 'GET') await this.#record(visit);
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

  async #record({ request, path }: Visit): Promise<Attributes> {
    const body = await readJson(request);
    this.writes.push({ method: request.method ?? '', path, body });
    return isAttributes(body) ? body : {};
  }

  #giveIndex({ request, response }: Visit): void {
    const nonce = randomBytes(16).toString('base64');
    const policy = `script-src 'self' 'nonce-${nonce}' 'unsafe-eval'; form-action 'self'; frame-ancestors 'self'`;
    response.setHeader('content-security-policy', policy);
    if (this.#chosen.startSignedIn && this.#sessions.isUntouched(request)) {
      this.#sessions.start(response, { username: 'admin', isAdministrator: true, isPreset: true });
    }
    sendHtml(response, indexPage(this.#chosen, nonce));
  }

  #giveUser({ request, response }: Visit): void {
    const session = this.#sessions.find(request);
    if (session === null) sendJson(response, {}, 401);
    else sendJson(response, { userName: session.username, isPreset: session.isPreset });
  }

  async #logIn({ request, response }: Visit): Promise<void> {
    const body = await readJson(request);
    const given = isAttributes(body) ? body : {};
    if (given['userName'] !== 'admin' || given['password'] !== this.#chosen.adminPassword) {
      sendJson(response, {}, 401);
      return;
    }
    this.#sessions.start(response, { username: 'admin', isAdministrator: true, isPreset: false });
    sendJson(response, { userName: 'admin' });
  }

  #isRefused({ request, response }: Visit): boolean {
    const session = this.#sessions.find(request);
    if (session?.isAdministrator) return false;
    sendJson(response, {}, session ? 403 : 401);
    return true;
  }

  async #wait(): Promise<void> {
    const { renderDelays } = this.#chosen;
    const delay = renderDelays[this.#formsShown % renderDelays.length] ?? 0;
    this.#formsShown += 1;
    await new Promise((resolve) => setTimeout(resolve, delay));
  }

  async #giveSettings(visit: Visit): Promise<void> {
    const { version, language, siteUrl } = this.#chosen;
    if (!visit.query.has('full')) {
      const { authenticationMethod } = this.#settings;
      sendJson(visit.response, { version, language, authenticationMethod });
      return;
    }
    if (this.#isRefused(visit)) return;
    await this.#wait();
    sendJson(visit.response, { ...withoutSecrets(this.#settings), redirectUri: callbackOf(siteUrl) });
  }

  async #takeSettings(visit: Visit): Promise<void> {
    const changes = await this.#record(visit);
    if (this.#isRefused(visit)) return;
    Object.assign(this.#settings, changes);
    sendJson(visit.response, withoutSecrets(this.#settings));
  }

  async #giveProvider(visit: Visit, id: string): Promise<void> {
    if (this.#isRefused(visit)) return;
    await this.#wait();
    const record = this.#providers.read(id);
    sendJson(visit.response, record ?? {}, record ? 200 : 404);
  }

  async #givePortals(visit: Visit): Promise<void> {
    if (this.#isRefused(visit)) return;
    await this.#wait();
    sendJson(visit.response, this.#providers.callbacks);
  }

  async #takeProvider(visit: Visit, id: string): Promise<void> {
    const changes = await this.#record(visit);
    if (this.#isRefused(visit)) return;
    sendJson(visit.response, this.#providers.write(id, changes));
  }

  #beginLogin({ response }: Visit): void {
    const url = this.#logins.begin();
    sendJson(response, url === null ? {} : { url }, url === null ? 403 : 200);
  }

  async #takeCallback({ response, query }: Visit): Promise<void> {
    const user = await this.#logins.finish(query);
    this.#lastLoginError = user.ok ? null : user.error;
    if (!user.ok) {
      sendHtml(response, failedPage(user.error), 401);
      return;
    }
    this.#sessions.start(response, { username: user.value, isAdministrator: false, isPreset: false });
    sendHtml(response, signedInPage(user.value));
  }
}

/** Promises a fresh install on "Espo", with both folders served. */
export function createEspoCrm(options: EspoOptions = {}): StandIn {
  return new EspoCrm(options);
}
