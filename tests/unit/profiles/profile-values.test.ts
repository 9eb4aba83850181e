// @vitest-environment node
/** What a profile gives to forms and to the clipboard. */
import { expect, it } from 'vitest';
import { copyTexts, profileValues } from '@/profiles/profile-values';

const instance = { baseUrl: 'https://authentik.company/auth', issuerMode: 'global' } as const;
const client = {
  kind: 'oidc-client',
  slug: 'portainer',
  clientId: 'test-client',
  scopes: ['openid', 'email', 'groups'],
} as const;
const values = profileValues({ ...client, scopes: [...client.scopes] }, instance);
const ofToken = profileValues({ kind: 'api-token' }, instance);

it('derives the values of a client by name', () => {
  expect(values).toEqual({
    base_url: 'https://authentik.company/auth',
    tokens_page: 'https://authentik.company/auth/if/admin/#/core/tokens',
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

it('knows of an API token where its authentik is, and nothing of any application', () => {
  expect(ofToken).toEqual({
    base_url: 'https://authentik.company/auth',
    tokens_page: 'https://authentik.company/auth/if/admin/#/core/tokens',
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

it('copies what there is, and no page of authentik', () => {
  expect(copyTexts(ofToken)).toEqual({ base_url: 'https://authentik.company/auth' });
  expect(copyTexts(values)).not.toHaveProperty('tokens_page');
});
