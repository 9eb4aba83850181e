/** Tells who sent a message, from the fields the browser sets and never from what the message says. */
import { browser } from 'wxt/browser';

/** One of Latchkey's own pages: popup, options page, unlock window. */
export interface ScreenSender {
  kind: 'screen';
}

/** The script in the top document of a tab. */
export interface PageSender {
  kind: 'page';
  tabId: number;
  /** Serialised origin as the browser gave it. */
  origin: string;
  /** Names this very document where the browser can, else the tab's top frame on this origin. */
  document: string;
  documentId?: string;
}

export type Sender = ScreenSender | PageSender;

/** What is read of the browser's `MessageSender`. */
export interface RawSender {
  id?: string;
  origin?: string;
  url?: string;
  frameId?: number;
  documentId?: string;
  tab?: { id?: number | undefined };
}

/**
 * Judges a sender by `id`, `origin`, `frameId` and `tab` (security rules, section 5): sub-frames, opaque origins,
 * other extensions and anything unclear are nobody (`null`).
 */
export function judgeSender(sender: RawSender): Sender | null {
  if (sender.id !== browser.runtime.id) return null;
  if (sender.origin === ownOrigin()) return (sender.frameId ?? 0) === 0 ? { kind: 'screen' } : null;
  return judgePage(sender);
}

function judgePage(sender: RawSender): PageSender | null {
  const { origin, tab, documentId } = sender;
  if (tab?.id === undefined || sender.frameId !== 0 || origin === undefined) return null;
  if (!isWebOrigin(origin) || !isWebAddress(sender.url)) return null;
  return {
    kind: 'page',
    tabId: tab.id,
    origin,
    document: documentId ?? `${tab.id}:0:${origin}`,
    ...(documentId !== undefined && { documentId }),
  };
}

/** `chrome-extension://<id>` or `moz-extension://<uuid>`, as it stands in `sender.origin`. */
function ownOrigin(): string {
  return browser.runtime.getURL('/').replace(/\/$/, '');
}

/** http is let through here and judged per site later (private hosts, after an acknowledgement). */
function isWebOrigin(origin: string): boolean {
  const url = URL.parse(origin);
  return url !== null && /^https?:$/.test(url.protocol) && url.origin === origin;
}

/** A `blob:` or `about:` document may carry a web origin; it is no page of the app all the same. */
function isWebAddress(url: string | undefined): boolean {
  return url === undefined || /^https?:\/\//.test(url);
}
