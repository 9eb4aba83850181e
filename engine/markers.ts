/** Whether what must be on a page is there, and what must not be is not; the dear looks last. */
import type { Markers } from '@/recipes/schema';
import { visibleText } from './visible-text';

export function hasMarkers(document: Document, { present, absent, texts = [] }: Markers): boolean {
  const isThere = (selector: string): boolean => document.querySelector(selector) !== null;
  if (!present.every(isThere) || absent?.some(isThere)) return false;
  return texts.every(({ selector, oneOf }) =>
    Array.from(document.querySelectorAll(selector)).some((element) => oneOf.includes(visibleText(element))),
  );
}
