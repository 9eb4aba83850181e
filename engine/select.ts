/** Finds what a recipe's selectors name inside one part of a page. */
import type { Locator } from '@/recipes/schema';
import { isVisible } from './visible';

/**
 * Elements of the block the first fitting selector names; among several, the one a person sees, or the one at the
 * locator's position, which holds only where there are exactly as many as it says.
 */
export function select(block: Element, { selectors = [], position }: Locator): HTMLElement[] {
  for (const selector of selectors) {
    const all = elementsIn(block, selector);
    const found = position ? all.slice(position.index, position.index + 1) : theOneSeen(all);
    if (found.length > 0 && (!position || all.length === position.of)) return found;
  }
  return [];
}

/** The only one, or the only one that is visible. */
export function selectOne(block: Element, selector: string): HTMLElement | undefined {
  const [element, other] = select(block, { selectors: [selector] });
  return other ? undefined : element;
}

/** Selectors stand alone: they are asked of the document, and only what lies in the block counts. */
export function elementsIn(block: Element, selector: string): HTMLElement[] {
  return Array.from(block.ownerDocument.querySelectorAll<HTMLElement>(selector)).filter((element) =>
    block.contains(element),
  );
}

function theOneSeen(all: HTMLElement[]): HTMLElement[] {
  const seen = all.length > 1 ? all.filter(isVisible) : all;
  return seen.length === 1 ? seen : all;
}
