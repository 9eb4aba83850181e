/** Export, another computer, import: through the real screens, with a real download and a real file dialog. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { findBrowser } from '../../scripts/browsers/find.ts';
import { optionsPage } from '../../scripts/demo/set-up.ts';
import { testBuildFolder } from '../../scripts/steps/builds.ts';
import { type ExtensionBrowser, launchChromium } from '../driver/chromium.ts';
import { scanFolder } from '../driver/disk-scan.ts';
import { Hand } from '../driver/hand.ts';
import { withFolder } from '../driver/scratch.ts';
import { addProfile, addToken, createVault } from '../driver/screens.ts';
import { chooseFile, downloadTo, dropFile, exportEncrypted } from '../driver/transfer.ts';
import { createServer } from '../standins/server.ts';
import { passphrase, testProfile, testToken } from './session.ts';

const hand = new Hand({ pastes: true });
const filePassphrase = 'test passphrase of a file';
const otherPassphrase = 'test passphrase of another vault';
const files = testProfile('Files');
const directory = testToken('Directory');

async function inBrowser<T>(
  folder: string,
  use: (options: Page, chromium: ExtensionBrowser) => Promise<T>,
): Promise<T> {
  const server = await createServer({});
  const chromium = await launchChromium({
    executablePath: findBrowser('chromium') ?? '',
    extension: resolve(testBuildFolder),
    server,
    headless: true,
    profileFolder: folder,
  });
  try {
    return await use(await optionsPage(chromium), chromium);
  } finally {
    await chromium.close();
    await server.close();
  }
}

const listed = (options: Page): Promise<string[]> =>
  options.$$eval('li[data-profile-id]', (entries) => entries.map((entry) => entry.textContent ?? ''));

const entries = (options: Page, group: string): Promise<(string | null)[]> =>
  options.$$eval(`[data-group="${group}"] [data-entry]`, (rows) => rows.map((row) => row.textContent));

test('profiles go to another computer by a file, secrets included, and a bad file does nothing', async () => {
  await withFolder(async (folder) => {
    const downloads = join(folder, 'downloads');
    await mkdir(downloads);
    const file = await inBrowser(join(folder, 'first'), async (options, chromium) => {
      await createVault(options, hand, passphrase);
      await addProfile(options, hand, files);
      await addToken(options, hand, directory);
      await downloadTo(chromium.browser, downloads);
      return exportEncrypted(options, hand, { folder: downloads, passphrase, filePassphrase });
    });
    expect(basename(file)).toMatch(/^latchkey-\d{4}-\d\d-\d\d\.json$/);
    const secrets = { client: files.clientSecret, token: directory.apiToken, passphrase, filePassphrase };
    expect(await scanFolder(folder, secrets)).toEqual([]);

    await inBrowser(join(folder, 'second'), async (options) => {
      await createVault(options, hand, otherPassphrase);
      await importInto(options, file);
      await refuse(options, folder, await readFile(file, 'utf8'));
    });
    expect(await scanFolder(folder, { ...secrets, otherPassphrase })).toEqual([]);
  });
});

async function importInto(options: Page, file: string): Promise<void> {
  await chooseFile(options, hand, file);
  await hand.type(options, 'input[name="filePassphrase"]', otherPassphrase);
  await hand.click(options, '[data-action="open-file"]');
  await hand.find(options, '[data-message="wrongFilePassphrase"]');
  await hand.retype(options, 'input[name="filePassphrase"]', filePassphrase);
  await hand.click(options, '[data-action="open-file"]');
  await hand.find(options, '[data-group="new-profiles"]');
  expect((await entries(options, 'new-profiles')).join()).toMatch(/Files.*files.*Directory/);
  expect(await options.content()).not.toContain(files.clientSecret);
  await hand.click(options, '[data-action="apply-import"]');
  await hand.find(options, '[data-notice="imported"]');

  await hand.click(options, '[data-action="show-profiles"]');
  await hand.find(options, 'li[data-profile-id]');
  expect((await listed(options)).join()).toMatch(/Directory.*Files|Files.*Directory/);
  await hand.click(options, 'li[data-profile-id]:nth-child(2) button');
  await reveal(options);
}

/** Shown for the passphrase, and gone as soon as the window loses the focus. */
async function reveal(options: Page): Promise<void> {
  await hand.click(options, '[data-action="reveal-secret"]');
  await hand.type(options, 'input[name="revealPassphrase"]', otherPassphrase);
  await hand.click(options, '[data-action="confirm-reveal"]');
  await hand.find(options, '[data-secret="shown"] code');
  const shown = await options.$eval('[data-secret="shown"] code', (code) => code.textContent);
  expect([files.clientSecret, directory.apiToken]).toContain(shown);
  await options.evaluate(() => window.dispatchEvent(new Event('blur')));
  await hand.find(options, '[data-secret="hidden"]');
  expect(await options.content()).not.toContain(shown);
}

async function refuse(options: Page, folder: string, whole: string): Promise<void> {
  const before = await storage(options);
  const cut = join(folder, 'cut.json');
  await writeFile(cut, whole.slice(0, -40));
  await hand.click(options, '[data-action="show-transfer"]');
  await hand.click(options, '[data-action="import-again"]');
  await chooseFile(options, hand, cut);
  await hand.find(options, '[data-notice="file-not-json"]');
  await dropFile(options, 'foreign.json', '{"encrypted":true,"items":[]}');
  await hand.find(options, '[data-notice="file-foreign"]');
  await dropFile(options, 'large.json', ' '.repeat(1_048_577));
  await hand.find(options, '[data-notice="file-too-large"]');
  expect(await storage(options)).toEqual(before);
}

function storage(options: Page): Promise<unknown> {
  return options.evaluate(() => Reflect.get(window, 'chrome').storage.local.get(null));
}
