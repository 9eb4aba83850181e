/** A6: the form inside a frame, or in a document without an origin, gets neither button nor values. */
import { expect, test } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { sendHtml } from '../standins/http.ts';
import type { Hosted } from '../standins/server.ts';
import { pause } from './attack.ts';
import { ran } from './count.ts';
import { formHtml, formPage, formUrl } from './form-page.ts';
import type { Ground } from './ground.ts';

const size = 'width="900" height="700"';
const asText = formHtml.replaceAll('"', '&quot;');

/** Ways to have the form on a page without having it in the page's own document. */
const framings: Record<string, string> = {
  sandboxed: `<iframe ${size} sandbox="allow-scripts allow-forms" src="${formUrl}"></iframe>`,
  'same-origin': `<iframe ${size} src="${formUrl}"></iframe>`,
  srcdoc: `<iframe ${size} srcdoc="${asText}"></iframe>`,
  blob: `<iframe ${size}></iframe><script>document.querySelector('iframe').src =
    URL.createObjectURL(new Blob([${JSON.stringify(formHtml)}], { type: 'text/html' }))</script>`,
  data: `<iframe ${size} src="data:text/html,${encodeURIComponent(formHtml)}"></iframe>`,
};

/** On the bound site. The last one is a document of its own, whose origin its own policy has taken away. */
export const framingPages: Record<string, { html: string; policy?: string }> = {
  ...Object.fromEntries(
    Object.entries(framings).map(([kind, html]) => [`/frame/${kind}`, { html: formPage('', html) }]),
  ),
  '/frame/no-origin': { html: formPage(), policy: 'sandbox allow-scripts allow-forms' },
};

/** Another site that frames the bound one. */
export const framingSite: Hosted = {
  hosts: ['palmr.company'],
  handle: (_request, response) => sendHtml(response, formPage('', `<iframe ${size} src="${formUrl}"></iframe>`)),
};

async function expectNothing(ground: Ground, page: Page): Promise<void> {
  await page.waitForFunction(() => document.readyState === 'complete');
  await pause(600);
  for (const frame of page.frames()) {
    expect(await frame.evaluate(() => document.querySelectorAll('[popover]').length), frame.url().slice(0, 60)).toBe(0);
  }
  for (const at of [120, 300, 480]) await page.mouse.click(300, at);
  expect(await ground.heard(), 'messages of a frame').toEqual([]);
}

export function frameTests(ground: () => Ground): void {
  const pages = { 'cross-origin': 'https://palmr.company/framing' };
  for (const path of Object.keys(framingPages)) {
    Object.assign(pages, { [path.replace('/frame/', '')]: new URL(path, formUrl).href });
  }
  for (const [kind, url] of Object.entries(pages)) {
    test(`A6 ${kind}: no button and no values`, async () => {
      await ground().heard();
      const page = await ground().open(url);
      await expectNothing(ground(), page);
      // By the toolbar action, too, which lets the script into the tab's top document.
      await ground().look(page);
      await expectNothing(ground(), page);
      ran('A6', 1);
    });
  }
}
