/** Where a running authentik and its published schema are known to differ; the stand-in follows the server. */
import { type ContractSource, isObject, type JsonSchema } from './json-schema.ts';

/** A provider without an application has null here in every version; older schemas say text. Sheet authentik.md 2.3. */
const assigned = [
  'assigned_application_slug',
  'assigned_application_name',
  'assigned_backchannel_application_slug',
  'assigned_backchannel_application_name',
];
const nullable: Readonly<Record<string, readonly string[]>> = {
  Provider: assigned,
  OAuth2Provider: assigned,
  /** null without a provider; older schemas say an object. */
  Application: ['provider_obj', 'launch_url', 'meta_icon', 'meta_icon_url'],
  OAuth2ProviderSetupURLs: ['issuer', 'provider_info', 'logout'],
  /** Members only where they are asked for. */
  Group: ['users_obj'],
  User: ['groups_obj'],
};
/** Left out by the server in spite of the schema. */
const optional: Readonly<Record<string, readonly string[]>> = { OAuth2ProviderSetupURLs: ['jwks'] };

/** The published schema of that name, as the server follows it. */
export function corrected(name: string, source: ContractSource): JsonSchema {
  if (name.toLowerCase() === 'modelrequest') return oauth2Model(source);
  const schema = source.schema(name);
  const { properties, required } = schema;
  if (!isObject(properties)) return schema;
  const loosened = Object.entries(properties).map(([key, value]) => {
    const isLoose = nullable[name]?.includes(key) === true && isObject(value);
    return [key, isLoose ? { ...value, nullable: true } : value];
  });
  const needed = Array.isArray(required) ? required.filter((key) => !optional[name]?.includes(key)) : [];
  return { ...schema, properties: Object.fromEntries(loosened), required: needed };
}

/** Of the kinds of provider that the transactional call takes, the stand-in plays one; its field of choice may go along. */
function oauth2Model(source: ContractSource): JsonSchema {
  const schema = source.schema('OAuth2ProviderRequest');
  const properties = isObject(schema['properties']) ? schema['properties'] : {};
  const { redirect_uris: redirects } = properties;
  const required = Array.isArray(schema['required']) ? schema['required'] : [];
  // A client with text was generated for a version before 2024.10, whose server knows no invalidation flow yet; sheet 2.4.
  const isOlder = isObject(redirects) && redirects['type'] === 'string';
  const needed = required.filter((key) => !(isOlder && key === 'invalidation_flow'));
  return { ...schema, properties: { ...properties, provider_model: { type: 'string' } }, required: needed };
}
