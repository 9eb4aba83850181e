/** The values one profile gives to a form, by name; secrets are named here and never held. */

/** Secrets a profile may keep. */
export type SecretName = 'client_secret' | 'api_token';

/** What is not secret. A profile that holds an API token knows its authentik alone. */
export interface ProfileValues {
  base_url: string;
  /** authentik's page for API tokens. */
  tokens_page: string;
  issuer?: string;
  discovery?: string;
  authorization?: string;
  token?: string;
  userinfo?: string;
  jwks?: string;
  end_session?: string;
  client_id?: string;
  /** The profile's scopes, in its order. */
  scopes?: string[];
}
