/** Asks the browser for one site; must be called first thing in a press, before anything is waited for. */
import { browser } from 'wxt/browser';

/** Firefox draws its question under an open popup, so there the question has a tab of its own. */
export function asksInTab(): boolean {
  return import.meta.env.BROWSER === 'firefox';
}

/** Firefox never matches a pattern with a port, so it is asked for the host on all its ports. */
function sitePattern(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return asksInTab() ? `${protocol}//${hostname}/*` : `${origin}/*`;
}

/** True when the user allowed it; false when declined or when the browser refused to ask. */
export async function requestSite(origin: string): Promise<boolean> {
  try {
    return await browser.permissions.request({ origins: [sitePattern(origin)] });
  } catch {
    return false;
  }
}

/** Opens the tab that asks for one site. */
export async function openGrantStep(origin: string): Promise<void> {
  const page = new URL(browser.runtime.getURL('/options.html'));
  page.hash = `grant=${origin}`;
  await browser.tabs.create({ url: page.href });
}

/** The origin in the address of the grant step, or null when it is not one. */
export function originToGrant(hash: string): string | null {
  const text = /^#grant=(.+)$/.exec(hash)?.[1] ?? '';
  if (!URL.canParse(text)) return null;
  const { protocol, origin } = new URL(text);
  return origin === text && (protocol === 'https:' || protocol === 'http:') ? origin : null;
}
