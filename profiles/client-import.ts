/** Makes profiles of the clients of one authentik, as an import compares them with those that are here. */

import type { Provider } from '@/authentik/api/providers';
import { entriesOf, kindOf } from '@/authentik/api/redirect-uris';
import type { RedirectUri } from '@/authentik/model';
import type { Snapshot } from '@/vault/transaction';
import { checkRedirectUris } from './checks/redirect-uris';
import { clientsAt } from './gone-clients';
import { instanceKind } from './kinds';
import type { Instance, LeftOutClient, OidcClient } from './schema';

/** One client as it was read; of those that cannot be a profile, why. */
export interface ReadClient {
  /** The provider's number in authentik. */
  pk: number;
  /** The provider's name, which is not the application's. */
  provider: string;
  clientId: string;
  redirectUris: RedirectUri[];
  is: { profile: OidcClient } | { why: LeftOutClient; name: string; slug?: string };
}

export interface ReadClients {
  baseUrl: string;
  instances: Instance[];
  clients: ReadClient[];
}

/** What a new profile asks for; authentik maps these unless its administrator has chosen otherwise. */
const usualScopes = ['openid', 'email', 'profile'];

/**
 * One entry per provider, in the order of the list. What authentik does not know of a profile that is here stays as it
 * is: its name, its scopes, and what its authentik is called. Where no secrets are kept, none is taken along.
 */
export function readClients(snapshot: Snapshot, baseUrl: string, providers: readonly Provider[]): ReadClients {
  const locals = localsOf(clientsAt(snapshot, baseUrl), providers);
  const instances = instancesAt(snapshot, baseUrl);
  const keepsSecrets = snapshot.mode === 'encrypted';
  const clients = providers.map((provider): ReadClient => {
    const { pk, name, clientId, application } = provider;
    const about = { pk, provider: name, clientId, redirectUris: entriesOf(provider.redirectUris) };
    if (!application) return { ...about, is: { why: 'no-application', name } };
    if (provider.clientType === 'public') return { ...about, is: { why: 'public-client', ...application } };
    const kept = keepsSecrets && provider.clientSecret !== undefined ? { clientSecret: provider.clientSecret } : {};
    const instanceId = instances[issuerMode(provider)].id;
    return { ...about, is: { profile: { ...profileOf(provider, application, locals.get(pk)), instanceId, ...kept } } };
  });
  return { baseUrl, instances: Object.values(instances), clients };
}

type Application = NonNullable<Provider['application']>;

function profileOf({ clientId, redirectUris }: Provider, application: Application, local: OidcClient | undefined) {
  const urls = registeredUrls(entriesOf(redirectUris));
  return {
    kind: 'oidc-client' as const,
    revision: 1,
    id: local?.id ?? crypto.randomUUID(),
    name: local?.name ?? (application.name.trim() || application.slug),
    slug: application.slug,
    clientId,
    scopes: local?.scopes ?? usualScopes,
    redirectUris: local && isSameSet(local.redirectUris, urls) ? local.redirectUris : urls,
  };
}

/** The profile that stands for a client: the one of its application, else one with its client ID that is of no other. */
function localsOf(here: readonly OidcClient[], providers: readonly Provider[]): Map<number, OidcClient> {
  const found = new Map<number, OidcClient>();
  const claimed = new Set<OidcClient>();
  const attached = providers.filter(({ application }) => application !== undefined);
  const claim = (fits: (client: OidcClient, provider: Provider) => boolean): void => {
    for (const provider of attached.filter(({ pk }) => !found.has(pk))) {
      const local = here.find((client) => !claimed.has(client) && fits(client, provider));
      if (local) claimed.add(local);
      if (local) found.set(provider.pk, local);
    }
  };
  claim((client, { application }) => client.slug === application?.slug);
  claim((client, { clientId }) => client.clientId === clientId);
  return found;
}

/** One per issuer mode, since that is a setting of each provider. */
function instancesAt(snapshot: Snapshot, baseUrl: string): Record<Instance['issuerMode'], Instance> {
  const here = snapshot.list(instanceKind).filter((instance) => instance.baseUrl === baseUrl);
  const named = (mode: Instance['issuerMode']): Instance =>
    here.find((instance) => instance.issuerMode === mode) ?? {
      id: crypto.randomUUID(),
      name: here[0]?.name ?? new URL(baseUrl).host,
      baseUrl,
      issuerMode: mode,
    };
  return { per_provider: named('per_provider'), global: named('global') };
}

function issuerMode(provider: Provider): Instance['issuerMode'] {
  return provider.issuerMode === 'global' ? 'global' : 'per_provider';
}

/** Whole addresses that a sign-in may come back to; a pattern is none. */
function registeredUrls(entries: readonly RedirectUri[]): string[] {
  const urls = entries.filter((entry) => kindOf(entry) === 'authorization').flatMap((entry) => literalOf(entry) ?? []);
  return [...new Set(urls)].filter((url) => checkRedirectUris(url).messages.length === 0);
}

/** Administrators mostly leave the dots of an address as they are, where authentik reads a pattern. */
function literalOf({ url, matching }: RedirectUri): string | undefined {
  if (matching === 'strict') return url;
  const isPattern = /[*+?()[\]{}|^$]/.test(url.replaceAll(/\\[^a-zA-Z0-9]/g, ''));
  return matching === 'regex' && !isPattern ? url.replaceAll(/\\([^a-zA-Z0-9])/g, '$1') : undefined;
}

function isSameSet(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((url) => other.includes(url));
}
