/** Hears the words change that an app's notices are known by; the page's own watch hears elements come and go only. */
import type { Recipe } from '@/recipes/schema';

/** A page that changes such words all the time is not looked at more often. */
const pause = 500;
/** A selector that names more is not about a badge. */
const most = 50;

/**
 * Calls back until the signal aborts. What is answered looks for the elements anew, and is to be called whenever the
 * page has changed: a badge appears after the Save, and says something else once the app has checked.
 */
export function followWords({ notices = [] }: Recipe, onChange: () => void, signal: AbortSignal): () => void {
  const selectors = notices.flatMap(({ markers }) => (markers.texts ?? []).map(({ selector }) => selector));
  let followed: Element[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const observer = new MutationObserver(() => {
    timer ??= setTimeout(() => {
      timer = undefined;
      onChange();
    }, pause);
  });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
  return () => {
    const elements = selectors.flatMap((selector) => Array.from(document.querySelectorAll(selector))).slice(0, most);
    const isSame = elements.length === followed.length && elements.every((element, at) => element === followed[at]);
    if (signal.aborted || isSame) return;
    followed = elements;
    observer.disconnect();
    for (const element of elements) observer.observe(element, { characterData: true, childList: true, subtree: true });
  };
}
