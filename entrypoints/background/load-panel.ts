/** Puts the panel's script beside the page script: it is as large as the engine, and few pages ever show the button. */
import { browser } from 'wxt/browser';
import type { PageSender } from '@/messaging/sender';

/** Output of `entrypoints/panel.ts`. */
const panelScript = '/panel.js';

/** False where the browser lets no script in, so that no button can be shown. */
export async function loadPanel({ tabId }: PageSender): Promise<boolean> {
  try {
    await browser.scripting.executeScript({ target: { tabId, frameIds: [0] }, files: [panelScript] });
    return true;
  } catch {
    // The grant or the tab went away meanwhile.
    return false;
  }
}
