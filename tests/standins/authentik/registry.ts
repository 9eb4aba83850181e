/** The providers and applications of the stand-in authentik, as its API keeps them; each pair becomes a real OpenID provider. */

import type { ProviderSettings, SubjectMode } from '../standin.ts';
import type { Applications } from './applications.ts';
import { type Catalogue, idOf } from './catalogue.ts';
import { isAllowed, type RedirectEntry, strictEntry } from './redirects.ts';

export interface ProviderRecord {
  pk: number;
  name: string;
  client_id: string;
  client_secret: string;
  client_type: 'confidential' | 'public';
  redirect_uris: RedirectEntry[];
  sub_mode: SubjectMode;
  issuer_mode: 'per_provider' | 'global';
  signing_key: string | null;
  property_mappings: string[];
  authorization_flow: string;
  invalidation_flow: string;
  grant_types: string[];
}

export interface ApplicationRecord {
  pk: string;
  name: string;
  slug: string;
  /** The provider's number. */
  provider: number | null;
  group: string;
  meta_launch_url: string;
}

/** A provider of another protocol: nothing an app could log in by with OpenID Connect. */
export interface OtherProvider {
  pk: number;
  name: string;
  kind: 'saml';
}

export interface Registry {
  readonly providers: Map<number, ProviderRecord>;
  readonly otherProviders: Map<number, OtherProvider>;
  readonly applications: Map<string, ApplicationRecord>;
  /** The application a provider belongs to. */
  applicationOf(provider: number): ApplicationRecord | undefined;
  providerOf(slug: string): ProviderRecord | undefined;
  /** Adds a provider under the next free number. */
  addProvider(record: Omit<ProviderRecord, 'pk'>): ProviderRecord;
  /** All protocols share one row of numbers. */
  addOtherProvider(name: string, kind: OtherProvider['kind']): OtherProvider;
  addApplication(record: Omit<ApplicationRecord, 'pk'>): ApplicationRecord;
  /** Makes the OpenID provider anew after a record was changed. */
  refresh(pk: number): void;
  /** Another slug, or the same: the OpenID provider is made anew. */
  rename(slug: string, to: string): void;
  removeProvider(pk: number): void;
  removeApplication(slug: string): void;
}

export function createRegistry(openId: Applications, catalogue: Catalogue): Registry {
  const providers = new Map<number, ProviderRecord>();
  const otherProviders = new Map<number, OtherProvider>();
  const applications = new Map<string, ApplicationRecord>();
  let lastPk = 0;
  const applicationOf = (pk: number) => [...applications.values()].find(({ provider }) => provider === pk);
  const refresh = (pk: number): void => {
    const record = providers.get(pk);
    const application = applicationOf(pk);
    if (record !== undefined && application !== undefined) {
      openId.put(settingsOf(record, application.slug), mannersOf(record, catalogue));
    }
  };
  return {
    providers,
    otherProviders,
    applications,
    applicationOf,
    providerOf: (slug) => providers.get(applications.get(slug)?.provider ?? -1),
    addProvider: (record) => {
      lastPk += 1;
      const added = { ...structuredClone(record), pk: lastPk };
      providers.set(lastPk, added);
      return added;
    },
    addOtherProvider: (name, kind) => {
      lastPk += 1;
      const added = { pk: lastPk, name, kind };
      otherProviders.set(lastPk, added);
      return added;
    },
    addApplication: (record) => {
      const added = { ...structuredClone(record), pk: idOf(`application ${record.slug}`) };
      applications.set(record.slug, added);
      if (record.provider !== null) refresh(record.provider);
      return added;
    },
    refresh,
    rename: (slug, to) => {
      const application = applications.get(slug);
      if (application === undefined) return;
      if (slug !== to) openId.remove(slug);
      applications.delete(slug);
      application.slug = to;
      applications.set(to, application);
      refresh(application.provider ?? -1);
    },
    removeProvider: (pk) => {
      const application = applicationOf(pk);
      if (application !== undefined) openId.remove(application.slug);
      if (application !== undefined) application.provider = null;
      providers.delete(pk);
    },
    removeApplication: (slug) => {
      openId.remove(slug);
      applications.delete(slug);
    },
  };
}

/** A provider as the tests and the demo speak of it. A line of an old server's text is told without its escapes. */
export function settingsOf(record: ProviderRecord, slug: string): ProviderSettings {
  const plain = ({ matching_mode, url }: RedirectEntry): string =>
    matching_mode === 'regex' ? url.replaceAll(/\\(.)/g, '$1') : url;
  return {
    slug,
    clientId: record.client_id,
    clientSecret: record.client_secret,
    redirectUris: record.redirect_uris.filter((entry) => entry.redirect_uri_type === 'authorization').map(plain),
    subjectMode: record.sub_mode,
    issuerMode: record.issuer_mode,
  };
}

/** A record of a client that a test or the demo sets up, with everything a login needs. */
export function recordOf(settings: ProviderSettings, catalogue: Catalogue): Omit<ProviderRecord, 'pk'> {
  const flowOf = (slug: string): string => catalogue.flows.find((flow) => flow.slug === slug)?.pk ?? idOf(slug);
  const wanted = ['openid', 'email', 'profile'];
  return {
    name: settings.slug,
    client_id: settings.clientId,
    client_secret: settings.clientSecret,
    client_type: 'confidential',
    redirect_uris: settings.redirectUris.map(strictEntry),
    sub_mode: settings.subjectMode,
    issuer_mode: settings.issuerMode,
    signing_key: catalogue.keys.find(({ managed }) => managed === null)?.pk ?? null,
    property_mappings: catalogue.scopes.filter((scope) => wanted.includes(scope.scope_name)).map(({ pk }) => pk),
    authorization_flow: flowOf('default-provider-authorization-implicit-consent'),
    invalidation_flow: flowOf('default-provider-invalidation-flow'),
    grant_types: ['authorization_code', 'refresh_token'],
  };
}

/** What a login depends on beside the settings. */
function mannersOf(record: ProviderRecord, { scopes }: Catalogue) {
  const mapped = scopes.filter(({ pk }) => record.property_mappings.includes(pk)).map((scope) => scope.scope_name);
  return {
    isSigned: record.signing_key !== null,
    scopes: [...new Set(['openid', ...mapped])],
    allows: (uri: string) => isAllowed(record.redirect_uris, uri),
    isPublic: record.client_type === 'public',
    grantsCodes: record.grant_types.includes('authorization_code'),
  };
}
