/** The text of an element in pieces as a reader sees them: a label is one piece, the help below it another. */

/** Tags that only dress a few words of a sentence. */
const dressing = 'b, i, em, strong, abbr, mark, sup, sub, u';
/** What is no label: controls, help and error text. */
const noLabel =
  'button, select, option, textarea, script, style, template, small, [hidden], [role="alert"], [role="status"], [aria-live]';

/** The pieces in document order, without blanks around them and without empty ones. */
export function chunksOf(root: Element, without: readonly Element[] = []): { text: string; node: Node }[] {
  const chunks: { text: string; node: Node; parent: Element | null }[] = [];
  for (const node of textNodes(root, without)) {
    const parent = sentenceOf(node, root);
    const last = chunks.at(-1);
    if (last && last.parent === parent) last.text += node.data;
    else chunks.push({ text: node.data, node, parent });
  }
  return chunks
    .map(({ text, node }) => ({ text: text.replace(/\s+/g, ' ').trim(), node }))
    .filter(({ text }) => text !== '');
}

function* textNodes(root: Element, without: readonly Element[]): Generator<Text> {
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) => {
    if (!(node instanceof Element)) return NodeFilter.FILTER_ACCEPT;
    return node.matches(noLabel) || without.includes(node) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
  });
  while (walker.nextNode()) {
    if (walker.currentNode instanceof Text) yield walker.currentNode;
  }
}

/** The element whose text a piece belongs to: its parent, or the parent of the dressing around it. */
function sentenceOf(node: Text, root: Element): Element | null {
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
