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

async function runAll(...parameters: string[]): Promise<DemoResult> {
  const { passed, output, report } = await runDemo(parameters);
  expect(
    report?.apps.map((app) => app.app),
    output,
  ).toEqual(apps);
  if (report === null) throw new Error(output);
  for (const app of report.apps) check(app, report.setup);
  expect(passed, output).toBe(true);
  return report;
}

test('from profiles to working logins', async () => {
  expect(await runAll()).not.toHaveProperty('once');
});

// An odd seed: authentik under a sub-path, and no name or secret as without one. Seed 12 is the disk scan's.
test('from scratch to working logins, under a sub-path, seed 7', async () => {
  const { apps: ran, setup, once } = await runAll('--from-scratch', '--seed', '7');
  expect(setup.authentik).toMatch(/^https:\/\/authentik\.company\/[a-z]{5}$/);
  for (const { app, clicks, typed, apart } of ran) {
    // Presses on Latchkey and the Save; where the app has another method chosen, one more to switch it.
    const hasMethod = app === 'espocrm' || app === 'portainer';
    expect.soft([app, clicks, typed], app).toEqual([app, hasMethod ? 6 : 5, 0]);
    const isOpened = app === 'personio' || app === 'palmr';
    const own = { opening_steps: isOpened ? 1 : 0, own_switch: app === 'palmr' ? 1 : 0, site_prompts: 1 };
    expect.soft(apart, app).toEqual(own);
  }
  expect(once?.connection).toEqual({ clicks: 2, typed: 0, site_prompts: 1 });
});

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
