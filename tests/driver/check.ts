/** Page object of Check: started from the popup over an app's page, read line by line, and mended by its buttons. */
import type { Page } from 'puppeteer-core';
import type { ExtensionBrowser } from './chromium.ts';
import type { Hand } from './hand.ts';
import { inPanel } from './panel.ts';

const patience = 30_000;

/** In the popup over a bound page: presses "Check", and gives Latchkey's own tab once every line is told. */
export async function openCheck(chromium: ExtensionBrowser, page: Page, hand: Hand): Promise<Page> {
  const popup = await chromium.openPopup(page);
  return openedBy(chromium, () => hand.click(popup, '[data-action="check"]'));
}

/** In the page's own report: presses "Register in authentik", which leads to the same tab. */
export function openRegistration(chromium: ExtensionBrowser, page: Page, hand: Hand): Promise<Page> {
  return openedBy(chromium, () => hand.click(page, inPanel('[data-action="register"]')));
}

async function openedBy(chromium: ExtensionBrowser, press: () => Promise<void>): Promise<Page> {
  const url = chromium.pageUrl('authentik.html');
  const opened = chromium.browser.waitForTarget((target) => target.url().startsWith(url), { timeout: patience });
  await press();
  const check = await (await opened).asPage();
  await check.bringToFront();
  await checked(check);
  return check;
}

/** Presses "Check again". */
export async function checkAgain(check: Page, hand: Hand): Promise<void> {
  await check.bringToFront();
  await hand.click(check, '[data-action="check-again"]');
  await checked(check);
}

/** Presses a line's button, confirms what is shown, and waits until it is done and everything is checked anew. */
export async function mend(check: Page, hand: Hand, line: string, action: string): Promise<void> {
  await hand.click(check, `[data-line="${line}"] [data-action="${action}"]`);
  await hand.click(check, `[data-preview="${action}"] [data-action="confirm-change"]`);
  await check.waitForSelector(`[data-notice="done-${action}"]`, { timeout: patience });
  await checked(check);
}

/** Each line's level by its name, without those that are right. */
export async function notRight(check: Page): Promise<Record<string, string>> {
  const lines = await check.$$eval('[data-line]', (found) =>
    found.map((line) => [line.getAttribute('data-line') ?? '', line.getAttribute('data-level') ?? '']),
  );
  return Object.fromEntries(lines.filter(([, level]) => level !== 'ok'));
}

/** What one line says differs: its name, what was expected, and what was found. */
export function differences(check: Page, line: string): Promise<string[]> {
  return check.$$eval(`[data-line="${line}"] [data-difference]`, (found) =>
    found.map((one) =>
      [
        one.getAttribute('data-difference'),
        one.querySelector('[data-expected]')?.textContent,
        one.querySelector('[data-found]')?.textContent,
      ].join(' | '),
    ),
  );
}

async function checked(check: Page): Promise<void> {
  await check.waitForSelector('[data-section="check"][aria-busy="false"] [data-line]', { timeout: patience });
}
