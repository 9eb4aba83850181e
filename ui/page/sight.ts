/** Says whether the box is in sight, before the press as well as at it: what covers it may go away under the finger. */
import type { PageHost } from './host';
import { isTopmost } from './top-layer';

export interface Sight {
  isSeen(): boolean;
}

/** How often the box is looked at while the pointer is on it, where the browser does not do it by itself. */
const pace = 250;

/**
 * `onChange` hears of every change until the signal aborts. Chromium watches the box by itself and knows every kind of
 * cover, even the shadow or the outline of something elsewhere; Firefox ESR 153 does not offer that.
 */
export function createSight(host: PageHost, onChange: () => void, signal: AbortSignal): Sight {
  const canWatch = 'isVisible' in IntersectionObserverEntry.prototype;
  return canWatch ? watchedSight(host, onChange, signal) : sampledSight(host, onChange, signal);
}

/** The delay is the least the browser allows; it watches only as long as the box is on the page. */
function watchedSight({ mount }: PageHost, onChange: () => void, signal: AbortSignal): Sight {
  const options = { threshold: 0, trackVisibility: true, delay: 100 };
  let isSeen = false;
  const observer = new IntersectionObserver((entries) => {
    const last = entries.at(-1);
    isSeen = last !== undefined && 'isVisible' in last && last.isVisible === true;
    onChange();
  }, options);
  observer.observe(mount);
  signal.addEventListener('abort', () => observer.disconnect());
  return { isSeen: () => isSeen };
}

/** Looks when it is asked, while the pointer is on the box, and as long as something lies above the box. */
function sampledSight(host: PageHost, onChange: () => void, signal: AbortSignal): Sight {
  let isSeen = true;
  let isHovered = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = (): boolean => {
    clearTimeout(timer);
    const before = isSeen;
    isSeen = isTopmost(host);
    if ((isHovered || !isSeen) && !signal.aborted) timer = setTimeout(look, pace);
    if (isSeen !== before) onChange();
    return isSeen;
  };
  const hover = ({ isTrusted, type }: Event): void => {
    if (!isTrusted) return;
    isHovered = type === 'pointerenter';
    look();
  };
  for (const type of ['pointerenter', 'pointerleave']) host.mount.addEventListener(type, hover, { signal });
  signal.addEventListener('abort', () => clearTimeout(timer));
  return { isSeen: look };
}
