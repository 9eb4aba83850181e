/** The calls about applications, and the one that makes application and provider at once; sheet authentik.md 2.6. */
import { randomBytes } from 'node:crypto';
import { isObject, type JsonSchema } from '../contract/json-schema.ts';
import { recordOf } from '../registry.ts';
import { type ApiCall, type ApiState, type Endpoint, found, invalid, may, notFound, type Reply } from './endpoint.ts';
import { pageOf } from './pages.ts';
import { applicationAnswer } from './provider-answers.ts';
import { changesOf, faultsOf } from './provider-changes.ts';

const taken = 'State is set to must_created and object exists already';
const one = '/core/applications/{slug}/';

export const applicationEndpoints: readonly Endpoint[] = [
  { method: 'GET', template: '/core/applications/', right: null, answer: list },
  {
    method: 'GET',
    template: one,
    right: 'view_application',
    answer: ({ params, state }) => {
      const record = state.registry.applications.get(params['slug'] ?? '');
      return record === undefined ? notFound('Application') : found(applicationAnswer(record, state));
    },
  },
  {
    method: 'DELETE',
    template: one,
    right: 'delete_application',
    answer: ({ params, state }) => {
      if (!state.registry.applications.has(params['slug'] ?? '')) return notFound('Application');
      state.registry.removeApplication(params['slug'] ?? '');
      return { status: 204, body: undefined };
    },
  },
  { method: 'PUT', template: '/core/transactional/applications/', right: null, answer: create },
];

/** Without the flag only what the account itself may open, which for a service account is nothing. */
function list({ url, state, caller }: ApiCall): Reply {
  const isWhole = caller.isSuperuser && url.searchParams.get('superuser_full_list') === 'true';
  const seen = isWhole || caller.username === state.user.username ? [...state.registry.applications.values()] : [];
  const answers = seen.map((record) => applicationAnswer(record, state));
  return pageOf(answers, url, { searched: ['name', 'slug'], filters: ['name', 'slug'] });
}

/** All or nothing. The answer says neither number nor client. */
function create({ body, state, caller }: ApiCall): Reply {
  const app = isObject(body['app']) ? body['app'] : {};
  const provider = isObject(body['provider']) ? body['provider'] : {};
  const lacking = lackingRight(caller, body);
  if (lacking !== null) return { status: 403, body: lacking };
  const faults = creationFaults(app, provider, state);
  if (faults !== null) return invalid(faults);
  const { pk } = state.registry.addProvider({ ...defaults(state), ...changesOf(provider) });
  state.registry.addApplication({
    name: String(app['name']),
    slug: String(app['slug']),
    provider: pk,
    group: String(app['group'] ?? ''),
    meta_launch_url: String(app['meta_launch_url'] ?? ''),
  });
  return found({ applied: true, logs: [] });
}

/** Told in a field and not as `detail`; sheet 2.6. */
function lackingRight(caller: ApiCall['caller'], body: JsonSchema): JsonSchema | null {
  const lacks = (model: string) => `User lacks permission to create ${model}`;
  if (!may(caller, 'add_oauth2provider')) return { provider: lacks(String(body['provider_model'])) };
  return may(caller, 'add_application') ? null : { app: lacks('authentik_core.application') };
}

function creationFaults(app: JsonSchema, provider: JsonSchema, state: ApiState): JsonSchema | null {
  const { providers, applications } = state.registry;
  if (applications.has(String(app['slug']))) return { app: { slug: [taken] } };
  const isNamed = [...providers.values()].some(({ name }) => name === provider['name']);
  if (isNamed) return { provider: { name: [taken] } };
  const faults = faultsOf(provider, state);
  return faults === null ? null : { provider: faults };
}

/** What the server puts in where nothing is said: from 2026.5 no grant type at all, and never a key or a mapping. */
function defaults({ catalogue, contract }: ApiState) {
  const settings = {
    slug: '',
    clientId: randomBytes(20).toString('hex'),
    clientSecret: randomBytes(64).toString('hex'),
    redirectUris: [],
    subjectMode: 'hashed_user_id',
    issuerMode: 'per_provider',
  } as const;
  const record = recordOf({ ...settings, redirectUris: [] }, catalogue);
  const isEmpty = contract.version === '2026.8';
  return {
    ...record,
    signing_key: null,
    property_mappings: [],
    grant_types: isEmpty ? [] : record.grant_types,
  };
}
