/** Looks at a control at the moment of a press: whether a person can see what is pressed, all of it, and the pointer. */
import type { Refusal } from '@/messaging/page-protocol';
import { type Box, type Point, probes } from './position';

export interface Scene {
  host: HTMLElement;
  /** Where the box was put last; null while it is hidden. */
  placed(): Point | null;
}

type Holds = (control: HTMLElement, scene: Scene) => boolean;

/** What speaks against a press on this control now; null when nothing does. Reads layout, changes nothing. */
export function lookAt(control: HTMLElement, scene: Scene): Refusal | null {
  return checks.find(([, holds]) => !holds(control, scene))?.[0] ?? null;
}

/** Security rules, section 3.3, points 1 to 5; a box of the top layer takes no effects over from its ancestors. */
const checks: [Refusal, Holds][] = [
  ['not-in-front', isInFront],
  ['hidden', isDrawn],
  ['hidden', hasNoEffects],
  ['hidden', isWhole],
  ['hidden', isInPlace],
  ['covered', isUncovered],
  ['cursor', showsPointer],
];

/** A frame with the focus gets the keys, even in a window that is in front. */
function isInFront(_control: HTMLElement, { host }: Scene): boolean {
  const { ownerDocument } = host;
  return ownerDocument.hasFocus() && !ownerDocument.activeElement?.matches('iframe, frame, object, embed');
}

function isDrawn(control: HTMLElement, { host }: Scene): boolean {
  const whole = { opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true };
  return host.matches(':popover-open') && control.checkVisibility(whole);
}

/** Our own sheet resets all of this on the box, and the page can't reach inside; this is the second lock. */
function hasNoEffects(control: HTMLElement, { host }: Scene): boolean {
  const inside = withAncestors(control);
  const ours = inside.slice(0, inside.indexOf(host) + 1);
  return inside.every(isOpaque) && [...ours, host.ownerDocument.documentElement].every(isStraight);
}

function isOpaque(element: Element): boolean {
  const { opacity, filter, maskImage, clipPath, mixBlendMode } = getComputedStyle(element);
  const none = [filter, maskImage, clipPath].every((value) => value === 'none');
  return none && opacity === '1' && mixBlendMode === 'normal';
}

/** Dialogs of honest apps are centred by a transform, which does not reach the top layer: see `isInPlace`. */
function isStraight(element: Element): boolean {
  const { transform, translate, scale, rotate } = getComputedStyle(element);
  return [transform, translate, scale, rotate].every((value) => value === 'none');
}

/** The least size of anything to be pressed (WCAG 2.2, 2.5.8). */
const least = 24;

/** As large as it was laid out, which the zoom of an ancestor changes, and nowhere out of the window. */
function isWhole(control: HTMLElement): boolean {
  const { left, top, right, bottom, width, height } = control.getBoundingClientRect();
  const isAsLaidOut = isNear(width, control.offsetWidth) && isNear(height, control.offsetHeight);
  const isInWindow = left >= 0 && top >= 0 && right <= window.innerWidth && bottom <= window.innerHeight;
  return isAsLaidOut && isInWindow && width >= least && height >= least;
}

function isInPlace(_control: HTMLElement, { host, placed }: Scene): boolean {
  const point = placed();
  const { left, top } = host.getBoundingClientRect();
  return point !== null && isNear(left, point.left) && isNear(top, point.top);
}

function isUncovered(control: HTMLElement, { host }: Scene): boolean {
  const points = probes(control.getBoundingClientRect(), 3);
  return points.every(({ left, top }) => host.ownerDocument.elementFromPoint(left, top) === host);
}

/** How far around the box the pointer must be the browser's own. */
const surroundings = 8;

/** A pointer that the page hides or draws itself may seem to be elsewhere. */
function showsPointer(_control: HTMLElement, { host }: Scene): boolean {
  return pointsAround(host.getBoundingClientRect()).every(({ left, top }) => {
    const below = host.ownerDocument.elementsFromPoint(left, top).find((element) => element !== host);
    return !below || !/^(none|url\()/.test(getComputedStyle(below).cursor);
  });
}

function pointsAround(box: Box): Point[] {
  return probes(box, -surroundings);
}

/** From the inside of shadow roots out to the root element. */
function withAncestors(element: Element): Element[] {
  const root = element.getRootNode();
  const parent = element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
  return parent ? [element, ...withAncestors(parent)] : [element];
}

function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) <= 1;
}
