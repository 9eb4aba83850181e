/** Keeps the popup inside the view the browser gives it, which is lower than 600 px on a small screen. */

/** What the browser allows at most, and about what its own bars take above the popup. */
const highest = 600;
const bars = 90;

/** The browser has made up its mind about the popup's size when nothing changed for this long. */
const settleAfter = 200;

/**
 * Lowers the popup's greatest height: at once by the screen's height, and again when its document turns out higher
 * than its settled view. So the middle scrolls, and the button below it stays in sight. CSS cannot say this: heights
 * in `vh` keep a popup from growing at all.
 */
export function fitView(signal: AbortSignal): void {
  const root = document.documentElement;
  const limit = (height: number): void => root.style.setProperty('--view-height', `${height}px`);
  limit(Math.min(highest, screen.availHeight - bars));
  let timer: ReturnType<typeof setTimeout> | undefined;
  const settle = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (root.scrollHeight > window.innerHeight) limit(window.innerHeight);
    }, settleAfter);
  };
  const observer = new ResizeObserver(settle);
  observer.observe(document.body);
  window.addEventListener('resize', settle, { signal });
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    observer.disconnect();
  });
}
