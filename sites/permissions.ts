/** The browser's permission for one site: exactly one origin, never a wider pattern. */
import { browser } from 'wxt/browser';

/**
 * The match pattern of one origin. In Firefox a pattern with a port never matches, so it names the host alone there
 * and whoever uses it compares the whole origin as well (bindings do).
 */
export function originPattern(origin: string): string {
  const { protocol, host, hostname } = new URL(origin);
  return `${protocol}//${import.meta.env.BROWSER === 'firefox' ? hostname : host}/*`;
}

/** The browser lets Latchkey run on this origin by itself. */
export async function isGranted(origin: string): Promise<boolean> {
  try {
    return await browser.permissions.contains({ origins: [originPattern(origin)] });
  } catch {
    // A host the browser has no pattern for, such as an IPv6 address in Firefox.
    return false;
  }
}

/** Gives back every site that was granted, so that the browser's own list forgets them, too. */
export async function giveBackSites(): Promise<void> {
  const { origins = [] } = await browser.permissions.getAll();
  await Promise.all(origins.map(giveBack));
}

async function giveBack(pattern: string): Promise<void> {
  try {
    await browser.permissions.remove({ origins: [pattern] });
  } catch {
    // A site that the manifest names, or that a policy of the browser's has granted, cannot be given back.
    return;
  }
}
