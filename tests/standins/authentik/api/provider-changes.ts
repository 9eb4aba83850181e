/** What a checked body says about a provider, and what authentik would still refuse in it. */
import type { JsonSchema } from '../contract/json-schema.ts';
import { redirectsIn } from '../redirects.ts';
import type { ProviderRecord } from '../registry.ts';
import type { ApiState } from './endpoint.ts';

const kept = [
  'name',
  'client_id',
  'client_secret',
  'client_type',
  'sub_mode',
  'issuer_mode',
  'signing_key',
  'property_mappings',
  'authorization_flow',
  'invalidation_flow',
  'grant_types',
];

/** The fields that were sent, ready to be put into a record. The contract has checked their types. */
export function changesOf(body: JsonSchema): Partial<ProviderRecord> {
  const changes: JsonSchema = Object.fromEntries(kept.filter((key) => key in body).map((key) => [key, body[key]]));
  if ('redirect_uris' in body) changes['redirect_uris'] = redirectsIn(body['redirect_uris']);
  return structuredClone(changes);
}

/** Faults by field, as Django puts them, or null: ids of nothing, and a client id that is taken. */
export function faultsOf(body: JsonSchema, { catalogue, registry }: ApiState, own?: number): JsonSchema | null {
  const flows = catalogue.flows.map(({ pk }) => pk);
  const known: Record<string, string[]> = {
    authorization_flow: flows,
    invalidation_flow: flows,
    signing_key: catalogue.keys.map(({ pk }) => pk),
    property_mappings: catalogue.scopes.map(({ pk }) => pk),
  };
  const faults: JsonSchema = {};
  for (const [field, ids] of Object.entries(known)) {
    const missing = [body[field] ?? []].flat().find((id) => !ids.includes(String(id)));
    if (missing !== undefined) faults[field] = [`Invalid pk "${String(missing)}" - object does not exist.`];
  }
  const twin = [...registry.providers.values()].find(({ client_id }) => client_id === body['client_id']);
  if (twin !== undefined && twin.pk !== own) {
    faults['client_id'] = ['OAuth2/OpenID Provider with this Client ID already exists.'];
  }
  return Object.keys(faults).length === 0 ? null : faults;
}
