/** Lets a screen hear that the vault was locked: in another window, by its time without use, or by the computer. */
import { browser } from 'wxt/browser';

/** Calls back on each `tab.locked` of the background, as long as the screen's page lives; answers nothing. */
export function hearLock(onLock: () => void): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: { id?: string; tab?: unknown }) => {
    // Only the background and the popup speak without a tab; scripts in pages always have one.
    if (sender.id === browser.runtime.id && sender.tab === undefined && isLock(message)) onLock();
  });
}

function isLock(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 'type' in message && message.type === 'tab.locked';
}
