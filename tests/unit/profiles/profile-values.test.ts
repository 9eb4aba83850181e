// @vitest-environment node
/** What a profile gives to forms and to the clipboard. */
import { expect, it } from 'vitest';
import { copyTexts, profileValues } from '@/profiles/profile-values';

const profile = { slug: 'portainer', clientId: 'test-client', scopes: ['openid', 'email', 'groups'] };
const values = profileValues(profile, { baseUrl: 'https://authentik.company/auth', issuerMode: 'global' });

it('derives the values by name', () => {
  expect(values).toEqual({
    base_url: 'https://authentik.company/auth',
    issuer: 'https://authentik.company/auth/',
    discovery: 'https://authentik.company/auth/application/o/portainer/.well-known/openid-configuration',
    authorization: 'https://authentik.company/auth/application/o/authorize/',
    token: 'https://authentik.company/auth/application/o/token/',
    userinfo: 'https://authentik.company/auth/application/o/userinfo/',
    jwks: 'https://authentik.company/auth/application/o/portainer/jwks/',
    end_session: 'https://authentik.company/auth/application/o/portainer/end-session/',
    client_id: 'test-client',
    scopes: ['openid', 'email', 'groups'],
  });
});

it('spells the scopes in the three ways apps want', () => {
  expect(copyTexts(values)).toMatchObject({
    client_id: 'test-client',
    scopes: 'openid email groups',
    scopes_comma: 'openid,email,groups',
    scopes_lines: 'openid\nemail\ngroups',
  });
});
