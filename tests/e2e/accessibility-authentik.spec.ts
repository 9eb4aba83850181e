/** No barrier on the screens that lead to authentik: axe finds nothing, in light and dark, at two widths. */
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { ensureGerman } from '../../scripts/browsers/ensure.ts';
import { findBrowser } from '../../scripts/browsers/find.ts';
import { appSteps } from '../../scripts/demo/apps.ts';
import { optionsPage } from '../../scripts/demo/set-up.ts';
import { type Stage, setStage } from '../../scripts/demo/stage.ts';
import { drawWorld } from '../../scripts/demo/world.ts';
import { testBuildFolder } from '../../scripts/steps/builds.ts';
import { signInToAuthentik } from '../driver/authentik-sign-in.ts';
import { type ExtensionBrowser, launchChromium } from '../driver/chromium.ts';
import { Hand } from '../driver/hand.ts';
import { withFolder } from '../driver/scratch.ts';
import { addProfile, bindToSite, createVault } from '../driver/screens.ts';
import { inspect, shots } from './inspect.ts';

const world = drawWorld(null);
const hand = new Hand({ pastes: true });

// The longer words of the two: they need about a third more room.
const hasGerman = ensureGerman();

test('no barriers on the screens that lead to authentik', async () => {
  const stage = await setStage(world);
  await mkdir(shots, { recursive: true });
  await withFolder(async (folder) => {
    const chromium = await launchChromium({
      executablePath: findBrowser('chromium') ?? '',
      extension: resolve(testBuildFolder),
      server: stage.server,
      headless: true,
      profileFolder: join(folder, 'profile'),
      language: hasGerman ? 'de' : 'en',
    });
    try {
      await walk(chromium, stage);
    } finally {
      await chromium.close();
    }
  }).finally(() => stage.server.close());
});

async function walk(chromium: ExtensionBrowser, stage: Stage): Promise<void> {
  const { baseUrl } = stage.authentik;
  await createVault(await optionsPage(chromium), hand, world.passphrase);
  const task = await chromium.browser.newPage();
  const openTask = async (hash: string, selector: string): Promise<void> => {
    // From one hash to another is no new page.
    await task.goto('about:blank');
    await task.goto(chromium.pageUrl(`authentik.html#${hash}`));
    await task.bringToFront();
    await hand.find(task, selector);
  };
  await openTask('connect=&by=token', '[data-section="connect"]');
  await look(task, 'connect');

  const admin = await chromium.browser.newPage();
  await admin.goto(`${baseUrl}/if/admin/`);
  await signInToAuthentik(admin, hand, world.user.username);
  const popup = await chromium.openPopup(admin);
  await hand.find(popup, '[data-action="connect-authentik"]');
  await inspect(popup, 'authentik-popup');
  await hand.click(popup, '[data-action="connect-authentik"]');
  await hand.find(popup, '[data-action="import-clients"]');
  await inspect(popup, 'authentik-popup-connected');
  await popup.close();
  await openTask(`import=${encodeURIComponent(baseUrl)}`, '[data-entry]');
  await look(task, 'import');

  const portainer = await chromium.browser.newPage();
  await appSteps.portainer.openSettings(portainer, hand, stage.apps.portainer);
  await openTask(`create=${await tabOf(task, portainer)}`, '[data-action="create-client"]');
  await look(task, 'create');
  const openlane = await chromium.browser.newPage();
  await appSteps.openlane.openSettings(openlane, hand, stage.apps.openlane);
  await openTask(`create-token=${await tabOf(task, openlane)}`, '[data-action="create-token"]');
  await look(task, 'create-token');

  const options = await optionsPage(chromium);
  await addProfile(options, hand, { name: 'Portainer', address: baseUrl, ...world.clients.portainer });
  const site = await chromium.openPopup(portainer);
  await bindToSite(site, hand, 'Portainer');
  await site.close();
  await openTask(`check=${await tabOf(task, portainer)}`, '[data-line]');
  await look(task, 'check');
  stage.authentik.endSessions();
  await openTask(`import=${encodeURIComponent(baseUrl)}`, '[data-notice]');
  await look(task, 'trouble');
}

/** At the width of a tab, and at that of a telephone, where nothing may stand beside the screen. */
async function look(page: Page, name: string): Promise<void> {
  await inspect(page, `authentik-${name}`);
  await page.setViewport({ width: 380, height: 900 });
  const beside = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect.soft(beside, `${name}, beside the screen`).toBe(0);
  await page.screenshot({ path: join(shots, `authentik-${name}-narrow.png`), fullPage: true });
  await page.setViewport({ width: 1280, height: 900 });
}

/** The number that the extension knows a tab by. */
async function tabOf(own: Page, page: Page): Promise<number> {
  return own.evaluate(async (url) => {
    const tabs: { id: number; url?: string }[] = await Reflect.get(window, 'chrome').tabs.query({});
    return tabs.find((tab) => tab.url === url)?.id ?? -1;
  }, page.url());
}
