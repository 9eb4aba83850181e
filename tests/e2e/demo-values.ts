/** What each app has to hold after the main job, by its page sheet. */
import { expect } from '@playwright/test';
import type { AppResult, DemoResult } from '../../scripts/demo/result.ts';

export const loginApps = ['espocrm', 'portainer', 'personio', 'palmr'];
export const apps = [...loginApps, 'openlane'];

/** The values of the page sheets, written by hand: `B` is authentik's base URL, `S` the application slug. */
function wanted(app: string, base: string, slug: string, clientId: string): Record<string, unknown> {
  const client = { client_id: clientId, client_secret: { matches: true } };
  const common = {
    ...client,
    authorization: `${base}/application/o/authorize/`,
    token: `${base}/application/o/token/`,
    userinfo: `${base}/application/o/userinfo/`,
  };
  const perApp: Record<string, Record<string, unknown>> = {
    espocrm: {
      ...common,
      method: 'Oidc',
      jwks: `${base}/application/o/${slug}/jwks/`,
      end_session: `${base}/application/o/${slug}/end-session/`,
      scopes: ['openid', 'profile', 'email'],
      claim: 'sub',
    },
    portainer: {
      ...common,
      method: 3,
      end_session: `${base}/application/o/${slug}/end-session/`,
      redirect_uri: 'https://portainer.company/',
      user_identifier: 'preferred_username',
      scopes: 'email openid profile',
    },
    personio: {
      ...common,
      issuer: `${base}/application/o/${slug}/`,
      jwks: `${base}/application/o/${slug}/jwks/`,
      scopes: 'openid,email',
      claim: 'email',
      button_text: 'Continue with authentik',
    },
    palmr: { ...client, base_url: base, scopes: 'openid profile email' },
    openlane: { base_url: base, api_token: { matches: true } },
  };
  return perApp[app] ?? {};
}

const callbacks: Record<string, string[]> = {
  espocrm: ['https://espocrm.company/oauth-callback.php'],
  portainer: ['https://portainer.company/'],
  personio: ['https://login.personio.com/login/callback'],
  palmr: ['https://palmr.company/api/auth/providers/authentik/callback'],
  openlane: [],
};

/** What this app has stored is what its sheet wants, and the login went well. */
export function check({ app, fields, login, error, ...result }: AppResult, setup: DemoResult['setup']): void {
  const client = setup.apps[app];
  const stored = Object.fromEntries(fields.map((field) => [field.key, field.stored]));
  const values = wanted(app, setup.authentik, client?.slug ?? '', client?.client_id ?? '');
  expect.soft(stored, app).toMatchObject(values);
  const read = result.callbacks.map(({ url }) => url);
  const known = callbacks[app] ?? [];
  expect.soft(known.length === 0 ? read : read.filter((url) => known.includes(url)), app).toEqual(known);
  expect.soft(Object.keys(stored), app).not.toContain('allow_admin');
  expect.soft(result.saves_by_extension, app).toBe(0);
  expect.soft([login, error], app).toEqual([app === 'openlane' ? 'healthy' : 'ok', null]);
}
