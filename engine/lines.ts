/** Finds lines of text on a page, whatever elements they are put together from, seen or folded away. */
import { matchesGlob } from '@/recipes/match';
import { oneLine } from './visible-text';

/** A line that names a part of a page is not longer. */
const longestLine = 300;

/** The smallest elements whose whole text fits the glob, white space counted as one blank. */
export function linesOf(root: Element, glob: string): Element[] {
  const lines = new Set<Element>();
  const seen = new Set<Element>();
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    for (let at = walker.currentNode.parentElement; at && !seen.has(at); at = at.parentElement) {
      seen.add(at);
      const text = oneLine(at.textContent);
      if (text.length > longestLine) break;
      if (matchesGlob(glob, text)) lines.add(at);
    }
  }
  return [...lines].filter((one) => ![...lines].some((other) => other !== one && one.contains(other)));
}
