/** A stand-in authentik on authentik.company: a real OpenID provider per application, and the API of the version it plays. */
import { requestUrl, sendHtml } from '../http.ts';
import type { Hosted } from '../server.ts';
import type { ProviderSettings, TestUser, Write } from '../standin.ts';
import { createAccounts } from './accounts.ts';
import { authentikHost } from './addresses.ts';
import { adminRoutes } from './admin/admin-routes.ts';
import { interfacePages } from './admin/interface-pages.ts';
import type { AdminOptions } from './admin/options.ts';
import { apiRoute } from './api/api-route.ts';
import { type ApiToken, createApiTokens, type Right } from './api-tokens.ts';
import { createApplications } from './applications.ts';
import { type Catalogue, defaultCatalogue } from './catalogue.ts';
import { ContractError, contractOf } from './contract/contract.ts';
import { type ContractVersion, played } from './contract/versions.ts';
import { createFaults, type Fault } from './faults.ts';
import { openIdRoutes, page, type Request } from './openid-routes.ts';
import { strictEntry } from './redirects.ts';
import { createRegistry, type Registry, recordOf, settingsOf } from './registry.ts';
import { createRoles } from './roles.ts';
import { type Account, createSessions, type Session } from './sessions.ts';
import { signInRoutes } from './sign-in-route.ts';

export interface Authentik extends Hosted {
  /** Base URL with the sub-path, without a final slash. */
  readonly baseUrl: string;
  /** Every write that reached the API and was let in, oldest first; secrets as sent. Never print it. */
  readonly writes: Write[];
  /** What requests and answers were against the published contract; the server's end fails while there is one. */
  readonly violations: string[];
  /** Flows, keys and scope mappings; changed in place. */
  readonly catalogue: Catalogue;
  /** Providers and applications as the API keeps them; after a change by hand call its `refresh`. */
  readonly registry: Registry;
  /** One provider as the administrator of authentik sees it. */
  settings(slug: string): ProviderSettings;
  /** Changes one provider while running, as its administrator would. */
  configure(slug: string, change: Partial<ProviderSettings>): void;
  /** The last error this provider gave, in its own words, or null. */
  lastError(slug: string): string | null;
  /** Every access token issued so far. */
  issuedTokens(): string[];
  /** Tokens that were made by the API, with their keys. Never print it. */
  namedTokens(): readonly ApiToken[];
  /** Adds a key to the API, in place of the one with the same text. */
  addToken(token: ApiToken): void;
  /** Changes a key while running: expiry, rights, intent. */
  configureToken(key: string, change: Partial<Omit<ApiToken, 'key'>>): void;
  /** Gives every token that ends another key, as authentik does at its end. */
  rekeyTokens(): void;
  /** Gives an account a role with these rights. */
  grant(username: string, rights: readonly Right[]): void;
  /** Signs an account in, as if in a browser; its cookies are `authentik_session` and `authentik_csrf`. */
  signIn(account: Account): Session;
  /** Ends all browser sessions. */
  endSessions(): void;
  /** Lets a call to the API go wrong. */
  fault(fault: Fault): void;
  clearFaults(): void;
}

export interface AuthentikOptions {
  /** Empty, or with a slash in front and none at the end. */
  basePath?: string;
  /** Which contract the API keeps; the newest when left out. */
  version?: ContractVersion;
  /** Whether providers come without their `client_secret`, as announced for 2026.11. */
  hidesSecrets?: boolean;
  /** Administrator; logs in at once wherever an app asks for a login, and signs in to authentik by password. */
  user: TestUser;
  providers: readonly ProviderSettings[];
  /** Keys to the API; none when left out. */
  tokens?: readonly ApiToken[];
  /** What the interface for administrators is like. */
  admin?: AdminOptions;
}

export function createAuthentik(options: AuthentikOptions): Authentik {
  const { basePath = '', user, hidesSecrets = false, version = '2026.8', admin = {} } = options;
  if (basePath !== '' && !played[version].saysBase) throw new Error(`authentik ${version} has no sub-paths.`);
  const baseUrl = `https://${authentikHost}${basePath}`;
  const parts = createParts(options, basePath);
  const { openId, sessions, faults, ...records } = parts;
  const { catalogue, registry, accounts, tokens } = records;
  const contract = contractOf(version);
  const writes: Write[] = [];
  const violations: string[] = [];
  const state = { baseUrl, user, contract, hidesSecrets, ...records };
  const onWrite = (write: Write): void => {
    writes.push(write);
  };
  const pages = interfacePages({ ...admin, baseUrl, version });
  const routes = [
    apiRoute({ basePath, state, sessions, faults, onWrite }),
    ...openIdRoutes(openId, basePath, user),
    ...signInRoutes({ basePath, sessions, pages, accounts, user }),
    ...adminRoutes({ baseUrl, version, hidesSecrets, sessions, pages, options: admin }),
  ];

  return {
    baseUrl,
    hosts: [authentikHost],
    writes,
    violations,
    catalogue,
    registry,
    ...byHand(parts),
    lastError: (slug) => openId.errors.get(slug) ?? null,
    issuedTokens: () => openId.issuedTokens(),
    rekeyTokens: tokens.rekey,
    grant: accounts.grant,
    signIn: sessions.open,
    endSessions: sessions.endAll,
    fault: faults.add,
    clearFaults: faults.clear,
    handle: async (request, response) => {
      try {
        await firstOf(routes, { url: requestUrl(request), request, response });
      } catch (error) {
        if (error instanceof ContractError) violations.push(error.message);
        throw error;
      }
    },
  };
}

type Parts = ReturnType<typeof createParts>;

function createParts({ user, providers, tokens: given = [] }: AuthentikOptions, basePath: string) {
  const openId = createApplications(basePath, user);
  const catalogue = defaultCatalogue();
  const registry = createRegistry(openId, catalogue);
  for (const settings of providers) {
    const { pk } = registry.addProvider(recordOf(settings, catalogue));
    registry.addApplication({
      name: settings.slug,
      slug: settings.slug,
      provider: pk,
      group: '',
      meta_launch_url: '',
    });
  }
  const accounts = createAccounts();
  for (const username of [user.username, ...given.map((token) => token.username)]) accounts.register(username);
  const records = { catalogue, registry, accounts, tokens: createApiTokens(given), roles: createRoles() };
  return { openId, sessions: createSessions(), faults: createFaults(), ...records };
}

async function firstOf(routes: ReturnType<typeof openIdRoutes>, parts: Request): Promise<void> {
  for (const route of routes) {
    if (await route(parts)) return;
  }
  sendHtml(parts.response, page('<main data-error="not_found">Not found</main>'), 404);
}

/** What an administrator, or a test in the administrator's place, does while authentik runs. */
function byHand({ registry, tokens, accounts }: Parts) {
  const recordWith = (slug: string) => {
    const record = registry.providerOf(slug);
    if (record === undefined) throw new Error(`authentik has no application "${slug}".`);
    return record;
  };
  return {
    settings: (slug: string): ProviderSettings => settingsOf(recordWith(slug), slug),
    configure: (slug: string, change: Partial<ProviderSettings>): void => {
      const record = recordWith(slug);
      record.client_id = change.clientId ?? record.client_id;
      record.client_secret = change.clientSecret ?? record.client_secret;
      record.redirect_uris = change.redirectUris?.map(strictEntry) ?? record.redirect_uris;
      record.sub_mode = change.subjectMode ?? record.sub_mode;
      record.issuer_mode = change.issuerMode ?? record.issuer_mode;
      registry.rename(slug, change.slug ?? slug);
    },
    namedTokens: () => tokens.all().filter(({ identifier }) => identifier !== undefined),
    addToken: (token: ApiToken): void => {
      accounts.register(token.username);
      tokens.put(token);
    },
    configureToken: (key: string, change: Partial<Omit<ApiToken, 'key'>>): void => {
      const token = tokens.find(key);
      if (token === undefined) throw new Error('authentik has no token with that key.');
      tokens.put({ ...token, ...change });
    },
  };
}
