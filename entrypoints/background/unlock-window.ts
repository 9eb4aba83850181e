/** Latchkey's own window for what no page may see typed, opened for a page, and the way back to that page. */
import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { fail, type Result } from '@/lib/result';
import { sendToTab } from '@/messaging/client';
import type { PageSender } from '@/messaging/sender';
import { readSessionItem, removeSessionItem, sessionItem, writeSessionItem } from '@/vault/session-items';

/** The secret a page waits for, and the site as it is to be named. */
const askSchema = z.object({ profileId: z.string(), appName: z.string(), host: z.string() });
export type Ask = z.infer<typeof askSchema>;

const pendingItem = sessionItem(
  'pending-unlock',
  z.object({
    tabId: z.number(),
    documentId: z.exactOptional(z.string()),
    windowId: z.number(),
    ask: z.exactOptional(askSchema),
  }),
);

const size = { width: 420, height: 520 };

/**
 * Opens the window, for the passphrase or for one profile's secret, or brings the open one to the front; the last page
 * that asked is the one that will hear of it.
 */
export async function openUnlockWindow({ tabId, documentId }: PageSender, ask?: Ask): Promise<Result<null>> {
  const windowId = (await raised(ask)) ?? (await opened());
  if (windowId === undefined) return fail('no-answer');
  const target = { tabId, ...(documentId !== undefined && { documentId }) };
  return writeSessionItem(pendingItem, { ...target, windowId, ...(ask && { ask }) });
}

/** What the window is to ask for beside an unlock, if anything. */
export async function pendingAsk(): Promise<Ask | undefined> {
  return (await readSessionItem(pendingItem))?.ask;
}

/** After an unlock, or once the secret was entered or declined: tells the page that asked, if any, and closes the window. */
export async function finishUnlock(news: 'tab.unlocked' | 'tab.skipped' = 'tab.unlocked'): Promise<void> {
  const pending = await readSessionItem(pendingItem);
  if (!pending) return;
  await removeSessionItem(pendingItem);
  const { windowId, ask: _, ...target } = pending;
  void sendToTab(target, news);
  await close(windowId);
}

/** A window that was closed without an unlock: the page is not to be surprised by a later one. */
export async function forgetUnlockWindow(windowId: number): Promise<void> {
  if ((await readSessionItem(pendingItem))?.windowId === windowId) await removeSessionItem(pendingItem);
}

/** A window that asks for another profile's secret is closed: what is half typed there must not end up here. */
async function raised(ask: Ask | undefined): Promise<number | undefined> {
  const pending = await readSessionItem(pendingItem);
  if (!pending) return undefined;
  if (pending.ask?.profileId !== ask?.profileId || pending.ask?.host !== ask?.host) {
    await close(pending.windowId);
    return undefined;
  }
  try {
    await browser.windows.update(pending.windowId, { focused: true });
    return pending.windowId;
  } catch {
    // It was closed while the background slept; a new one will be opened.
    return undefined;
  }
}

async function opened(): Promise<number | undefined> {
  const window = await browser.windows.create({ url: browser.runtime.getURL('/unlock.html'), type: 'popup', ...size });
  return window?.id;
}

async function close(windowId: number): Promise<void> {
  try {
    await browser.windows.remove(windowId);
  } catch {
    // Closed already, by the user or by itself.
    return;
  }
}
