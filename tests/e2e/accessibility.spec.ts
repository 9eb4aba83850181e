/** No barrier on any screen: axe finds nothing, in light and dark, in English and German, at the popup's width. */
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { ensureGerman } from '../../scripts/browsers/ensure.ts';
import { findBrowser } from '../../scripts/browsers/find.ts';
import { appSteps } from '../../scripts/demo/apps.ts';
import { type Stage, setStage } from '../../scripts/demo/stage.ts';
import { drawWorld } from '../../scripts/demo/world.ts';
import { testBuildFolder } from '../../scripts/steps/builds.ts';
import { type ExtensionBrowser, launchChromium } from '../driver/chromium.ts';
import { Hand } from '../driver/hand.ts';
import { fillForm, inPanel } from '../driver/panel.ts';
import { withFolder } from '../driver/scratch.ts';
import { addProfile, bindToSite, createVault } from '../driver/screens.ts';
import { chooseFile, downloadTo, dropFile, exportEncrypted } from '../driver/transfer.ts';
import { inspect, inspectPanel, shots } from './inspect.ts';

const world = drawWorld(null);
const client = world.clients.portainer;
const hand = new Hand();

const hasGerman = ensureGerman();

for (const language of ['en', 'de']) {
  const isSpoken = language === 'en' || hasGerman;
  test(`no barriers on the screens, ${language}${isSpoken ? '' : ' (this browser has no German)'}`, async () => {
    test.skip(!isSpoken, 'This browser has no German language pack.');
    const stage = await setStage(world);
    await mkdir(shots, { recursive: true });
    await withFolder(async (folder) => {
      const chromium = await launchChromium({
        executablePath: findBrowser('chromium') ?? '',
        extension: resolve(testBuildFolder),
        server: stage.server,
        headless: true,
        profileFolder: join(folder, 'profile'),
        language,
      });
      try {
        await walk(chromium, stage, language);
      } finally {
        await chromium.close();
      }
    }).finally(() => stage.server.close());
  });
}

async function walk(chromium: ExtensionBrowser, stage: Stage, language: string): Promise<void> {
  const target = await chromium.browser.waitForTarget((one) => one.url().startsWith(chromium.pageUrl('options.html')));
  const options = await target.asPage();
  await options.bringToFront();
  await hand.find(options, 'input[name="passphrase"]');
  expect(await options.evaluate(() => navigator.language.slice(0, 2))).toBe(language);
  await inspect(options, `${language}-1-welcome`);
  await createVault(options, hand, world.passphrase);
  await inspect(options, `${language}-2-empty`);
  await hand.click(options, '[data-action="add-profile"]');
  await hand.click(options, '[data-action="save-profile"]');
  await hand.find(options, '[data-message="addressMissing"]');
  await inspect(options, `${language}-3-editor-errors`);
  await hand.click(options, '[data-action="cancel-edit"]');
  await addProfile(options, hand, { name: 'Portainer', address: stage.authentik.baseUrl, ...client });
  await inspect(options, `${language}-4-profile`);
  await withFolder(async (folder) => {
    await downloadTo(chromium.browser, folder);
    await walkTransfer(options, { folder, language, file: teamFile(stage.authentik.baseUrl) });
  });
  await hand.click(options, '[data-action="show-security"]');
  await hand.find(options, '[name="minutes"]');
  await hand.click(options, '[data-action="begin-anew"]');
  await inspect(options, `${language}-4-security`);

  const page = await chromium.browser.newPage();
  await appSteps.portainer.openSettings(page, hand, stage.apps.portainer);
  const popup = await chromium.openPopup(page);
  await hand.find(popup, '[data-action="bind"]');
  await inspect(popup, `${language}-5-popup`);
  await bindToSite(popup, hand, 'Portainer');
  await inspect(popup, `${language}-6-popup-bound`);
  await popup.close();

  await page.bringToFront();
  await hand.click(page, inPanel('[data-action="open"]'));
  await hand.find(page, inPanel('[data-view="method"]'));
  await inspectPanel(page, `${language}-7-method`);
  await hand.click(page, inPanel('[data-action="switch-method"]'));
  await hand.find(page, inPanel('[data-view="preview"]'));
  await inspectPanel(page, `${language}-8-preview`);
  await fillForm(page, hand);
  await inspectPanel(page, `${language}-9-report`);
  await walkTrouble(chromium, language);
}

/** What the screens show when something is wrong with the vault. */
async function walkTrouble(chromium: ExtensionBrowser, language: string): Promise<void> {
  const page = await chromium.browser.newPage();
  const open = async (hash = ''): Promise<void> => {
    // From one hash to another is no new page.
    await page.goto('about:blank');
    await page.goto(chromium.pageUrl(`options.html${hash}`));
  };
  await open();
  await hand.find(page, '[data-profile-id]');
  await tearEntry(page, 'record:', 'index');
  await open();
  await hand.find(page, '[data-screen="damaged"]');
  await inspect(page, `${language}-10-damaged`);
  const popup = await chromium.openPopup(page);
  await hand.find(popup, '[data-notice="damage"]');
  await inspect(popup, `${language}-11-popup-damaged`);
  await hand.click(popup, '[data-action="lock"]');
  await hand.find(popup, '[data-screen="locked"]');
  await inspect(popup, `${language}-12-popup-locked`);
  await popup.close();
  await open('#forgotten');
  await hand.find(page, '[data-section="forgotten"][open]');
  await inspect(page, `${language}-13-forgotten`);
  await tearEntry(page, 'vault');
  await open();
  await hand.find(page, '[data-screen="trouble"]');
  await inspect(page, `${language}-14-trouble`);
}

/** Damages the first stored entry of each name, or with such a beginning. */
function tearEntry(page: Page, ...names: string[]): Promise<void> {
  return page.evaluate(async (beginnings) => {
    const { local } = Reflect.get(window, 'chrome').storage;
    const keys = Object.keys(await local.get(null));
    for (const beginning of beginnings) {
      const key = keys.find((one) => one.startsWith(beginning));
      await local.set({ [key ?? beginning]: 'torn' });
    }
  }, names);
}

/** The secret on the screen, export, and an import with something in every list. */
async function walkTransfer(
  options: Page,
  { folder, language, file }: { folder: string; language: string; file: string },
): Promise<void> {
  await hand.click(options, '[data-action="reveal-secret"]');
  await hand.type(options, 'input[name="revealPassphrase"]', world.passphrase);
  await inspect(options, `${language}-4a-reveal-asking`);
  await hand.click(options, '[data-action="confirm-reveal"]');
  await hand.find(options, '[data-secret="shown"] code');
  // Not the secret itself: screenshots are kept.
  await options.$eval('[data-secret="shown"] code', (code) => {
    code.textContent = 'shown-for-half-a-minute';
  });
  await inspect(options, `${language}-4b-reveal-shown`);
  await hand.click(options, '[data-action="hide-secret"]');

  await hand.click(options, '[data-action="show-transfer"]');
  await hand.click(options, '[data-action="export"]');
  await hand.find(options, '[data-message="passphraseShort"]');
  await inspect(options, `${language}-4c-export-errors`);
  const sealed = await exportEncrypted(options, hand, {
    folder,
    passphrase: world.passphrase,
    filePassphrase: `${world.passphrase}, of a file`,
  });
  await inspect(options, `${language}-4d-exported`);
  await chooseFile(options, hand, sealed);
  await hand.type(options, 'input[name="filePassphrase"]', 'another');
  await hand.click(options, '[data-action="open-file"]');
  await hand.find(options, '[data-message="wrongFilePassphrase"]');
  await inspect(options, `${language}-4e-import-passphrase`);
  await hand.click(options, '[data-action="cancel-import"]');
  await dropFile(options, 'foreign.json', '{}');
  await hand.find(options, '[data-notice="file-foreign"]');
  await inspect(options, `${language}-4f-import-refused`);
  await dropFile(options, 'team.json', file);
  await hand.find(options, '[data-group="changed-profiles"]');
  await inspect(options, `${language}-4g-import-preview`);
  await hand.click(options, '[data-action="apply-import"]');
  await hand.find(options, '[data-notice="imported"]');
  await inspect(options, `${language}-4h-imported`);
  await hand.click(options, '[data-action="show-profiles"]');
}

/** A readable file: a new profile with its site, one that is here and differs, and entries that are not taken. */
function teamFile(baseUrl: string): string {
  const instance = { id: 'i', name: 'Team', baseUrl, issuerMode: 'per_provider' };
  const about = { kind: 'oidc-client', revision: 1, instanceId: 'i', scopes: ['openid', 'email'] };
  const profile = (id: string, more: object) => ({
    kind: 'profile',
    data: { ...about, id, name: id, slug: id, clientId: `client-of-${id}`, redirectUris: [], ...more },
  });
  const site = (id: string, profileId: string) => ({
    kind: 'binding',
    data: {
      id: `site-${id}`,
      origin: `https://${id}.company`,
      basePath: '/',
      app: 'portainer',
      form: 'oauth',
      profileId,
      choices: {},
    },
  });
  return JSON.stringify({
    latchkey: 'export',
    format: 1,
    mode: 'plain',
    records: [
      { kind: 'instance', data: instance },
      profile('wiki', {}),
      profile('here', {
        name: 'Portainer of the team',
        slug: client.slug,
        redirectUris: ['https://portainer.company/'],
      }),
      profile('broken', { scopes: ['email'] }),
      site('wiki', 'wiki'),
      site('elsewhere', 'here'),
      site('lost', 'broken'),
    ],
  });
}
