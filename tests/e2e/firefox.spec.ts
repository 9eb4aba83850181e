/** In a real Firefox ESR: from a profile on the options page to a filled EspoCRM form, and a lock that reaches other tabs. */
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { findBrowser } from '../../scripts/browsers/find.ts';
import { appSteps, pressSave } from '../../scripts/demo/apps.ts';
import { type Stage, setStage } from '../../scripts/demo/stage.ts';
import { drawWorld } from '../../scripts/demo/world.ts';
import { type FirefoxBrowser, launchFirefox } from '../driver/firefox.ts';
import { Hand } from '../driver/hand.ts';
import { fillForm, openPreview } from '../driver/panel.ts';
import { withFolder } from '../driver/scratch.ts';
import { addProfile, createVault } from '../driver/screens.ts';
import { createServer, type StandInServer } from '../standins/server.ts';
import { expectNoTrace, leaveMarker } from './disk-trace.ts';

const world = drawWorld(7);
const client = world.clients.espocrm;

/** The secret and the passphrase. */
const scanned = { annotation: { type: 'threat', description: 'A1 2' } };

test('Firefox: EspoCRM filled from a profile; no secret stays in the profile folder', scanned, async () => {
  const stage = await setStage(world);
  await withFirefox(stage.server, async (firefox, profileFolder) => {
    await walk(firefox, stage);
    await leaveMarker(await firefox.openExtensionPage('options.html'));
    await firefox.close();
    await expectNoTrace(profileFolder, stage, world);
  });
});

async function withFirefox(
  server: StandInServer,
  use: (firefox: FirefoxBrowser, profileFolder: string) => Promise<void>,
): Promise<void> {
  await withFolder(async (folder) => {
    const profileFolder = join(folder, 'profile');
    const firefox = await launchFirefox({
      executablePath: findBrowser('firefox') ?? '',
      extension: resolve('.output/firefox-mv3-e2e'),
      server,
      profileFolder,
    });
    try {
      await use(firefox, profileFolder);
    } finally {
      await firefox.close();
    }
  }).finally(() => server.close());
}

test('Firefox: a lock in the popup reaches a tab behind, where a secret was being typed', async () => {
  const server = await createServer();
  await withFirefox(server, async (firefox) => {
    const hand = new Hand();
    const options = await firefox.openExtensionPage('options.html');
    await createVault(options, hand, world.passphrase);
    await hand.click(options, '[data-action="add-profile"]');
    await hand.type(options, 'input[name="clientSecret"]', client.clientSecret);
    const page = await firefox.browser.newPage();
    await page.bringToFront();
    const popup = await firefox.openPopup();
    await popup.click('[data-action="lock"]');
    await options.waitForFunction(() => document.querySelector('[data-screen="locked"]') !== null, { polling: 100 });
    expect(await options.$('input[name="clientSecret"]')).toBeNull();
  });
});

async function walk(firefox: FirefoxBrowser, stage: Stage): Promise<void> {
  const hand = new Hand();
  const options = await firefox.openExtensionPage('options.html');
  await createVault(options, hand, world.passphrase);
  await addProfile(options, hand, {
    name: 'EspoCRM',
    address: stage.authentik.baseUrl,
    slug: client.slug,
    clientId: client.clientId,
    clientSecret: client.clientSecret,
  });

  const app = stage.apps.espocrm;
  const page = await firefox.browser.newPage();
  await appSteps.espocrm.openSettings(page, hand, app);
  await page.bringToFront();
  const popup = await firefox.openPopup();
  await popup.choose('select[name="profile"]', 'EspoCRM');
  await popup.click('[data-action="bind"]');
  await popup.find('[data-action="unbind"]');
  await popup.close();

  await openPreview(page, hand);
  const report = await fillForm(page, hand);
  const outcomes = Object.fromEntries(report.fields.map((field) => [field.key, field.outcome]));
  expect(outcomes).toMatchObject({ client_id: 'filled', client_secret: 'filled', scopes: 'filled', jwks: 'filled' });
  expect(report.callbacks).toEqual([{ url: 'https://espocrm.company/oauth-callback.php', how: 'read' }]);
  expect(app.writes).toEqual([]);

  await pressSave(page, hand, 'espocrm', app);
  const stored = app.stored();
  const base = stage.authentik.baseUrl;
  expect(stored.client_secret === client.clientSecret, 'the secret is stored').toBe(true);
  expect(stored).toMatchObject({
    method: 'Oidc',
    client_id: client.clientId,
    authorization: `${base}/application/o/authorize/`,
    token: `${base}/application/o/token/`,
    userinfo: `${base}/application/o/userinfo/`,
    jwks: `${base}/application/o/${client.slug}/jwks/`,
    scopes: ['openid', 'profile', 'email'],
    claim: 'sub',
  });
}
