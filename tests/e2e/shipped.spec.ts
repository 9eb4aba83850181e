/** The shipped build: nothing runs in a page before the toolbar action, and the closed root answers to a real mouse. */
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { findBrowser } from '../../scripts/browsers/find.ts';
import { appSteps, pressSave } from '../../scripts/demo/apps.ts';
import { setUpExtension } from '../../scripts/demo/set-up.ts';
import { type Stage, setStage } from '../../scripts/demo/stage.ts';
import { drawWorld } from '../../scripts/demo/world.ts';
import { type ExtensionBrowser, launchChromium } from '../driver/chromium.ts';
import { clickInClosedRoot, findInClosedRoots, waitInClosedRoot } from '../driver/closed-root.ts';
import { extensionWorlds } from '../driver/extension-worlds.ts';
import { Hand } from '../driver/hand.ts';
import { withFolder } from '../driver/scratch.ts';
import { bindUngranted } from '../driver/screens.ts';

const world = drawWorld(12);

test('shipped build: inert before the toolbar action, then filled through the closed root', async () => {
  const stage = await setStage(world);
  await withFolder(async (folder) => {
    const chromium = await launchChromium({
      executablePath: findBrowser('chromium') ?? '',
      extension: resolve('.output/chrome-mv3'),
      server: stage.server,
      headless: true,
      profileFolder: join(folder, 'profile'),
    });
    try {
      await setUpExtension(chromium, stage, world, ['portainer']);
      await walk(chromium, stage);
    } finally {
      await chromium.close();
    }
  }).finally(() => stage.server.close());
});

async function walk(chromium: ExtensionBrowser, stage: Stage): Promise<void> {
  const hand = new Hand();
  const app = stage.apps.portainer;
  const page = await chromium.browser.newPage();
  await appSteps.portainer.openSettings(page, hand, app);
  expect(await extensionWorlds(page)).toEqual([]);
  expect(await findInClosedRoots(page, 'data-action')).toEqual([]);

  const popup = await chromium.openPopup(page);
  await hand.find(popup, '[data-screen] [data-action="bind"]');
  expect(await extensionWorlds(page)).toEqual(['Latchkey']);
  await bindUngranted(popup, hand);

  await page.bringToFront();
  await clickInClosedRoot(page, 'data-action', 'open');
  await clickInClosedRoot(page, 'data-action', 'switch-method');
  await clickInClosedRoot(page, 'data-action', 'fill');
  await waitInClosedRoot(page, 'data-view', 'report');
  const outcomes = (await findInClosedRoots(page, 'data-outcome')).map((row) => row.attributes['data-outcome']);
  expect(outcomes.filter((outcome) => outcome === 'filled').length).toBeGreaterThanOrEqual(9);
  expect(app.writes).toEqual([]);

  await pressSave(page, hand, 'portainer', app);
  expect(app.stored().client_secret === world.clients.portainer.clientSecret, 'the secret is stored').toBe(true);
  expect(app.stored()).toMatchObject({ client_id: world.clients.portainer.clientId, scopes: 'email openid profile' });
}
