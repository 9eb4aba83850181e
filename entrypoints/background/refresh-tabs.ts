/** Tells open pages to ask for their state again, after anything that decides about their button. */
import { browser } from 'wxt/browser';
import { sendToTab } from '@/messaging/client';

/**
 * Sends `tab.refresh` to every tab; those without the page script do not hear it. Nobody waits for the answers, since a
 * tab that the browser has frozen never gives one.
 */
export async function refreshTabs(): Promise<void> {
  for (const { id } of await browser.tabs.query({})) {
    if (id !== undefined) void sendToTab({ tabId: id }, 'tab.refresh');
  }
}
