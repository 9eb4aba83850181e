/** Gives a native control its value in the way every framework hears of, in the page's world as in our own. */

/**
 * By the setter of the control's own prototype: frameworks put one of theirs on the element, and take a value that came
 * through it for their own.
 */
export function setValue(control: HTMLElement, value: string): void {
  Reflect.set(Object.getPrototypeOf(control), 'value', value, control);
}

/** Sets the value and says so, as typing does. */
export function enterText(box: HTMLElement, text: string, inputType: string): void {
  setValue(box, text);
  box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType }));
}
