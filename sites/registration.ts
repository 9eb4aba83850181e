/** Keeps the registered page scripts equal to the origins that are granted and bound. */
import { type Browser, browser } from 'wxt/browser';
import { isGranted, originPattern } from './permissions';

/** Output of `entrypoints/page.content.tsx`. */
export const pageScript = 'content-scripts/page.js';

const idPrefix = 'page:';

let last: Promise<void> = Promise.resolve();

/**
 * Registers the page script for every bound origin that is granted and unregisters the rest. Without a list (the vault
 * is locked and bindings cannot be read) what is registered counts as bound, so only origins without a grant go.
 * Runs one after the other, since registering an id twice fails. Registrations survive a restart of the browser;
 * Chromium drops them on an update of the extension, so this also runs on install and update.
 */
export function reconcile(boundOrigins?: readonly string[]): Promise<void> {
  last = last.then(
    () => run(boundOrigins),
    () => run(boundOrigins),
  );
  return last;
}

/** Origins the page script is registered for; known while the vault is locked, too. */
export async function registeredOrigins(): Promise<string[]> {
  const scripts = await browser.scripting.getRegisteredContentScripts();
  return scripts.filter(({ id }) => id.startsWith(idPrefix)).map(({ id }) => id.slice(idPrefix.length));
}

async function run(boundOrigins?: readonly string[]): Promise<void> {
  const registered = await registeredOrigins();
  const wanted = await granted([...new Set(boundOrigins ?? registered)]);
  const obsolete = registered.filter((origin) => !wanted.includes(origin));
  const missing = wanted.filter((origin) => !registered.includes(origin));
  if (obsolete.length > 0) await browser.scripting.unregisterContentScripts({ ids: obsolete.map(idOf) });
  if (missing.length > 0) await browser.scripting.registerContentScripts(missing.map(scriptFor));
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
    js: [pageScript],
    allFrames: false,
    runAt: 'document_idle',
    persistAcrossSessions: true,
  };
}
