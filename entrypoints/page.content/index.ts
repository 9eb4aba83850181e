/** The script in an app's page: starts once per document, and never in a frame. */
import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { startPage } from './page-script';

declare global {
  /** Set in the extension's own script world: the script may be injected again by the popup or a registration. */
  var latchkeyRuns: boolean | undefined;
}

export default defineContentScript({
  registration: 'runtime',
  allFrames: false,
  // Nothing is announced to the page, and nothing the page posts is a command.
  noScriptStartedPostMessage: true,
  main(ctx) {
    if (globalThis.latchkeyRuns || window.top !== window || window.origin === 'null') return;
    globalThis.latchkeyRuns = true;
    const life = new AbortController();
    life.signal.addEventListener('abort', () => {
      globalThis.latchkeyRuns = undefined;
    });
    // A second injection, or the page itself, can make this fire: only an extension that is gone ends the script.
    ctx.onInvalidated(() => {
      if (!browser.runtime?.id) life.abort();
    });
    startPage(life, globalThis.latchkeyRecipes ?? []);
  },
});
