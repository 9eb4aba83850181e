/** Finds things inside a closed shadow root of the page in front and presses them with the mouse, by coordinates. */
import type { Page } from 'puppeteer-core';
import type { Found } from './closed-root.ts';
import type { FirefoxBrowser } from './firefox.ts';
import { evaluateInFrame } from './firefox-frame.ts';

const patience = 15_000;

/** Everything with this attribute that is drawn inside the closed roots under the root element and in dialogs. */
export async function findInClosedRoots(firefox: FirefoxBrowser, attribute: string): Promise<Found[]> {
  const find = `[...document.querySelectorAll('html > *, dialog > *')]
    .flatMap((host) => [...(host.openOrClosedShadowRoot?.querySelectorAll('[${attribute}]') ?? [])])
    .filter((element) => element.getClientRects().length > 0)
    .map((element) => {
      element.scrollIntoView({ block: 'nearest' });
      const { left, top, width, height } = element.getBoundingClientRect();
      const attributes = Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]));
      return { x: left + width / 2, y: top + height / 2, attributes };
    })`;
  const found = await evaluateInFrame((statements) => firefox.inBrowserWindow(statements), 'tabInFront', find);
  return found as Found[];
}

/** Promises where `attribute="value"` is, once it is there. */
export async function waitInClosedRoot(firefox: FirefoxBrowser, attribute: string, value: string): Promise<Found> {
  const deadline = Date.now() + patience;
  while (Date.now() < deadline) {
    const found = (await findInClosedRoots(firefox, attribute)).find((one) => one.attributes[attribute] === value);
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`No closed shadow root shows ${attribute}="${value}".`);
}

/** Waits for it and presses its middle with the mouse; `page` is the one in front. */
export async function clickInClosedRoot(
  firefox: FirefoxBrowser,
  page: Page,
  attribute: string,
  value: string,
): Promise<void> {
  const { x, y } = await waitInClosedRoot(firefox, attribute, value);
  await page.mouse.click(x, y);
}
