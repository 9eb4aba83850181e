/** Decides whether a press may count: only a person's, on a control that has stood in plain sight long enough. */
import { probes } from './position';

/** A control must have been visible and unmoved for this long (security rules, clickjacking guard). */
export const settleTime = 500;

/** Presses that lead to values; the others only close, hide or scroll. */
const guarded = '[data-guarded]';

/**
 * Stops presses that must not count, before any handler of the views hears them: made by a script, too soon after
 * the control appeared or moved, on a box that is hidden, covered or partly out of the window.
 */
export function guardPresses(mount: HTMLElement, host: HTMLElement, isSettled: () => boolean): void {
  const refuse = (event: Event): void => {
    const control = event.target instanceof Element ? event.target.closest(guarded) : null;
    if (!control || (event.isTrusted && isSettled() && isInPlainSight(control, host))) return;
    event.stopImmediatePropagation();
    event.preventDefault();
  };
  mount.addEventListener('click', refuse, { capture: true });
}

function isInPlainSight(control: Element, host: HTMLElement): boolean {
  const { ownerDocument } = host;
  if (!ownerDocument.hasFocus() || !isDrawnPlainly(host)) return false;
  return probes(control.getBoundingClientRect(), 3).every(
    ({ left, top }) => ownerDocument.elementFromPoint(left, top) === host,
  );
}

/** Our own sheet resets all of this; the page can still reach it by script. */
function isDrawnPlainly(host: HTMLElement): boolean {
  if (!host.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true })) {
    return false;
  }
  const { opacity, filter, transform, clipPath, maskImage, mixBlendMode } = getComputedStyle(host);
  const none = [filter, transform, clipPath, maskImage].every((value) => value === 'none');
  return none && opacity === '1' && mixBlendMode === 'normal';
}
