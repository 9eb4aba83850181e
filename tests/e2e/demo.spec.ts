/** The main job end to end: what was filled and saved logs in; what an administrator breaks is named. */
import { expect, test } from '@playwright/test';
import type { AppResult, DemoResult } from '../../scripts/demo/result.ts';
import { runDemo } from '../driver/demo-process.ts';

// Each test is a process of its own.
test.describe.configure({ mode: 'parallel' });

const loginApps = ['espocrm', 'portainer', 'personio', 'palmr'];
const apps = [...loginApps, 'openlane'];

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

function check({ app, fields, login, error, ...result }: AppResult, setup: DemoResult['setup']): void {
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

// Seed 12 is the disk scan's.
for (const seed of [null, 7]) {
  test(`from profiles to working logins, ${seed === null ? 'without a seed' : `seed ${seed}`}`, async () => {
    const { passed, output, report } = await runDemo(seed === null ? [] : ['--seed', String(seed)]);
    expect(report, output).not.toBeNull();
    expect(report?.apps.map((app) => app.app)).toEqual(apps);
    if (report) for (const app of report.apps) check(app, report.setup);
    expect(passed, output).toBe(true);
  });
}

/** What each fault makes fail, and the words that must tell of it. Faults of different apps share a run. */
const runs: Record<string, Record<string, RegExp>>[] = [
  {
    'comma-scopes': { portainer: /access_denied/ },
    'subject-mode': { espocrm: /user/i },
    'token-swap': { openlane: /token/i },
  },
  {
    'redirect-slash': { portainer: /redirect/i },
    'wrong-issuer': { personio: /iss/i },
    'palmr-issuer': { palmr: /not found/i },
  },
  { 'wrong-secret': Object.fromEntries(loginApps.map((app) => [app, /invalid_client|client authentication/i])) },
];

for (const faults of runs) {
  const names = Object.keys(faults);
  const concerned = Object.assign({}, ...Object.values(faults)) as Record<string, RegExp>;
  test(`sabotage ${names.join(', ')} makes exactly ${Object.keys(concerned).join(', ')} fail`, async () => {
    const { passed, output, report } = await runDemo(names.flatMap((name) => ['--sabotage', name]));
    const failed = (report?.apps ?? []).filter((app: AppResult) => app.login === 'failed');
    expect(failed.map((app) => app.app).sort(), output).toEqual(Object.keys(concerned).sort());
    for (const app of failed) expect(app.error ?? '', app.app).toMatch(concerned[app.app] ?? /^$/);
    expect(passed).toBe(false);
  });
}
