/** Page objects of export and import: the file as the browser saves it, and the way back through the file dialog. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, ElementHandle, Page } from 'puppeteer-core';
import type { Hand } from './hand.ts';

/** From now on downloads go into this folder, without a question. */
export async function downloadTo(browser: Browser, folder: string): Promise<void> {
  const session = await browser.target().createCDPSession();
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
}

/** Everything, encrypted; answers with the path of the saved file. */
export async function exportEncrypted(
  page: Page,
  hand: Hand,
  { folder, passphrase, filePassphrase }: { folder: string; passphrase: string; filePassphrase: string },
): Promise<string> {
  await hand.click(page, '[data-action="show-transfer"]');
  await hand.type(page, 'input[name="passphrase"]', filePassphrase);
  await hand.type(page, 'input[name="again"]', filePassphrase);
  await hand.type(page, 'input[name="vaultPassphrase"]', passphrase);
  await hand.click(page, '[data-action="export"]');
  await hand.find(page, '[data-notice="exported"]');
  return savedFile(folder);
}

/** Chooses a file to import. */
export async function chooseFile(page: Page, hand: Hand, path: string): Promise<void> {
  await hand.click(page, '[data-action="show-transfer"]');
  const input = (await hand.find(page, 'input[name="importFile"]')) as ElementHandle<HTMLInputElement>;
  await input.uploadFile(path);
}

/** Drops a file onto the page, as from a file manager. */
export async function dropFile(page: Page, name: string, text: string): Promise<void> {
  await page.waitForSelector('input[name="importFile"]');
  await page.evaluate(
    (fileName, content) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([content], fileName));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    },
    name,
    text,
  );
}

/** The one file in the folder, once the browser has put its last name on it. */
async function savedFile(folder: string): Promise<string> {
  for (let tries = 0; tries < 150; tries += 1) {
    const name = (await readdir(folder)).find((one) => one.endsWith('.json'));
    if (name !== undefined && (await readFile(join(folder, name), 'utf8')).endsWith('}\n')) return join(folder, name);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`No file was saved in ${folder}`);
}
