/** What the two Selectize controls share (github.com/selectize/selectize.js, 0.13 and 0.15 alike). */
import { isVisible } from '../visible';
import { pause } from '../wait';
import type { Driver } from './driver';

/** The library closes its list on a real blur; it needs a moment after the focus. */
const focusTime = 50;

export function stateOf(element: HTMLElement): ReturnType<Driver['state']> {
  const control = controlOf(element);
  if (!control) return 'unfit';
  return control.matches('.disabled, .locked') ? 'managed' : 'found';
}

export function controlOf(box: HTMLElement): HTMLElement | null {
  return box.querySelector<HTMLElement>('.selectize-input');
}

export function innerInputOf(box: HTMLElement): HTMLInputElement | null {
  return box.querySelector<HTMLInputElement>('.selectize-input input');
}

export function itemsOf(box: HTMLElement): HTMLElement[] {
  return Array.from(box.querySelectorAll<HTMLElement>('.selectize-input .item[data-value]'));
}

export function dataOf(part: HTMLElement): string {
  return part.getAttribute('data-value') ?? '';
}

/** What the open list offers; closed lists keep their last options in the page. */
export function offersOf(box: HTMLElement): HTMLElement[] {
  const offers = box.querySelectorAll<HTMLElement>('.selectize-dropdown-content [data-selectable]');
  return Array.from(offers).filter(isVisible);
}

/**
 * Takes the focus without moving the page: the library focuses its input with every change, and a browser scrolls to
 * what it focuses, but not to what has the focus already. Gives back who had it.
 */
export function enterBox(box: HTMLElement): Element | null {
  const previous = box.ownerDocument.activeElement;
  innerInputOf(box)?.focus({ preventScroll: true });
  return previous;
}

/** Leaves the box and gives the focus back; a list that stays open would cover the fields below. */
export async function leaveBox(box: HTMLElement, previous: Element | null, signal: AbortSignal): Promise<void> {
  const input = innerInputOf(box);
  const { ownerDocument } = box;
  if (!input || (ownerDocument.activeElement !== input && offersOf(box).length === 0)) return;
  input.focus({ preventScroll: true });
  await pause(focusTime, signal);
  input.blur();
  if (previous instanceof HTMLElement && previous !== input) previous.focus({ preventScroll: true });
}
