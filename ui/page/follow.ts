/** Says when an anchor may have moved, in an animation frame and only while something happens on the page. */

/** Frames go on for this long after the last event, so that animated moves are followed to their end. */
const tail = 400;

const causes = [
  'scroll',
  'resize',
  'click',
  'keyup',
  'toggle',
  'transitionend',
  'animationend',
  'fullscreenchange',
] as const;

export interface Follower {
  /** Something changed: look at the anchor in the next frames. */
  nudge(): void;
  /** Follows this element from now on. */
  watch(anchor: Element | null): void;
}

/** Calls `onFrame` until the signal aborts; no timer runs and no layout is read while the page is at rest. */
export function follow(onFrame: () => void, signal: AbortSignal): Follower {
  let until = 0;
  let frame = 0;
  let watched: Element | null = null;

  const step = (now: number): void => {
    frame = 0;
    if (signal.aborted) return;
    onFrame();
    // What was done in the frame may have asked for the next one already.
    if (frame === 0 && now < until) frame = requestAnimationFrame(step);
  };
  const nudge = (): void => {
    until = performance.now() + tail;
    if (frame === 0 && !signal.aborted) frame = requestAnimationFrame(step);
  };
  const sight = new IntersectionObserver(nudge, { threshold: [0, 0.5, 1] });
  const growth = new ResizeObserver(nudge);
  for (const cause of causes) window.addEventListener(cause, nudge, { capture: true, passive: true, signal });
  signal.addEventListener('abort', () => {
    sight.disconnect();
    growth.disconnect();
    cancelAnimationFrame(frame);
  });

  return {
    nudge,
    watch: (anchor) => {
      if (anchor === watched) return;
      watched = anchor;
      sight.disconnect();
      growth.disconnect();
      if (!anchor) return;
      sight.observe(anchor);
      growth.observe(anchor);
      growth.observe(anchor.ownerDocument.documentElement);
      nudge();
    },
  };
}
