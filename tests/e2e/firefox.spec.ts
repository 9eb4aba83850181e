/** In a real Firefox ESR: EspoCRM filled, a file out and in, and a lock that reaches other tabs. */
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { findBrowser } from '../../scripts/browsers/find.ts';
import { appSteps, pressSave } from '../../scripts/demo/apps.ts';
import { type Stage, setStage } from '../../scripts/demo/stage.ts';
import { drawWorld } from '../../scripts/demo/world.ts';
import { signInToAuthentik } from '../driver/authentik-sign-in.ts';
import { type FirefoxBrowser, launchFirefox } from '../driver/firefox.ts';
import { Hand } from '../driver/hand.ts';
import { fillForm, openPreview } from '../driver/panel.ts';
import { withFolder } from '../driver/scratch.ts';
import { addProfile, createVault } from '../driver/screens.ts';
import { chooseFile, exportEncrypted } from '../driver/transfer.ts';
import { createServer, type StandInServer } from '../standins/server.ts';
import { expectNoTrace, leaveMarker } from './disk-trace.ts';

const world = drawWorld(7);
const client = world.clients.espocrm;

/** The secret and the passphrase. */
const scanned = { annotation: { type: 'threat', description: 'A1 2' } };

test('Firefox: EspoCRM filled, everything out to a file and in again; no secret stays', scanned, async () => {
  const stage = await setStage(world);
  await withFirefox(stage.server, async (firefox, { profileFolder, downloads }) => {
    const options = await walk(firefox, stage);
    await checkSite(firefox, stage);
    await moveByFile(options, downloads);
    await leaveMarker(await firefox.openExtensionPage('options.html'));
    await firefox.close();
    await expectNoTrace(profileFolder, stage, world);
  });
});

async function withFirefox(
  server: StandInServer,
  use: (firefox: FirefoxBrowser, folders: { profileFolder: string; downloads: string }) => Promise<void>,
): Promise<void> {
  await withFolder(async (folder) => {
    const profileFolder = join(folder, 'profile');
    const downloads = join(folder, 'downloads');
    await mkdir(downloads);
    const firefox = await launchFirefox({
      executablePath: findBrowser('firefox') ?? '',
      extension: resolve('.output/firefox-mv3-e2e'),
      server,
      profileFolder,
      downloads,
    });
    try {
      await use(firefox, { profileFolder, downloads });
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

test('Firefox: an authentik is connected with the sign-in of its own page, and its clients become profiles', async () => {
  const stage = await setStage(world);
  const { baseUrl } = stage.authentik;
  await withFirefox(stage.server, async (firefox) => {
    const hand = new Hand();
    await createVault(await firefox.openExtensionPage('options.html'), hand, world.passphrase);
    const page = await firefox.browser.newPage();
    await page.goto(`${baseUrl}/if/admin/`);
    await signInToAuthentik(page, hand, world.user.username);
    await page.bringToFront();
    const popup = await firefox.openPopup();
    await popup.click('[data-card="authentik"] [data-action="connect-authentik"]');
    await popup.find('[data-card="authentik"]:not(:has([data-action="connect-authentik"]))');
    const task = await firefox.openExtensionPage(`authentik.html#connect=${encodeURIComponent(baseUrl)}`);
    await hand.find(task, `[data-account="${world.user.username}"]`);
    const list = await firefox.openExtensionPage(`authentik.html#import=${encodeURIComponent(baseUrl)}`);
    await hand.click(list, '[data-group="new"] input[name="all"]');
    await hand.click(list, '[data-action="import-clients"]');
    await hand.find(list, '[data-notice="imported"]');
    const profiles = await firefox.openExtensionPage('options.html');
    await hand.find(profiles, '[data-action="open-profile"]');
    expect(await profiles.$$('[data-action="open-profile"]')).toHaveLength(stage.authentik.registry.providers.size);
  });
});

async function walk(firefox: FirefoxBrowser, stage: Stage): Promise<Page> {
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
  const page = await bindEspoCrm(firefox, stage, hand);
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
  return options;
}

/** Check follows the start of a login on authentik's page, in Firefox's own way of running scripts there. */
async function checkSite(firefox: FirefoxBrowser, { authentik }: Stage): Promise<void> {
  const hand = new Hand();
  authentik.configure(client.slug, { redirectUris: ['https://espocrm.company/oauth-callback.php'] });
  const page = await firefox.browser.newPage();
  await page.goto(`${authentik.baseUrl}/if/admin/`);
  await signInToAuthentik(page, hand, world.user.username);
  await page.bringToFront();
  const popup = await firefox.openPopup();
  await popup.click('[data-card="authentik"] [data-action="connect-authentik"]');
  await popup.find('[data-action="import-clients"]');
  await popup.close();
  const sites = await firefox.openExtensionPage('options.html');
  await hand.click(sites, '[data-action="show-sites"]');
  const row = await hand.find(sites, '[data-binding-id]');
  const id = await row.evaluate((element) => element.getAttribute('data-binding-id'));
  const check = await firefox.openExtensionPage(`authentik.html#check-binding=${id}`);
  await hand.find(check, '[data-line="authorize"]');
  const levels = await check.$$eval('[data-line]', (lines) =>
    lines.map((line) => `${line.getAttribute('data-line')} ${line.getAttribute('data-level')}`),
  );
  expect(levels.filter((line) => !line.endsWith(' ok'))).toEqual(['page unknown']);
  for (const opened of [check, sites, page]) await opened.close();
}

/** EspoCRM's settings, bound to the profile of that name. */
async function bindEspoCrm(firefox: FirefoxBrowser, { apps }: Stage, hand: Hand): Promise<Page> {
  const page = await firefox.browser.newPage();
  await appSteps.espocrm.openSettings(page, hand, apps.espocrm);
  await page.bringToFront();
  const popup = await firefox.openPopup();
  await popup.choose('select[name="profile"]', 'EspoCRM');
  await popup.click('[data-action="bind"]');
  await popup.find('[data-action="unbind"]');
  await popup.close();
  return page;
}

/** On the options page: an export, a new beginning, and the import, which brings the secret along. */
async function moveByFile(options: Page, downloads: string): Promise<void> {
  const hand = new Hand({ pastes: 'by command' });
  const filePassphrase = `${world.passphrase}, of a file`;
  await options.bringToFront();
  const exported = { folder: downloads, passphrase: world.passphrase, filePassphrase };
  const file = await exportEncrypted(options, hand, exported);
  await beginAnew(options, hand);
  await createVault(options, hand, world.passphrase);
  await chooseFile(options, hand, file);
  await hand.type(options, 'input[name="filePassphrase"]', filePassphrase);
  await hand.click(options, '[data-action="open-file"]');
  await hand.find(options, '[data-group="new-profiles"]');
  await hand.click(options, '[data-action="apply-import"]');
  await hand.find(options, '[data-notice="imported"]');
  await hand.click(options, '[data-action="show-profiles"]');
  await hand.click(options, '[data-action="open-profile"]');
  await hand.click(options, '[data-action="reveal-secret"]');
  await hand.type(options, 'input[name="revealPassphrase"]', world.passphrase);
  await hand.click(options, '[data-action="confirm-reveal"]');
  const shown = await hand.find(options, '[data-secret="shown"] code');
  const isWhole = await shown.evaluate(({ textContent }, secret) => textContent === secret, client.clientSecret);
  expect(isWhole, 'the secret came along').toBe(true);
}

async function beginAnew(options: Page, hand: Hand): Promise<void> {
  await hand.click(options, '[data-action="show-security"]');
  await hand.click(options, '[data-action="begin-anew"]');
  await hand.type(options, 'input[name="word"]', 'reset');
  await hand.click(options, '[data-action="reset-vault"]');
  await hand.find(options, '[data-screen="welcome"]');
}
