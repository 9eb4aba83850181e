/** From a recognised page without a profile to the preview: everything the page needs is made in authentik. */
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { ExtensionBrowser } from '../../tests/driver/chromium.ts';
import type { Hand } from '../../tests/driver/hand.ts';
import { goOnToPreview } from '../../tests/driver/panel.ts';
import type { AppRun } from './run-app.ts';

/** The press that makes what was shown, on either task's page. */
const createButton = '[data-action="create-client"], [data-action="create-token"]';

export async function createInAuthentik({ app, chromium, output }: AppRun, page: Page, hand: Hand): Promise<void> {
  const popup = await chromium.openPopup(page);
  // The toolbar's button.
  hand.clicks += 1;
  await hand.find(popup, '[data-action="create-in-authentik"]');
  await popup.screenshot({ path: join(output, `${app}-1-popup.png`) });
  const task = await openedTask(chromium, () => hand.click(popup, '[data-action="create-in-authentik"]'));
  await hand.find(task, createButton);
  // A tab that has just been opened may have no size yet.
  await task.waitForFunction(() => document.documentElement.clientWidth > 0);
  await task.screenshot({ path: join(output, `${app}-1-create.png`), fullPage: true });
  await hand.click(task, createButton);
  await goOnToPreview(page, hand);
  await task.close();
}

/** The popup closes as soon as it has opened the task, often under the press itself. */
async function openedTask({ browser }: ExtensionBrowser, press: () => Promise<void>): Promise<Page> {
  const before = new Set(browser.targets());
  const opened = browser.waitForTarget((target) => !before.has(target) && target.url().includes('/authentik.html'), {
    timeout: 15_000,
  });
  await press();
  return (await opened).asPage();
}
