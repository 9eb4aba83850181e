/** One profile's worth of values, for pages that are filled by nobody in particular. */
import type { ProfileValues, SecretName } from '../../lib/profile-values.ts';

const base = 'https://authentik.company';
const application = `${base}/application/o/sample`;

export const sampleValues: ProfileValues = {
  base_url: base,
  tokens_page: `${base}/if/admin/#/core/tokens`,
  issuer: `${application}/`,
  discovery: `${application}/.well-known/openid-configuration`,
  authorization: `${base}/application/o/authorize/`,
  token: `${base}/application/o/token/`,
  userinfo: `${base}/application/o/userinfo/`,
  jwks: `${application}/jwks/`,
  end_session: `${application}/end-session/`,
  client_id: 'sample-client-id',
  scopes: ['openid', 'email', 'profile'],
};

/** They look like what they are: nobody's. */
export const sampleSecrets: Record<SecretName, string> = {
  client_secret: 'sample-client-secret',
  api_token: 'sample-api-token',
};
