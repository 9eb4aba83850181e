// @vitest-environment node
/** The endpoint addresses are those of the authentik sheet 3.1, written out by hand. */
import { describe, expect, it } from 'vitest';
import { endpoints } from '@/authentik/endpoints';

describe('endpoints', () => {
  it('gives every address with its slashes, issuer per provider', () => {
    expect(endpoints('https://authentik.company', 'portainer', 'per_provider')).toEqual({
      base_url: 'https://authentik.company',
      issuer: 'https://authentik.company/application/o/portainer/',
      discovery: 'https://authentik.company/application/o/portainer/.well-known/openid-configuration',
      authorization: 'https://authentik.company/application/o/authorize/',
      token: 'https://authentik.company/application/o/token/',
      userinfo: 'https://authentik.company/application/o/userinfo/',
      jwks: 'https://authentik.company/application/o/portainer/jwks/',
      end_session: 'https://authentik.company/application/o/portainer/end-session/',
    });
  });

  it('keeps port and sub-path, and gives the base URL with a slash as the global issuer', () => {
    expect(endpoints('https://sso.company:9443/auth', 'espo_CRM-1', 'global')).toEqual({
      base_url: 'https://sso.company:9443/auth',
      issuer: 'https://sso.company:9443/auth/',
      discovery: 'https://sso.company:9443/auth/application/o/espo_CRM-1/.well-known/openid-configuration',
      authorization: 'https://sso.company:9443/auth/application/o/authorize/',
      token: 'https://sso.company:9443/auth/application/o/token/',
      userinfo: 'https://sso.company:9443/auth/application/o/userinfo/',
      jwks: 'https://sso.company:9443/auth/application/o/espo_CRM-1/jwks/',
      end_session: 'https://sso.company:9443/auth/application/o/espo_CRM-1/end-session/',
    });
  });
});
