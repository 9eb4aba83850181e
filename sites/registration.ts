/** Keeps the registered page scripts equal to the origins that are granted and bound. */
import { type Browser, browser } from 'wxt/browser';
import { isGranted, originPattern } from './permissions';

/** Output of `entrypoints/recipes.ts` and `entrypoints/page.content`, in the order they must run. */
export const pageScripts = ['recipes.js', 'content-scripts/page.js'] as const;

const idPrefix = 'page:';

/**
 * Registers the page script for every bound origin that is granted and unregisters the rest. Without a list (the vault
 * is locked and bindings cannot be read) what is registered counts as bound, so only origins without a grant go.
 * Not to be run twice at once, since registering an id twice fails. Registrations survive a restart of the browser;
 * Chromium drops them on an update of the extension, so this also runs on install and update.
 */
export async function reconcile(boundOrigins?: readonly string[]): Promise<void> {
  const registered = await registeredOrigins();
  const wanted = await granted([...new Set(boundOrigins ?? registered)]);
  const obsolete = registered.filter((origin) => !wanted.includes(origin));
  if (obsolete.length > 0) await browser.scripting.unregisterContentScripts({ ids: obsolete.map(idOf) });
  for (const origin of wanted) {
    if (!registered.includes(origin)) await register(origin);
  }
}

/** Origins the page script is registered for; known while the vault is locked, too. */
export async function registeredOrigins(): Promise<string[]> {
  const scripts = await browser.scripting.getRegisteredContentScripts();
  return scripts.filter(({ id }) => id.startsWith(idPrefix)).map(({ id }) => id.slice(idPrefix.length));
}

async function register(origin: string): Promise<void> {
  try {
    await browser.scripting.registerContentScripts([scriptFor(origin)]);
  } catch {
    // A host the browser takes in a permission and not in a script's pattern: the toolbar action still works there.
    return;
  }
}

async function granted(origins: readonly string[]): Promise<string[]> {
  const answers = await Promise.all(origins.map(isGranted));
  return origins.filter((_, index) => answers[index]);
}

function idOf(origin: string): string {
  return `${idPrefix}${origin}`;
}

function scriptFor(origin: string): Browser.scripting.RegisteredContentScript {
  return {
    id: idOf(origin),
    matches: [originPattern(origin)],
    js: [...pageScripts],
    allFrames: false,
    runAt: 'document_idle',
    persistAcrossSessions: true,
  };
}
