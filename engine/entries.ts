/** Tells apart what can be typed into, what only looks like it, and what is another kind of control. */

export type TextBox = HTMLInputElement | HTMLTextAreaElement;

const textTypes = ['text', 'url', 'password', 'search'];
/** Typed into by a person only: never filled, but named as "left for you". */
const otherEntryTypes = ['date', 'datetime-local', 'month', 'number', 'email', 'tel'];

/** A control of a type that may be filled as text (security.md 7.1). */
export function isTextBox(element: Element): element is TextBox {
  return (
    element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && textTypes.includes(element.type))
  );
}

/** A text control, or another box a person types into. */
export function isEntry(element: Element): element is TextBox {
  return isTextBox(element) || (element instanceof HTMLInputElement && otherEntryTypes.includes(element.type));
}

/** Neither disabled, itself or by its fieldset, nor read-only. */
export function isEditable(element: Element): boolean {
  if (element.matches(':disabled, [aria-disabled="true"], [aria-readonly="true"]')) return false;
  return !((element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) && element.readOnly);
}

/** A choice list, native or dressed: never operated when the recipe expects text. */
export const choiceLists = 'select, [role="combobox"], [aria-haspopup], button[role="button"]';

/** Buttons that are on or off: never operated but by a recipe that knows one. */
export const switches = '[role="switch"]';

/** Without those that a library hides behind a control of its own. */
export const checkboxes = 'input[type="checkbox"]:not([aria-hidden="true"])';
