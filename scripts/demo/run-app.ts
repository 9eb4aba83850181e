/** One app of the demo, from its settings page to a login: the administrator's way, by clicks that are counted. */
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { ExtensionBrowser } from '../../tests/driver/chromium.ts';
import { Hand } from '../../tests/driver/hand.ts';
import { fillForm, openPreview, type PanelReport } from '../../tests/driver/panel.ts';
import { countSaves } from '../../tests/driver/saves.ts';
import { bindToSite } from '../../tests/driver/screens.ts';
import type { StandIn } from '../../tests/standins/standin.ts';
import { administratorsOwn, appSteps, pressSave } from './apps.ts';
import { createInAuthentik } from './create.ts';
import { adoptHeld } from './held.ts';
import { logIn } from './log-in.ts';
import type { Sabotage } from './options.ts';
import { proveHealth } from './prove-health.ts';
import { type AppResult, type FieldResult, resultKeys } from './result.ts';
import { spoilAuthentik, spoilCallbacks, spoilPage } from './sabotage.ts';
import { profileName } from './set-up.ts';
import type { Stage } from './stage.ts';
import type { DemoApp, DemoWorld } from './world.ts';

export interface AppRun {
  app: DemoApp;
  chromium: ExtensionBrowser;
  stage: Stage;
  world: DemoWorld;
  sabotages: readonly Sabotage[];
  /** Nothing is known of the app yet: what it needs is made in authentik on the way. */
  fromScratch?: boolean;
  /** Folder for the screenshots. */
  output: string;
}

/** Promises what happened; a failure on the way is part of the result, in plain words. */
export async function runApp(run: AppRun): Promise<AppResult> {
  const standIn = run.stage.apps[run.app];
  const [hand, opening, own] = [new Hand(), new Hand(), new Hand()];
  const result: AppResult = {
    app: run.app,
    fields: [],
    callbacks: [],
    clicks: 0,
    typed: 0,
    saves_by_extension: 0,
    login: 'failed',
    error: null,
  };
  const page = await run.chromium.browser.newPage();
  try {
    await appSteps[run.app].openSettings(page, opening, standIn);
    await (run.fromScratch ? createInAuthentik(run, page, hand) : openByBinding(run, page, hand));
    const report = await fill(run, page, hand);
    result.callbacks = report.callbacks;
    result.saves_by_extension = await countSaves(page, standIn);
    if (!run.fromScratch) registerCallbacks(run, report);
    await spoilPage(run.sabotages, { ...run, page, hand: new Hand() });
    await pressSave(page, hand, run.app, standIn);
    await administratorsOwn(page, run.fromScratch ? own : hand, run.app, standIn);
    if (run.fromScratch) adoptHeld(run.app, run.stage, run.world);
    result.fields = withStored(report, standIn, secretsOf(run));
    spoilAuthentik(run.sabotages, run.stage, run.world);
    Object.assign(result, await proof(run, page));
  } catch (error) {
    result.error = error instanceof Error ? error.message : String(error);
    await page.screenshot({ path: join(run.output, `${run.app}-failed.png`) });
  }
  await page.close();
  const apart = { opening_steps: opening.clicks, own_switch: own.clicks, site_prompts: 1 };
  return { ...result, clicks: hand.clicks, typed: hand.typed, ...(run.fromScratch && { apart }) };
}

/** What counts in the end: a user who is logged in, or the app's own check of its connection. */
async function proof(run: AppRun, page: Page): Promise<Pick<AppResult, 'login' | 'error'>> {
  const { app } = run;
  const error = app === 'openlane' ? await proveHealth(page, run.stage.apps.openlane) : await logIn({ ...run, app });
  if (error !== null) return { login: 'failed', error };
  return { login: app === 'openlane' ? 'healthy' : 'ok', error };
}

async function openByBinding(run: AppRun, page: Page, hand: Hand): Promise<void> {
  const popup = await run.chromium.openPopup(page);
  await hand.find(popup, '[data-action="bind"]');
  await popup.screenshot({ path: join(run.output, `${run.app}-1-popup.png`) });
  await bindToSite(popup, hand, profileName(run.app));
  await popup.close();
  await page.bringToFront();
  await openPreview(page, hand);
}

async function fill(run: AppRun, page: Page, hand: Hand): Promise<PanelReport> {
  await page.screenshot({ path: join(run.output, `${run.app}-2-preview.png`) });
  const report = await fillForm(page, hand);
  await page.screenshot({ path: join(run.output, `${run.app}-3-filled.png`) });
  return report;
}

/** The administrator pastes into authentik exactly what Latchkey read back; nothing else is registered there. */
function registerCallbacks(run: AppRun, report: PanelReport): void {
  if (run.app === 'openlane') return;
  const urls = spoilCallbacks(
    run.sabotages,
    run.app,
    report.callbacks.map((callback) => callback.url),
  );
  run.stage.authentik.configure(run.world.clients[run.app].slug, { redirectUris: urls });
}

/** The right secret for each field that takes one. */
function secretsOf({ app, world }: AppRun): Record<string, string> {
  return app === 'openlane' ? { api_token: world.token.key } : { client_secret: world.clients[app].clientSecret };
}

function withStored(report: PanelReport, standIn: StandIn, secrets: Record<string, string>): FieldResult[] {
  const stored = standIn.stored();
  const reported = report.fields.filter(({ key }) => resultKeys.includes(key));
  return reported.map(({ key, outcome }) => ({
    key,
    outcome,
    stored: key in secrets ? { matches: stored[key] === secrets[key] } : (stored[key] ?? null),
  }));
}
