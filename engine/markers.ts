/** Whether what must be on a page is there, and what must not be is not; the dear looks last. */
import type { Markers } from '@/recipes/schema';
import { linesOf } from './lines';
import { visibleText } from './visible-text';

export function hasMarkers(document: Document, markers: Markers): boolean {
  const { present, absent, absentLines = [], texts = [] } = markers;
  const isThere = (selector: string): boolean => document.querySelector(selector) !== null;
  if (!present.every(isThere) || absent?.some(isThere)) return false;
  const isSaid = texts.every(({ selector, oneOf }) =>
    Array.from(document.querySelectorAll(selector)).some((element) => oneOf.includes(visibleText(element))),
  );
  return isSaid && absentLines.every((line) => linesOf(document.body, line).length === 0);
}
