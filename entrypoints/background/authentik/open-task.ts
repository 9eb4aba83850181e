/** Opens Latchkey's own page for what a page's button asks for; the page itself learns nothing of it. */
import { browser } from 'wxt/browser';
import type { PageMessages } from '@/messaging/page-protocol';

type AskedTask = Parameters<PageMessages['page.task']>[0]['task'];

/** Beside the tab of the page, which the task looks at again. */
export async function openTaskFor(tabId: number, task: AskedTask): Promise<void> {
  const page = new URL(browser.runtime.getURL('/authentik.html'));
  const at = task === 'register' ? { at: 'callback' } : {};
  page.hash = new URLSearchParams({ check: String(tabId), ...at }).toString();
  const { index } = await browser.tabs.get(tabId);
  await browser.tabs.create({ url: page.href, index: index + 1 });
}
