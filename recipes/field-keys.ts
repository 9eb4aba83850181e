/** Names of the things a form can ask for; the same names are used in reports, in bindings and by the demo. */
export const fieldKeys = [
  'method',
  'client_id',
  'client_secret',
  'api_token',
  'base_url',
  'issuer',
  'authorization',
  'token',
  'userinfo',
  'jwks',
  'end_session',
  'scopes',
  'redirect_uri',
  'user_identifier',
  'claim',
  'button_text',
  'secret_expiry',
  'allow_admin',
] as const;

export type FieldKey = (typeof fieldKeys)[number];
