/** What can be copied from the profile of the screens' tests. */
import type { CopyName } from '@/messaging/protocol';

const base = 'https://authentik.company/application/o/';

export const values: Record<CopyName, string> = {
  base_url: 'https://authentik.company',
  issuer: `${base}portainer/`,
  discovery: `${base}portainer/.well-known/openid-configuration`,
  authorization: `${base}authorize/`,
  token: `${base}token/`,
  userinfo: `${base}userinfo/`,
  jwks: `${base}portainer/jwks/`,
  end_session: `${base}portainer/end-session/`,
  client_id: 'client-id-for-tests',
  scopes: 'openid email profile',
  scopes_comma: 'openid,email,profile',
  scopes_lines: 'openid\nemail\nprofile',
};
