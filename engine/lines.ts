/** Finds lines of text on a page, whatever elements they are put together from, seen or folded away. */
import { matchesGlob } from '@/recipes/match';
import { oneLine } from './visible-text';

/** A line that names a part of a page is not longer. */
const longestLine = 300;
/** Text that is none of the page's. */
const sources = 'script, style';

/** The smallest elements whose whole text fits the glob, white space counted as one blank. */
export function linesOf(root: Element, glob: string): Element[] {
  const seen = new Set<Element>();
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const lines: Element[] = [];
  while (walker.nextNode()) lines.push(...linesAround(walker.currentNode, glob, seen));
  return lines.filter((one) => !lines.some((other) => other !== one && one.contains(other)));
}

/** Upwards from one text, as long as it is one line; each element is looked at once. */
function linesAround(text: Node, glob: string, seen: Set<Element>): Element[] {
  const lines: Element[] = [];
  for (let at = text.parentElement; at && !seen.has(at) && !at.matches(sources); at = at.parentElement) {
    seen.add(at);
    const line = oneLine(at.textContent);
    if (line.length > longestLine) break;
    if (matchesGlob(glob, line)) lines.push(at);
  }
  return lines;
}
