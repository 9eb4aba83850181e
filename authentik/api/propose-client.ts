/** Works out what to make in authentik for an app: everything an administrator would have to choose; authentik sheet 2.6. */

import { ok, type Result } from '@/lib/result';
import type { Creation, CreationChoices, CreationProposal, Lack } from '../creation';
import type { ApiFailure, Needs, RedirectUri, Version } from '../model';
import { type Catalogue, readCatalogue } from './catalogue';
import { type Flow, readFlows } from './flows';
import { freeName, freeSlug, readTaken } from './taken';
import type { Transport } from './transport';
import { isAtLeast } from './version';

export interface WantedClient {
  /** The app's, where they are free. */
  name: string;
  slug: string;
  clientType: Creation['clientType'];
  needs: Needs;
  redirectUris: RedirectUri[];
  /** Slugs that are taken elsewhere than in authentik. */
  slugsTaken: readonly string[];
}

/** Without a consent screen before the one with it. */
const authorizationSlugs = [
  'default-provider-authorization-implicit-consent',
  'default-provider-authorization-explicit-consent',
];
/** Not `default-invalidation-flow`, which ends the whole session of the person. */
const invalidationSlugs = ['default-provider-invalidation-flow'];
/** authentik's own default. */
const defaultSubject = 'hashed_user_id';

/** Reads only. What cannot be chosen is left empty and named in `lacks`. */
export async function proposeClient(
  transport: Transport,
  wanted: WantedClient,
  version: Version | undefined,
  signal?: AbortSignal,
): Promise<Result<CreationProposal, ApiFailure>> {
  const authorization = await readFlows(transport, 'authorization', signal);
  if (!authorization.ok) return authorization;
  const invalidation = isAtLeast(version, 2024, 10) ? await readFlows(transport, 'invalidation', signal) : ok(null);
  if (!invalidation.ok) return invalidation;
  const catalogue = await readCatalogue(transport, version, signal);
  if (!catalogue.ok) return catalogue;
  const taken = await readTaken(transport, signal);
  if (!taken.ok) return taken;
  const name = freeName(wanted.name, taken.value.names);
  const slug = freeSlug(wanted.slug, [...taken.value.slugs, ...wanted.slugsTaken]);
  const flows = { authorization: authorization.value, invalidation: invalidation.value };
  return ok(proposalOf({ ...wanted, name, slug }, flows, catalogue.value));
}

interface Flows {
  authorization: Flow[];
  /** Null: this version does not know it. */
  invalidation: Flow[] | null;
}

function proposalOf(wanted: WantedClient, flows: Flows, catalogue: Catalogue): CreationProposal {
  const { name, slug, clientType, needs, redirectUris } = wanted;
  const authorizationFlow = usual(flows.authorization, authorizationSlugs);
  const invalidationFlow = flows.invalidation === null ? undefined : usual(flows.invalidation, invalidationSlugs);
  const [key] = catalogue.keys;
  const mappings = needs.scopes.map((scope) => ({ scope, pk: mappingFor(scope, catalogue) }));
  const isWithoutEnd = flows.invalidation !== null && invalidationFlow === undefined;
  const lacks: Lack[] = [
    ...(authorizationFlow === undefined ? [{ what: 'authorization-flow' as const }] : []),
    ...(isWithoutEnd ? [{ what: 'invalidation-flow' as const }] : []),
    ...(key === undefined ? [{ what: 'signing-key' as const }] : []),
    ...mappings.flatMap(({ scope, pk }) => (pk === undefined ? [{ what: 'scope' as const, scope }] : [])),
    ...(redirectUris.length === 0 ? [{ what: 'callback' as const }] : []),
  ];
  const creation: Creation = {
    name,
    slug,
    clientType,
    authorizationFlow: authorizationFlow ?? '',
    invalidationFlow: invalidationFlow ?? '',
    // Also where the app does not ask for it: without one, tokens are signed with the client's secret.
    signingKey: key?.pk ?? null,
    subjectMode: needs.subjectMode ?? defaultSubject,
    mappings: mappings.flatMap(({ pk }) => pk ?? []),
    redirectUris,
  };
  return { creation, choices: choicesOf(flows, catalogue), lacks };
}

function choicesOf({ authorization, invalidation }: Flows, { keys, mappings }: Catalogue): CreationChoices {
  return {
    authorizationFlows: authorization,
    invalidationFlows: invalidation ?? [],
    signingKeys: keys,
    mappings: mappings.map(({ pk, name, scope }) => ({ pk, name, scope })),
  };
}

function usual(flows: Flow[], slugs: readonly string[]): string | undefined {
  return slugs.flatMap((slug) => flows.find((flow) => flow.slug === slug)?.pk ?? [])[0];
}

/** authentik's own mapping for the scope before any other. */
function mappingFor(scope: string, { mappings }: Catalogue): string | undefined {
  const fitting = mappings.filter((mapping) => mapping.scope === scope);
  return (fitting.find(({ isOwn }) => isOwn) ?? fitting[0])?.pk;
}
