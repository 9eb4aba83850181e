/** Marks the toolbar button of a tab whose page is recognised, or where a press did not count; in words, too. */
import { browser } from 'wxt/browser';
import { i18n } from '@/ui/i18n';

/** Dark enough for white text, which Chromium chooses; Firefox picks the contrast itself. */
const colours = { recognised: '#4a3aa7', refused: '#a32014' };

/** The browser takes badge and tooltip away with the tab's next navigation. Does nothing for a tab that is gone. */
export function showBadge(tabId: number, appName: string): Promise<void> {
  return mark({ tabId, color: colours.recognised, text: 'SSO', title: i18n.t('toolbar.recognised', [appName]) });
}

/** Points at the popup, which says what was refused and why. */
export function showRefused(tabId: number): Promise<void> {
  return mark({ tabId, color: colours.refused, text: '!', title: i18n.t('toolbar.refused') });
}

interface Mark {
  tabId: number;
  color: string;
  text: string;
  title: string;
}

async function mark({ tabId, color, text, title }: Mark): Promise<void> {
  try {
    await browser.action.setBadgeBackgroundColor({ tabId, color });
    await browser.action.setBadgeText({ tabId, text });
    await browser.action.setTitle({ tabId, title });
  } catch {
    // The tab was closed between its message and this answer; there is nothing left to mark.
  }
}
