/** Whole answers of authentik, with every field of three versions; a contract takes away what its version has not. */
import type { ContractVersion } from '@/tests/standins/authentik/contract/versions';

const uuid = '5f0c7a30-0000-4000-8000-000000000001';

export const fullProvider = {
  authentication_flow: null,
  authorization_flow: uuid,
  invalidation_flow: uuid,
  component: 'ak-provider-oauth2-form',
  assigned_backchannel_application_slug: null,
  assigned_backchannel_application_name: null,
  verbose_name: 'OAuth2/OpenID Provider',
  verbose_name_plural: 'OAuth2/OpenID Providers',
  meta_model_name: 'authentik_providers_oauth2.oauth2provider',
  signing_key: '5f0c7a30-0000-4000-8000-000000000002',
};

/** By path template, below `/api/v3`. */
export function answers(version: ContractVersion, provider: unknown): Record<string, unknown> {
  const mappings = page({
    pk: '5f0c7a30-0000-4000-8000-00000000000a',
    managed: 'goauthentik.io/providers/oauth2/scope-email',
    name: "authentik default OAuth Mapping: OpenID 'email'",
    scope_name: 'email',
    expression: 'return {}',
    description: '',
    component: 'ak-property-mapping-provider-scope-form',
    verbose_name: 'Scope Mapping',
    verbose_name_plural: 'Scope Mappings',
    meta_model_name: 'authentik_providers_oauth2.scopemapping',
  });
  return {
    '/admin/version/': {
      version_current: version,
      version_latest: version,
      version_latest_valid: true,
      build_hash: '',
      outdated: false,
      outpost_outdated: false,
    },
    '/core/users/me/': { user: self, users: [self] },
    '/providers/oauth2/': page(provider),
    '/providers/oauth2/{id}/': provider,
    '/crypto/certificatekeypairs/': page(keyPair),
    '/propertymappings/provider/scope/': mappings,
  };
}

const self = {
  pk: 5,
  is_current: true,
  username: 'jane',
  name: 'Jane',
  is_active: true,
  is_superuser: false,
  groups: [],
  roles: [],
  email: 'jane@company.test',
  avatar: '',
  uid: 'a1',
  settings: {},
  type: 'internal',
  system_permissions: ['access_admin_interface'],
};

const keyPair = {
  pk: '5f0c7a30-0000-4000-8000-000000000002',
  name: 'authentik Self-signed Certificate',
  fingerprint_sha256: 'aa',
  fingerprint_sha1: 'aa',
  cert_expiry: '2027-11-22T00:00:00Z',
  cert_subject: 'CN=authentik',
  private_key_available: true,
  private_key_type: 'rsa',
  key_type: 'rsa',
  certificate_download_url: '/download',
  private_key_download_url: '/download',
  managed: null,
};

function page(result: unknown): unknown {
  return {
    pagination: { next: 0, previous: 0, count: 1, current: 1, total_pages: 1, start_index: 1, end_index: 1 },
    results: [result],
    autocomplete: {},
  };
}
