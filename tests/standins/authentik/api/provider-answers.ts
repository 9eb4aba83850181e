/** Providers and applications in the words of the API, with the fields of all versions together. */

import { idOf } from '../catalogue.ts';
import type { JsonSchema } from '../contract/json-schema.ts';
import { redirectsOut } from '../redirects.ts';
import type { ApplicationRecord, OtherProvider, ProviderRecord } from '../registry.ts';
import type { ApiState } from './endpoint.ts';

export function providerAnswer(record: ProviderRecord, state: ApiState): JsonSchema {
  const application = state.registry.applicationOf(record.pk);
  const { client_secret, ...readable } = record;
  return {
    ...readable,
    ...(state.hidesSecrets ? {} : { client_secret }),
    redirect_uris: redirectsOut(record.redirect_uris, state.contract.version),
    authentication_flow: null,
    component: 'ak-provider-oauth2-form',
    assigned_application_slug: application?.slug ?? null,
    assigned_application_name: application?.name ?? null,
    assigned_backchannel_application_slug: null,
    assigned_backchannel_application_name: null,
    verbose_name: 'OAuth2/OpenID Provider',
    verbose_name_plural: 'OAuth2/OpenID Providers',
    meta_model_name: 'authentik_providers_oauth2.oauth2provider',
    access_code_validity: 'minutes=1',
    access_token_validity: 'minutes=5',
    refresh_token_validity: 'days=30',
    refresh_token_threshold: 'seconds=0',
    include_claims_in_id_token: true,
    encryption_key: null,
    jwks_sources: [],
    jwt_federation_sources: [],
    jwt_federation_providers: [],
  };
}

/** What every provider has, and which of the interface's forms it is changed with. */
export function otherProviderAnswer({ pk, name }: OtherProvider, { registry }: ApiState): JsonSchema {
  const application = registry.applicationOf(pk);
  return {
    pk,
    name,
    authentication_flow: null,
    authorization_flow: idOf('default-provider-authorization-implicit-consent'),
    invalidation_flow: idOf('default-provider-invalidation-flow'),
    property_mappings: [],
    component: 'ak-provider-saml-form',
    assigned_application_slug: application?.slug ?? null,
    assigned_application_name: application?.name ?? null,
    assigned_backchannel_application_slug: null,
    assigned_backchannel_application_name: null,
    verbose_name: 'SAML Provider',
    verbose_name_plural: 'SAML Providers',
    meta_model_name: 'authentik_providers_saml.samlprovider',
  };
}

export function applicationAnswer(record: ApplicationRecord, state: ApiState): JsonSchema {
  const provider = state.registry.providers.get(record.provider ?? -1);
  return {
    ...record,
    pbm_uuid: record.pk,
    provider_obj: provider === undefined ? null : providerAnswer(provider, state),
    backchannel_providers: [],
    backchannel_providers_obj: [],
    launch_url: record.meta_launch_url === '' ? null : record.meta_launch_url,
    open_in_new_tab: false,
    meta_icon: null,
    meta_icon_url: null,
    meta_icon_themed_urls: null,
    meta_description: '',
    meta_publisher: '',
    meta_hide: false,
    policy_engine_mode: 'any',
  };
}

/** Addresses as the server builds them; without an application some are null and one is missing. Sheet 2.3. */
export function setupUrls(record: ProviderRecord, state: ApiState): JsonSchema {
  const { baseUrl, registry } = state;
  const application = registry.applicationOf(record.pk);
  const own = application === undefined ? null : `${baseUrl}/application/o/${application.slug}/`;
  const issuer = record.issuer_mode === 'global' ? `${baseUrl}/` : own;
  return {
    issuer: own === null ? null : issuer,
    authorize: `${baseUrl}/application/o/authorize/`,
    token: `${baseUrl}/application/o/token/`,
    user_info: `${baseUrl}/application/o/userinfo/`,
    provider_info: own === null ? null : `${own}.well-known/openid-configuration`,
    logout: own === null ? null : `${own}end-session/`,
    ...(own === null ? {} : { jwks: `${own}jwks/` }),
    dcr_registration: null,
  };
}
