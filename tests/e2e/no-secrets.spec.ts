/** "Do not keep secrets": asked for in Latchkey's own window at the fill, used for a login that works, and never on the disk. */
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { findBrowser } from '../../scripts/browsers/find.ts';
import { appSteps, pressSave } from '../../scripts/demo/apps.ts';
import { logIn } from '../../scripts/demo/log-in.ts';
import { optionsPage } from '../../scripts/demo/set-up.ts';
import { type Stage, setStage } from '../../scripts/demo/stage.ts';
import { drawWorld } from '../../scripts/demo/world.ts';
import { testBuildFolder } from '../../scripts/steps/builds.ts';
import { findBarriers } from '../driver/axe.ts';
import { type ExtensionBrowser, launchChromium } from '../driver/chromium.ts';
import { scanFolder } from '../driver/disk-scan.ts';
import { Hand } from '../driver/hand.ts';
import { fillForm, inPanel } from '../driver/panel.ts';
import { readPreview } from '../driver/preview.ts';
import { countSaves } from '../driver/saves.ts';
import { withFolder } from '../driver/scratch.ts';
import { addProfile, bindToSite, createReadableVault } from '../driver/screens.ts';

const world = drawWorld(41);
const client = world.clients.portainer;
const hand = new Hand();
let stage: Stage;

test.beforeEach(async () => {
  stage = await setStage(world);
});
test.afterEach(() => stage.server.close());

function launch(profileFolder: string): Promise<ExtensionBrowser> {
  return launchChromium({
    executablePath: findBrowser('chromium') ?? '',
    extension: resolve(testBuildFolder),
    server: stage.server,
    headless: true,
    profileFolder,
  });
}

/** From the first run to Portainer's settings with a profile that has no secret, bound to them. */
async function begin(chromium: ExtensionBrowser): Promise<Page> {
  const options = await optionsPage(chromium);
  await createReadableVault(options, hand);
  const { slug, clientId } = client;
  await addProfile(options, hand, {
    name: 'Portainer',
    address: stage.authentik.baseUrl,
    ...{ slug, clientId, clientSecret: '' },
  });
  const page = await chromium.browser.newPage();
  await appSteps.portainer.openSettings(page, hand, stage.apps.portainer);
  const popup = await chromium.openPopup(page);
  await bindToSite(popup, hand, 'Portainer');
  await popup.close();
  await page.bringToFront();
  return page;
}

/** Presses something in the page that opens Latchkey's own window, and gives the window. */
async function openWindow(chromium: ExtensionBrowser, page: Page, action: string): Promise<Page> {
  const opened = chromium.browser.waitForTarget((target) => target.url().endsWith('/unlock.html'));
  await hand.click(page, inPanel(`[data-action="${action}"]`));
  const window = await (await opened).asPage();
  await hand.find(window, '[data-screen="secret"]');
  return window;
}

/** Does something in the window that closes it, and comes back to the page. */
async function finish(window: Page, page: Page, act: () => Promise<void>): Promise<void> {
  const closed = new Promise((done) => window.once('close', done));
  await act();
  await closed;
  await page.bringToFront();
}

async function inspect(page: Page): Promise<void> {
  for (const theme of ['light', 'dark']) {
    await page.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value: theme },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ]);
    expect.soft(await findBarriers(page), theme).toEqual([]);
  }
}

test('the secret is asked for at the fill, logs a user in, is forgotten, and was never stored', async () => {
  await withFolder(async (folder) => {
    const profile = join(folder, 'profile');
    const chromium = await launch(profile);
    const page = await begin(chromium);
    const window = await openWindow(chromium, page, 'open');
    await hand.find(page, inPanel('[data-message="secret"]'));
    expect(await page.$(inPanel('[data-message="secret"] input')), 'nothing to type into in the page').toBeNull();
    expect(await window.$eval('h1', ({ textContent }) => textContent)).toContain('Portainer');
    expect(await window.$eval('main', ({ textContent }) => textContent)).toContain('portainer.company');
    await inspect(window);
    await hand.click(window, '[data-action="keep-secret"]');
    await hand.find(window, '[data-message="clientSecretMissing"]');
    await hand.type(window, 'input[name="secret"]', ` ${client.clientSecret} `);
    await finish(window, page, () => hand.click(window, '[data-action="keep-secret"]'));

    await hand.click(page, inPanel('[data-action="switch-method"]'));
    await hand.find(page, inPanel('[data-view="preview"]'));
    expect((await readPreview(page)).client_secret).toMatchObject({ state: 'change', ticked: true });
    expect(await page.$eval(inPanel('[data-view="preview"]'), ({ innerHTML }) => innerHTML)).not.toContain(
      client.clientSecret,
    );
    const report = await fillForm(page, hand);
    expect(report.fields).toContainEqual({ key: 'client_secret', outcome: 'filled' });
    expect(await countSaves(page, stage.apps.portainer), 'saves by the extension').toBe(0);
    const redirectUris = report.callbacks.map(({ url }) => url);
    stage.authentik.configure(client.slug, { redirectUris });
    await pressSave(page, hand, 'portainer', stage.apps.portainer);
    expect(await logIn({ app: 'portainer', chromium, stage, world, sabotages: [], output: folder })).toBeNull();

    await page.bringToFront();
    const popup = await chromium.openPopup(page);
    await hand.find(popup, '[data-held="1"]');
    await inspect(popup);
    const local = await popup.evaluate(async () =>
      JSON.stringify(await Reflect.get(window, 'chrome').storage.local.get()),
    );
    expect(local).toContain(client.clientId);
    expect(local).not.toContain(client.clientSecret);
    await hand.click(popup, '[data-action="forget-secret"]');
    await popup.waitForFunction(() => document.querySelector('[data-held]') === null);
    await popup.close();
    await chromium.close();
    expect(await scanFolder(profile, { secret: client.clientSecret })).toEqual([]);
  });
});

test('a fill without the secret leaves its field alone, and a browser that was closed asks again', async () => {
  await withFolder(async (folder) => {
    const profile = join(folder, 'profile');
    const first = await launch(profile);
    const page = await begin(first);
    const window = await openWindow(first, page, 'open');
    await finish(window, page, () => hand.click(window, '[data-action="skip-secret"]'));
    await hand.click(page, inPanel('[data-action="switch-method"]'));
    await hand.find(page, inPanel('[data-view="preview"]'));
    expect((await readPreview(page)).client_secret).toMatchObject({ state: 'left' });
    const report = await fillForm(page, hand);
    expect(report.fields).toContainEqual({ key: 'client_secret', outcome: 'left-for-you', because: 'no-secret' });
    await hand.click(page, inPanel('[data-action="close"]'));
    const again = await openWindow(first, page, 'open');
    await hand.type(again, 'input[name="secret"]', client.clientSecret);
    await finish(again, page, () => hand.click(again, '[data-action="keep-secret"]'));
    await hand.find(page, inPanel('[data-view="preview"]'));
    await hand.click(page, inPanel('[data-action="close"]'));
    await hand.click(page, inPanel('[data-action="open"]'));
    await hand.find(page, inPanel('[data-view="preview"]'));
    await first.close();

    const second = await launch(profile);
    const later = await second.browser.newPage();
    await appSteps.portainer.openSettings(later, hand, stage.apps.portainer);
    const popup = await second.openPopup(later);
    await hand.find(popup, '[data-action="unbind"]');
    expect(await popup.$('[data-held]'), 'nothing of the session before').toBeNull();
    await popup.close();
    await later.bringToFront();
    await openWindow(second, later, 'open');
    await second.close();
  });
});
