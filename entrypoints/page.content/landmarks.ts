/** What of a form the panel should not lie on: the page's Save and the fields. */
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
