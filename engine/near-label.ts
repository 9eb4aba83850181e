/** Reads the addresses a page shows under a heading or label, outside the form's own fields. */
import { addressesIn, chunksOf } from './chunks';
import { isTextBox } from './entries';
import type { Recognition } from './model';
import { isVisible } from './visible';
import { phraseWords, toWords } from './words';

const headings = 'h1, h2, h3, h4, h5, h6, legend, [role="heading"]';
const borders = 'body, main, dialog, [role="dialog"]';

/** Every address of the part of the page each label stands for, in the page's order. */
export function nearLabel({ block }: Recognition, phrases: readonly string[], own: readonly Element[]): string[] {
  return labelElements(block.ownerDocument.body, phrases).flatMap((label) =>
    partOf(label, own).flatMap((element) => addressesOf(element, own)),
  );
}

function labelElements(body: Element, phrases: readonly string[]): Element[] {
  const wanted = phrases.map(phraseWords);
  return chunksOf(body).flatMap(({ text, node }) => {
    const { parentElement } = node;
    const isNamed = wanted.includes(toWords(text));
    return isNamed && parentElement && isVisible(parentElement) ? [parentElement] : [];
  });
}

/**
 * The largest element around the label without a field of the form; where that holds no address, what follows it, up to
 * the next heading or field.
 */
function partOf(label: Element, own: readonly Element[]): Element[] {
  let part = label;
  while (part.parentElement && !part.parentElement.matches(borders) && !holdsAny(part.parentElement, own)) {
    part = part.parentElement;
  }
  return addressesOf(part, own).length > 0 ? [part] : followers(part, own);
}

function followers(part: Element, own: readonly Element[]): Element[] {
  const following: Element[] = [];
  for (let next = part.nextElementSibling; next; next = next.nextElementSibling) {
    if (next.matches(headings) || next.querySelector(headings) || holdsAny(next, own)) break;
    following.push(next);
  }
  return following;
}

function holdsAny(element: Element, controls: readonly Element[]): boolean {
  return controls.some((control) => element.contains(control));
}

/** From boxes and from text alike, in document order. */
function addressesOf(part: Element, own: readonly Element[]): string[] {
  const pieces: { node: Node; text: string }[] = chunksOf(part);
  for (const box of [part, ...part.querySelectorAll('input, textarea')]) {
    if (isTextBox(box) && !own.includes(box)) pieces.push({ node: box, text: box.value });
  }
  return pieces
    .sort((one, other) => (one.node.compareDocumentPosition(other.node) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1))
    .flatMap(({ text }) => addressesIn(text));
}
