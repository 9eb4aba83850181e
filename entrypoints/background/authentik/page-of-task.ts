/** The app's page that something was made for at authentik: found again, and brought to the front with its preview. */
import { browser } from 'wxt/browser';
import { sendToTab } from '@/messaging/client';
import type { Place } from '@/sites/bindings';
import { lookAtTab, type SeenPage } from '../look-at-tab';
import { placeOf } from '../tab-card';

/** Undefined where the tab does not show that very place any more. */
export async function pageStillAt(tabId: number, place: Place): Promise<SeenPage | undefined> {
  const sight = await lookAtTab(tabId);
  return sight.kind === 'recognised' && isSamePlace(placeOf(sight.page), place) ? sight.page : undefined;
}

export async function showPage({ target }: SeenPage, tabId: number): Promise<void> {
  try {
    const tab = await browser.tabs.update(tabId, { active: true });
    if (tab?.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
  } catch {
    // Closed in this very moment: what was made is made all the same.
  }
  void sendToTab(target, 'tab.bound');
}

function isSamePlace(one: Place, other: Place): boolean {
  return (['origin', 'basePath', 'app', 'form'] as const).every((name) => one[name] === other[name]);
}
