/** What a page says about a control: label, accessible name, placeholder, attribute words, nearby text. */
import { chunksOf } from './chunks';
import { isEntry } from './entries';
import { wordsOfName } from './words';

type Labelled = HTMLElement & { labels?: NodeListOf<HTMLLabelElement> | null };

/**
 * Sources in order of trust; the first that names a field of the recipe decides. The
 * accessible name is taken apart into its sources: a library that puts it together costs a fifth of the page script.
 */
export function labelsOf(control: Labelled): string[][] {
  const attributes = (...names: string[]): string[] => names.map((name) => control.getAttribute(name) ?? '');
  return [
    labelElements(control).flatMap(textsOf),
    attributes('aria-label', 'title'),
    // An example address is no label: it would name the wrong field by a word in its path.
    attributes('placeholder').filter((text) => !text.includes('://')),
    attributes('name', 'id', 'data-test-id').map(wordsOfName),
    nearby(control),
  ];
}

function labelElements(control: Labelled): Element[] {
  return [...idsIn(control, 'aria-labelledby'), ...(control.labels ?? [])];
}

/** A label's pieces, then the whole, since some pages put every word in an element of its own. */
function textsOf(label: Element): string[] {
  const texts = chunksOf(label).map(({ text }) => text);
  return [...texts, texts.join(' ')];
}

function idsIn(control: Element, attribute: string): Element[] {
  const ids = (control.getAttribute(attribute) ?? '').split(/\s+/).filter(Boolean);
  return ids.flatMap((id) => control.ownerDocument.getElementById(id) ?? []);
}

/**
 * The text of the smallest ancestor that has any and holds no other entry. What stands before the control is its
 * label; what follows is help, unless nothing stands before.
 */
function nearby(control: Element): string[] {
  const help = [...idsIn(control, 'aria-describedby'), ...idsIn(control, 'aria-errormessage')];
  let behind: string[] = [];
  for (let around = control.parentElement; around && isAlone(control, around); around = around.parentElement) {
    const chunks = chunksOf(around, help);
    const before = chunks.filter(({ node }) => isBefore(node, control)).map(({ text }) => text);
    if (before.length > 0) return before;
    if (behind.length === 0) behind = chunks.map(({ text }) => text);
  }
  return behind;
}

function isAlone(control: Element, around: Element): boolean {
  return Array.from(around.querySelectorAll('input, textarea')).every((other) => other === control || !isEntry(other));
}

function isBefore(node: Node, control: Element): boolean {
  return (node.compareDocumentPosition(control) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}
