/** Marks the toolbar button of a tab whose page is recognised, and says the same in words. */
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';

/** Dark enough for white text, which Chromium chooses; Firefox picks the contrast itself. */
const background = '#4a3aa7';

/** The browser takes badge and tooltip away with the tab's next navigation. Does nothing for a tab that is gone. */
export async function showBadge(tabId: number, appName: string): Promise<void> {
  const title = i18n.t('toolbar.recognised', [appName]);
  try {
    await browser.action.setBadgeBackgroundColor({ tabId, color: background });
    await browser.action.setBadgeText({ tabId, text: 'SSO' });
    await browser.action.setTitle({ tabId, title });
  } catch {
    // The tab was closed between its message and this answer; there is nothing left to mark.
  }
}
