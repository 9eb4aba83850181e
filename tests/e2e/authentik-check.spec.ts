/** What an administrator breaks is named by Check before any login, and mended by its button; then the login works. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { findBrowser } from '../../scripts/browsers/find.ts';
import { administratorsOwn, appSteps, pressSave } from '../../scripts/demo/apps.ts';
import { logIn } from '../../scripts/demo/log-in.ts';
import type { Sabotage } from '../../scripts/demo/options.ts';
import { spoilAuthentik, spoilCallbacks, spoilPage } from '../../scripts/demo/sabotage.ts';
import { profileName, setUpExtension } from '../../scripts/demo/set-up.ts';
import { type Stage, setStage } from '../../scripts/demo/stage.ts';
import { drawWorld, type LoginApp, loginApps } from '../../scripts/demo/world.ts';
import { testBuildFolder } from '../../scripts/steps/builds.ts';
import { findBarriers } from '../driver/axe.ts';
import { checkAgain, differences, mend, notRight, openCheck, openRegistration } from '../driver/check.ts';
import { type ExtensionBrowser, launchChromium } from '../driver/chromium.ts';
import { Hand } from '../driver/hand.ts';
import { fillForm, openPreview } from '../driver/panel.ts';
import { bindToSite } from '../driver/screens.ts';

// One browser for all, and one world that each case spoils anew.
test.describe.configure({ mode: 'serial' });

const world = drawWorld(null);
const output = 'demo-output';
const hand = new Hand({ pastes: true });
let stage: Stage;
let chromium: ExtensionBrowser;
let folder: string;

test.beforeAll(async () => {
  await mkdir(output, { recursive: true });
  folder = await mkdtemp(join(tmpdir(), 'latchkey-check-'));
  stage = await setStage(world);
  chromium = await launchChromium({
    executablePath: findBrowser('chromium') ?? '',
    extension: resolve(testBuildFolder),
    server: stage.server,
    headless: true,
    profileFolder: join(folder, 'profile'),
  });
  await setUpExtension(chromium, stage, world, loginApps);
  await connectBySession();
});
test.afterAll(async () => {
  await chromium.close();
  await stage.server.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** The administrator is signed in to authentik in this browser; its admin page stays open in a tab. */
async function connectBySession(): Promise<void> {
  const { id, csrf } = stage.authentik.signIn({ username: world.user.username, rights: [], isSuperuser: true });
  const common = { domain: 'authentik.company', path: '/', secure: true };
  await chromium.browser.setCookie(
    { ...common, name: 'authentik_session', value: id },
    { ...common, name: 'authentik_csrf', value: csrf },
  );
  const admin = await chromium.browser.newPage();
  await admin.goto(`${stage.authentik.baseUrl}/if/admin/`);
  const popup = await chromium.openPopup(admin);
  await hand.click(popup, '[data-action="connect-authentik"]');
  await hand.find(popup, '[data-card="authentik"]:not(:has([data-action="connect-authentik"]))');
  await popup.close();
}

/** As in the demo, with a fault that the administrator makes. */
async function setUp(app: LoginApp, sabotages: readonly Sabotage[]): Promise<Page> {
  const page = await chromium.browser.newPage();
  await appSteps[app].openSettings(page, hand, stage.apps[app]);
  const popup = await chromium.openPopup(page);
  await bindToSite(popup, hand, profileName(app));
  await popup.close();
  const callbacks = await fill(page);
  const registered = spoilCallbacks(sabotages, app, callbacks);
  stage.authentik.configure(world.clients[app].slug, { redirectUris: registered });
  await spoilPage(sabotages, { app, page, hand, stage, world });
  await save(page, app);
  spoilAuthentik(sabotages, stage, world);
  return page;
}

async function fill(page: Page): Promise<string[]> {
  await page.bringToFront();
  await openPreview(page, hand);
  const { callbacks } = await fillForm(page, hand);
  return callbacks.map(({ url }) => url);
}

async function save(page: Page, app: LoginApp): Promise<void> {
  await pressSave(page, hand, app, stage.apps[app]);
  await administratorsOwn(page, hand, app, stage.apps[app]);
}

/** The button leads back to the app's own tab, where the rest is as ever. */
async function fillAgain(check: Page, page: Page, app: LoginApp, line: string): Promise<void> {
  await hand.click(check, `[data-line="${line}"] [data-action="fill-again"]`);
  await page.waitForFunction(() => document.visibilityState === 'visible');
  await page.reload();
  await fill(page);
  await save(page, app);
  await checkAgain(check, hand);
}

async function expectLogin(app: LoginApp): Promise<void> {
  const error = await logIn({ app, chromium, stage, world, sabotages: [], output });
  expect(error, app).toBeNull();
}

test('commas between scopes: named on the page, and filled again', async () => {
  const page = await setUp('portainer', ['comma-scopes']);
  const check = await openCheck(chromium, page, hand);
  expect(await notRight(check)).toEqual({ page: 'fault' });
  expect(await differences(check, 'page')).toEqual(['scopes | email openid profile | email,openid,profile']);
  await fillAgain(check, page, 'portainer', 'page');
  expect(await notRight(check)).toEqual({});
  await check.close();
  await expectLogin('portainer');
  await page.close();
});

test('a redirect URI without its slash: named, and registered', async () => {
  const page = await setUp('portainer', ['redirect-slash']);
  const check = await openRegistration(chromium, page, hand);
  expect(await check.evaluate(() => document.activeElement?.getAttribute('data-line'))).toBe('callback');
  expect(await notRight(check)).toEqual({ callback: 'fault', authorize: 'fault' });
  expect(await differences(check, 'callback')).toEqual(['redirect_uri | https://portainer.company/ | ']);
  await hand.click(check, '[data-line="callback"] [data-action="register"]');
  expect(await findBarriers(check), 'accessibility').toEqual([]);
  await hand.click(check, '[data-action="cancel-change"]');
  await mend(check, hand, 'callback', 'register');
  expect(await notRight(check)).toEqual({});
  // What somebody else has registered stays as it is.
  const { redirectUris } = stage.authentik.settings(world.clients.portainer.slug);
  expect(redirectUris).toEqual(['https://portainer.company', 'https://portainer.company/']);
  await check.close();
  await expectLogin('portainer');
  await page.close();
});

test('another subject mode: named, repaired, taken back and repaired again', async () => {
  const page = await setUp('espocrm', ['subject-mode']);
  const check = await openCheck(chromium, page, hand);
  expect(await notRight(check)).toEqual({ 'subject-mode': 'fault' });
  await mend(check, hand, 'subject-mode', 'repair');
  expect(await notRight(check)).toEqual({});
  await hand.click(check, '[data-action="undo-change"]');
  await check.waitForSelector('[data-line="subject-mode"][data-level="fault"]');
  expect(stage.authentik.settings(world.clients.espocrm.slug).subjectMode).toBe('hashed_user_id');
  await mend(check, hand, 'subject-mode', 'repair');
  await check.close();
  await expectLogin('espocrm');
  await page.close();
});

test('another issuer mode: named, and set back in authentik', async () => {
  const page = await setUp('personio', ['wrong-issuer']);
  const check = await openCheck(chromium, page, hand);
  expect(await notRight(check)).toEqual({ issuer: 'fault' });
  const { baseUrl } = stage.authentik;
  const own = `${baseUrl}/application/o/${world.clients.personio.slug}/`;
  expect(await differences(check, 'issuer')).toEqual([`issuer | ${own} | ${baseUrl}/`]);
  await mend(check, hand, 'issuer', 'repair');
  expect(await notRight(check)).toEqual({});
  await check.close();
  await expectLogin('personio');
  await page.close();
});

test('another secret in authentik: named, taken over unseen, and filled again', async () => {
  const page = await setUp('portainer', ['wrong-secret']);
  const { clientSecret } = stage.authentik.settings(world.clients.portainer.slug);
  const check = await openCheck(chromium, page, hand);
  expect(await notRight(check)).toEqual({ secret: 'fault' });
  await mend(check, hand, 'secret', 'take-secret');
  expect(await notRight(check)).toEqual({ 'page-secret': 'fault' });
  expect(await check.content()).not.toContain(clientSecret);
  await fillAgain(check, page, 'portainer', 'page-secret');
  expect(await notRight(check)).toEqual({});
  await check.close();
  await expectLogin('portainer');
  await page.close();
});
