/** Helps the guard of presses: bares a page for its hit test, and keeps what it refused for the popup. */
import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { fail, ok, type Result } from '@/lib/result';
import type { Refusal } from '@/messaging/page-protocol';
import { refusal } from '@/messaging/schemas';
import type { PageSender } from '@/messaging/sender';
import { changeSessionItem, readSessionItem, sessionItem } from '@/vault/session-items';

/**
 * Of user origin, since an important rule of the page, even an inline one, has the last word over any other author
 * style. Two rules: where view transitions are unknown, their name would spoil a list.
 */
const css =
  '*, ::before, ::after { pointer-events: auto !important } ::view-transition { pointer-events: auto !important }';

/** Makes everything on the page take the pointer, or gives it back to the page's own rules. */
export async function bare(sender: PageSender, isBare: boolean): Promise<Result<null>> {
  const injection = { target: targetOf(sender), css, origin: 'USER' } as const;
  try {
    await (isBare ? browser.scripting.insertCSS(injection) : browser.scripting.removeCSS(injection));
    return ok(null);
  } catch {
    // The grant or the document went away meanwhile.
    return fail('no-answer');
  }
}

/** This very document where the browser can name it; Firefox takes a frame alone. */
function targetOf({ tabId, documentId }: PageSender) {
  const isNamed = documentId !== undefined && import.meta.env.BROWSER !== 'firefox';
  return isNamed ? { tabId, documentIds: [documentId] } : { tabId, frameIds: [0] };
}

/** By tab id: the site and why its last press did not count. Nothing confidential, and needed on a locked page, too. */
const refusalsItem = sessionItem('refusals', z.record(z.string(), z.object({ origin: z.string(), refusal })), {
  survivesLock: true,
});

export async function noteRefusal({ tabId, origin }: PageSender, why: Refusal): Promise<void> {
  await changeSessionItem(refusalsItem, (tabs) => ({
    next: { ...tabs, [tabId]: { origin, refusal: why } },
    result: null,
  }));
}

/** Why the tab's last press did not count; undefined when it did, or when the tab has gone on to another site. */
export async function refusalOf(tabId: number, origin: string): Promise<Refusal | undefined> {
  const noted = (await readSessionItem(refusalsItem))?.[tabId];
  return noted?.origin === origin ? noted.refusal : undefined;
}

/**
 * To be called when a press counted, when the page says anew what it is, and when the tab is closed. True when there
 * was something to forget.
 */
export async function forgetRefusal(tabId: number): Promise<boolean> {
  const forgotten = await changeSessionItem(refusalsItem, (tabs = {}) => ({
    next: Object.fromEntries(Object.entries(tabs).filter(([id]) => id !== String(tabId))),
    result: Object.hasOwn(tabs, tabId),
  }));
  return forgotten.ok && forgotten.value;
}
