/** The text of an element in pieces as a reader sees them: a label is one piece, the help below it another. */

/** Tags that only dress a few words of a sentence. */
const dressing = 'b, i, em, strong, abbr, mark, sup, sub, u';
/** What is no label: controls, help and error text. */
const noLabel =
  'button, select, option, textarea, script, style, template, small, [hidden], [role="alert"], [role="status"], [aria-live]';

interface Chunk {
  text: string;
  /** Where the piece begins. */
  node: Node;
}

/** The pieces in document order, without blanks around them and without empty ones. */
export function chunksOf(root: Element, without: readonly Element[] = []): Chunk[] {
  const chunks: (Chunk & { parent: Element | null })[] = [];
  for (const node of partsOf(root, without)) {
    const parent = sentenceOf(node, root);
    const last = chunks.at(-1);
    const text = node instanceof Text ? node.data : ' ';
    // A box ends the piece before it; what stands behind it is another one.
    if (node instanceof HTMLInputElement || last?.parent !== parent) chunks.push({ text, node, parent });
    else last.text += text;
  }
  return chunks
    .map(({ text, node }) => ({ text: text.replace(/\s+/g, ' ').trim(), node }))
    .filter(({ text }) => text !== '');
}

/** Text, and what parts it: line ends and boxes. */
function* partsOf(root: Element, without: readonly Element[]): Generator<Node> {
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) => {
    if (!(node instanceof Element) || node.matches('br, input')) return NodeFilter.FILTER_ACCEPT;
    return node.matches(noLabel) || without.includes(node) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
  });
  while (walker.nextNode()) yield walker.currentNode;
}

/** The element whose text a piece belongs to: its parent, or the parent of the dressing around it. */
function sentenceOf(node: Node, root: Element): Element | null {
  let parent = node.parentElement;
  while (parent && parent !== root && parent.matches(dressing)) parent = parent.parentElement;
  return parent;
}

/** Every https address in a text, as it is written: split on blanks, commas and line ends, without final punctuation. */
export function addressesIn(text: string): string[] {
  return text
    .split(/[\s,;]+/)
    .map((part) => part.replace(/^[([{<'"„“«]+|[.:!?)\]}>'"“”’»]+$/gu, ''))
    .filter((part) => /^https?:\/\//i.test(part));
}
