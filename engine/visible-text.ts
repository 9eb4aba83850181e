/** The text of an element as a person sees it: without hidden parts, with single blanks. */
export function visibleText(element: Element): string {
  const hidden = [element, ...element.querySelectorAll('*')].filter((part) => !part.checkVisibility());
  return oneLine(textWithout(element, hidden));
}

/** Single blanks, none around; what cannot be seen counts as a blank. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
}

/** The text of a part of a page, without that of the parts named. */
export function textWithout(node: Node, parts: readonly Element[]): string {
  if (node instanceof Text) return node.data;
  if (node instanceof Element && parts.includes(node)) return '';
  return Array.from(node.childNodes, (child) => textWithout(child, parts)).join('');
}
