/** Where the button stands, and what the panel should not lie on: the page's Save and the fields. */
import { locate } from '@/engine/locate';
import type { Recognition } from '@/engine/model';
import { isSaveButton } from '@/engine/save';
import type { FieldKey, Form } from '@/recipes/schema';

const buttons = 'button, [role="button"], input[type="submit"], input[type="button"]';

export function savesOf(form: Form): Element[] {
  return Array.from(document.querySelectorAll(buttons)).filter((element) => isSaveButton(element, form));
}

/** The controls found on the page now; all of them, or those of the named fields. */
export function fieldsOf(found: Recognition | null, keys?: FieldKey[]): HTMLElement[] {
  if (!found) return [];
  return locate(found).flatMap((located) => {
    const isWanted = !keys || keys.includes(located.field.key);
    return isWanted && 'element' in located ? [located.element] : [];
  });
}

/** The recipe's place for the button, looked up anew: apps replace it, and show the same ids in a dialog once more. */
export function anchorOf(found: Recognition | null): Element | null {
  if (!found) return null;
  const { block, form } = found;
  const { beside } = form.button;
  if (beside === 'block') return block.isConnected ? block : null;
  const places = Array.from(document.querySelectorAll(beside));
  return places.find((place) => block.contains(place)) ?? places[0] ?? null;
}
