/** Latchkey's own unlock window, opened for a page, and the way back to that page. */
import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { fail, type Result } from '@/lib/result';
import { sendToTab } from '@/messaging/client';
import type { PageSender } from '@/messaging/sender';
import { readSessionItem, removeSessionItem, sessionItem, writeSessionItem } from '@/vault/session-items';

const pendingItem = sessionItem(
  'pending-unlock',
  z.object({ tabId: z.number(), documentId: z.exactOptional(z.string()), windowId: z.number() }),
);

const size = { width: 420, height: 520 };

/** Opens the window, or brings the open one to the front; the last page that asked is the one that will hear of it. */
export async function openUnlockWindow({ tabId, documentId }: PageSender): Promise<Result<null>> {
  const windowId = (await raised()) ?? (await opened());
  if (windowId === undefined) return fail('no-answer');
  return writeSessionItem(pendingItem, { tabId, ...(documentId !== undefined && { documentId }), windowId });
}

/** After an unlock: tells the page that asked for it, if any, and closes the window. */
export async function finishUnlock(): Promise<void> {
  const pending = await readSessionItem(pendingItem);
  if (!pending) return;
  await removeSessionItem(pendingItem);
  const { windowId, ...target } = pending;
  void sendToTab(target, 'tab.unlocked');
  await close(windowId);
}

/** A window that was closed without an unlock: the page is not to be surprised by a later one. */
export async function forgetUnlockWindow(windowId: number): Promise<void> {
  if ((await readSessionItem(pendingItem))?.windowId === windowId) await removeSessionItem(pendingItem);
}

async function raised(): Promise<number | undefined> {
  const pending = await readSessionItem(pendingItem);
  if (!pending) return undefined;
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
