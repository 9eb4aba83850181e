/** The lists that a new provider is chosen from: flows, keys, scope mappings; sheet authentik.md 2.6. */
import { idOf } from '../catalogue.ts';
import type { Endpoint } from './endpoint.ts';
import { pageOf } from './pages.ts';

export const catalogueEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    template: '/flows/instances/',
    right: 'view_flow',
    answer: ({ url, state }) =>
      pageOf(
        state.catalogue.flows.map((flow) => ({
          ...flowFields,
          policybindingmodel_ptr_id: flow.pk,
          title: flow.name,
          ...flow,
        })),
        url,
        { searched: ['name', 'slug'], filters: ['designation', 'slug'] },
      ),
  },
  {
    method: 'GET',
    template: '/crypto/certificatekeypairs/',
    right: 'view_certificatekeypair',
    answer: ({ url, state }) =>
      pageOf(
        state.catalogue.keys.map(({ pk, name, kind, managed }) => ({
          ...keyFields,
          pk,
          name,
          managed,
          key_type: kind,
          private_key_type: kind,
        })),
        url,
        { searched: ['name'], filters: ['name', 'managed'] },
      ),
  },
  {
    method: 'GET',
    template: '/propertymappings/provider/scope/',
    right: 'view_scopemapping',
    answer: ({ url, state }) =>
      pageOf(
        state.catalogue.scopes.map((scope) => ({ ...scopeFields, ...scope })),
        url,
        { searched: ['name', 'scope_name'], filters: ['scope_name'] },
      ),
  },
];

const flowFields = {
  background: '/static/dist/assets/images/flow_background.jpg',
  background_url: '/static/dist/assets/images/flow_background.jpg',
  background_themed_urls: null,
  stages: [],
  policies: [],
  cache_count: 0,
  policy_engine_mode: 'any',
  compatibility_mode: false,
  export_url: `/api/v3/flows/instances/${idOf('export')}/export/`,
  layout: 'stacked',
  denied_action: 'message_continue',
  authentication: 'none',
};

const keyFields = {
  fingerprint_sha256: null,
  fingerprint_sha1: null,
  cert_expiry: '2027-01-01T00:00:00Z',
  cert_subject: 'CN=authentik',
  private_key_available: true,
  certificate_download_url: '/api/v3/crypto/certificatekeypairs/download',
  private_key_download_url: '/api/v3/crypto/certificatekeypairs/download',
};

const scopeFields = {
  expression: 'return {}',
  description: '',
  component: 'ak-property-mapping-provider-scope-form',
  verbose_name: 'Scope Mapping',
  verbose_name_plural: 'Scope Mappings',
  meta_model_name: 'authentik_providers_oauth2.scopemapping',
};
