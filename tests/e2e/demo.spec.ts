/** The main job end to end: what was filled and saved logs in; what an administrator breaks is named. */
import { expect, test } from '@playwright/test';
import type { AppResult, DemoResult } from '../../scripts/demo/result.ts';
import { runDemo } from '../driver/demo-process.ts';
import { apps, check, loginApps } from './demo-values.ts';

// Each test is a process of its own.
test.describe.configure({ mode: 'parallel' });

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
