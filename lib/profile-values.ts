/** The non-secret values one profile gives to a form, by name. */
export interface ProfileValues {
  base_url: string;
  issuer: string;
  discovery: string;
  authorization: string;
  token: string;
  userinfo: string;
  jwks: string;
  end_session: string;
  client_id: string;
  /** The profile's scopes, in its order. */
  scopes: string[];
}
