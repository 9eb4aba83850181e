/** Puts one text into the text field that has the focus, as the popup asked. */
import { writeText } from '@/engine/controls/text';

/** True when the field kept it; false when no text field has the focus, or the page refused. */
export async function putText(document: Document, text: string, signal: AbortSignal): Promise<boolean> {
  const element = focusedIn(document);
  if (!(element instanceof HTMLElement)) return false;
  const isKept = await writeText({ resolve: () => ({ element }), value: text, signal });
  element.focus({ preventScroll: true });
  return isKept;
}

/** The focused element itself, through the open shadow roots of the page. */
function focusedIn(root: DocumentOrShadowRoot): Element | null {
  const { activeElement } = root;
  return activeElement?.shadowRoot ? focusedIn(activeElement.shadowRoot) : activeElement;
}
