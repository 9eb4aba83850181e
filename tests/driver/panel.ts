/** Page object of the in-page button and panel; the test build's shadow root is open, so selectors reach inside. */
import type { Page } from 'puppeteer-core';
import type { Hand } from './hand.ts';

export interface PanelReport {
  /** `because` stands where the outcome does not say it all. */
  fields: { key: string; outcome: string; because?: string }[];
  callbacks: { url: string; how: string }[];
  /** Why there is none: `none` for an app without, `after-save` for one that shows it later. */
  noCallbacks: string | null;
  notices: string[];
}

/** Selector of something inside the panel; each part of a list gets its own way in. */
export function inPanel(selector: string): string {
  return selector
    .split(',')
    .map((part) => `>>> ${part}`)
    .join(', ');
}

/** Presses the button and goes on to the preview, confirming the sign-in method; true where the panel asked about it. */
export async function openPreview(page: Page, hand: Hand): Promise<boolean> {
  await hand.click(page, inPanel('[data-action="open"]'));
  return goOnToPreview(page, hand);
}

/** As `openPreview`, where the panel opens by itself. */
export async function goOnToPreview(page: Page, hand: Hand): Promise<boolean> {
  const view = await hand.find(page, inPanel('[data-view="method"],[data-view="preview"]'));
  const isMethod = await view.evaluate((element) => element.getAttribute('data-view') === 'method');
  if (isMethod) await hand.click(page, inPanel('[data-action="switch-method"]'));
  await hand.find(page, inPanel('[data-view="preview"]'));
  return isMethod;
}

/** Presses Fill and gives the report. */
export async function fillForm(page: Page, hand: Hand): Promise<PanelReport> {
  await hand.click(page, inPanel('[data-action="fill"]'));
  await hand.find(page, inPanel('[data-view="report"]'));
  return readReport(page);
}

/** What the report says: each field's outcome, each callback or why there is none, and notices. */
export async function readReport(page: Page): Promise<PanelReport> {
  const fields = await page.$$eval(inPanel('[data-outcome]'), (rows) =>
    rows.map((row) => {
      const because = row.getAttribute('data-because');
      const ended = { key: row.getAttribute('data-key') ?? '', outcome: row.getAttribute('data-outcome') ?? '' };
      return because === null ? ended : { ...ended, because };
    }),
  );
  const callbacks = await page.$$eval(inPanel('[data-callback]'), (rows) =>
    rows.map((row) => ({ url: row.getAttribute('data-callback') ?? '', how: row.getAttribute('data-how') ?? '' })),
  );
  const [noCallbacks = null] = await readNames(page, 'data-callbacks');
  return { fields, callbacks, noCallbacks, notices: await readNotices(page) };
}

/** Ids of what the panel says about the page or its app, now. */
function readNotices(page: Page): Promise<string[]> {
  return readNames(page, 'data-notice');
}

function readNames(page: Page, attribute: string): Promise<string[]> {
  return page.$$eval(
    inPanel(`[${attribute}]`),
    (found, name) => found.map((element) => element.getAttribute(name) ?? ''),
    attribute,
  );
}
