/** The browser's own question about a site, with the shipped build in both browsers: declined, allowed, used, taken back. */
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import type { Browser } from 'webextension-polyfill';
import { findBrowser } from '../../scripts/browsers/find.ts';
import { appSteps, pressSave } from '../../scripts/demo/apps.ts';
import { optionsPage } from '../../scripts/demo/set-up.ts';
import { type ExtensionBrowser, launchChromium } from '../driver/chromium.ts';
import { clickInClosedRoot, waitInClosedRoot } from '../driver/closed-root.ts';
import { missingForDisplay, VirtualDisplay } from '../driver/display.ts';
import { extensionWorlds } from '../driver/extension-worlds.ts';
import { type FirefoxBrowser, launchFirefox } from '../driver/firefox.ts';
import * as firefoxRoots from '../driver/firefox-closed-root.ts';
import { Hand } from '../driver/hand.ts';
import { withFolder } from '../driver/scratch.ts';
import { addProfile, bindUngranted, createVault } from '../driver/screens.ts';
import { createPortainer } from '../standins/portainer/portainer.ts';
import { createServer, type StandInServer } from '../standins/server.ts';
import type { StandIn } from '../standins/standin.ts';
import { testProfile } from './session.ts';

const origin = 'https://portainer.company';
const profile = testProfile('Portainer');
const hand = new Hand({ pastes: true });
const missing = missingForDisplay();

/** What the browser has given the extension, and what runs there because of it. */
interface Rights {
  origins: string[];
  scripts: (string[] | undefined)[];
}

const nothing: Rights = { origins: [], scripts: [] };
const onePage = (pattern: string): Rights => ({ origins: [pattern], scripts: [[pattern]] });

/** Read on one of the extension's own pages. */
function rightsIn(page: Page): Promise<Rights> {
  return page.evaluate(async () => {
    const { permissions, scripting } = (globalThis as unknown as { chrome: Pick<Browser, 'permissions' | 'scripting'> })
      .chrome;
    const { origins = [] } = await permissions.getAll();
    return { origins, scripts: (await scripting.getRegisteredContentScripts()).map(({ matches }) => matches) };
  });
}

async function withStandIn(use: (server: StandInServer, app: StandIn, folder: string) => Promise<void>): Promise<void> {
  const server = await createServer();
  const app = createPortainer();
  server.add(app);
  await withFolder((folder) => use(server, app, join(folder, 'profile'))).finally(() => server.close());
}

async function setUp(options: Page, pasting: Hand): Promise<void> {
  await createVault(options, pasting, 'a passphrase for tests');
  await addProfile(options, pasting, profile);
}

test(`Chromium: asked, declined, allowed, filled, taken back${missing === null ? '' : ` (${missing})`}`, async () => {
  test.skip(missing !== null, missing ?? '');
  const display = await VirtualDisplay.start();
  await withStandIn(async (server, app, profileFolder) => {
    const chromium = await launchChromium({
      executablePath: findBrowser('chromium') ?? '',
      extension: resolve('.output/chrome-mv3'),
      server,
      headless: false,
      profileFolder,
      display: display.name,
    });
    await inChromium(chromium, app, display).finally(() => chromium.close());
  }).finally(() => display.close());
});

async function inChromium(chromium: ExtensionBrowser, app: StandIn, display: VirtualDisplay): Promise<void> {
  const options = await optionsPage(chromium);
  await setUp(options, hand);
  const page = await chromium.browser.newPage();
  await appSteps.portainer.openSettings(page, hand, app);
  await asked(page, await chromium.openPopup(page), 'bind');
  // The question's focus is on "Deny".
  display.press('Return');
  await answered(page);
  expect(await rightsIn(options)).toEqual(nothing);

  await asked(page, await chromium.openPopup(page), 'grant');
  display.press('Tab', 'Return');
  await expect.poll(() => rightsIn(options)).toEqual(onePage(`${origin}/*`));
  await page.reload();
  await waitInClosedRoot(page, 'data-action', 'open');
  expect(await extensionWorlds(page)).toEqual(['Latchkey']);
  await clickInClosedRoot(page, 'data-action', 'open');
  await clickInClosedRoot(page, 'data-action', 'switch-method');
  await clickInClosedRoot(page, 'data-action', 'fill');
  await waitInClosedRoot(page, 'data-view', 'report');
  expect(app.writes).toEqual([]);

  const settings = await chromium.browser.newPage();
  await settings.goto('chrome://extensions');
  await settings.evaluate(takeBack, chromium.extension.id, `${origin}/*`);
  await expect.poll(() => rightsIn(options)).toEqual(nothing);
  await page.bringToFront();
  await pressSave(page, hand, 'portainer', app);
  expect(app.stored().client_secret === profile.clientSecret, 'the secret is stored').toBe(true);
  // In the old tab Chromium keeps an empty world of the extension from the press in the toolbar.
  const other = await chromium.browser.newPage();
  await appSteps.portainer.openSettings(other, hand, app);
  expect(await extensionWorlds(other)).toEqual([]);
}

/** Presses what makes the browser ask, and waits until its question has the keyboard. */
async function asked(page: Page, popup: Page, action: 'bind' | 'grant'): Promise<void> {
  await hand.find(popup, `[data-action="${action}"]`);
  if (action === 'bind') await bindUngranted(popup, hand);
  else await hand.click(popup, '[data-action="grant"]').catch(() => {});
  await expect.poll(() => popup.isClosed()).toBe(true);
  await expect.poll(() => page.evaluate(() => document.hasFocus())).toBe(false);
  // Chromium takes no answer in the first moments of a question, lest somebody typing gives one.
  await new Promise((resolveWait) => setTimeout(resolveWait, 1200));
}

async function answered(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.hasFocus())).toBe(true);
}

/** As the switch on the browser's own page about the extension does. */
function takeBack(id: string, pattern: string): Promise<void> {
  interface Management {
    removeHostPermission(id: string, pattern: string): Promise<void>;
  }
  const { developerPrivate } = (globalThis as unknown as { chrome: { developerPrivate: Management } }).chrome;
  return developerPrivate.removeHostPermission(id, pattern);
}

test('Firefox: asked in a tab, declined, allowed, filled, taken back', async () => {
  await withStandIn(async (server, app, profileFolder) => {
    const firefox = await launchFirefox({
      executablePath: findBrowser('firefox') ?? '',
      extension: resolve('.output/firefox-mv3'),
      server,
      profileFolder,
    });
    await inFirefox(firefox, app).finally(() => firefox.close());
  });
});

async function inFirefox(firefox: FirefoxBrowser, app: StandIn): Promise<void> {
  const typing = new Hand({ pastes: 'by command' });
  const options = await firefox.openExtensionPage('options.html');
  await setUp(options, typing);
  const page = await firefox.browser.newPage();
  await appSteps.portainer.openSettings(page, typing, app);
  await page.bringToFront();
  const popup = await firefox.openPopup();
  await popup.click('[data-action="bind"]');

  const step = await firefox.openedPage(`#grant=${origin}`);
  await typing.click(step, '[data-action="grant"]');
  await firefox.answerPrompt('deny');
  await step.waitForFunction(() => document.querySelector('[data-action="skip-grant"]') === null);
  expect(await rightsIn(step)).toEqual(nothing);
  await typing.click(step, '[data-action="grant"]');
  await firefox.answerPrompt('allow');
  await expect.poll(() => rightsIn(step)).toEqual(onePage(`${origin}/*`));

  await page.bringToFront();
  await page.reload();
  await firefoxRoots.clickInClosedRoot(firefox, page, 'data-action', 'open');
  await firefoxRoots.clickInClosedRoot(firefox, page, 'data-action', 'switch-method');
  await firefoxRoots.clickInClosedRoot(firefox, page, 'data-action', 'fill');
  await firefoxRoots.waitInClosedRoot(firefox, 'data-view', 'report');
  expect(app.writes).toEqual([]);

  await firefox.takeBack(`${origin}/*`);
  await expect.poll(() => rightsIn(step)).toEqual(nothing);
  await pressSave(page, typing, 'portainer', app);
  expect(app.stored().client_secret === profile.clientSecret, 'the secret is stored').toBe(true);
  await page.reload();
  await appSteps.portainer.openSettings(page, typing, app);
  // Firefox names no worlds of a page: the button has much longer than it needed before.
  await new Promise((resolveWait) => setTimeout(resolveWait, 3000));
  expect(await firefoxRoots.findInClosedRoots(firefox, 'data-view')).toEqual([]);
}
