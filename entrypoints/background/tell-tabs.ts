/** Tells open pages what decides about their button or their panel. */
import { browser } from 'wxt/browser';
import { sendToTab } from '@/messaging/client';

/**
 * Sends the message to every tab; those without the page script do not hear it. Nobody waits for the answers, since a
 * tab that the browser has frozen never gives one.
 */
export async function tellTabs(type: 'tab.refresh' | 'tab.locked'): Promise<void> {
  for (const { id } of await browser.tabs.query({})) {
    if (id !== undefined) void sendToTab({ tabId: id }, type);
  }
}
