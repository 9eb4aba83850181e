/** Makes every click the engine makes, and refuses whatever could save, submit or lock people out. */
import type { Recognition } from '../model';
import { isSaveButton } from '../save';

const submitters = '[type="submit"], [type="image"], [type="reset"]';

/** Clicks as a script does; `pointer` sends the three mouse events that some widgets wait for. False when refused. */
export function press(target: HTMLElement, recognition: Recognition, how: 'click' | 'pointer' = 'click'): boolean {
  if (!mayPress(target, recognition)) return false;
  if (how === 'click') {
    target.click();
    return true;
  }
  for (const type of ['mousedown', 'mouseup', 'click']) {
    target.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, composed: true, button: 0 }));
  }
  return true;
}

/** A label passes its click on to its control, so both are judged, with everything they lie in. */
function mayPress(target: HTMLElement, recognition: Recognition): boolean {
  if (!target.isConnected) return false;
  if (target instanceof HTMLLabelElement && target.control && !mayTouch(target.control, recognition)) return false;
  return mayTouch(target, recognition);
}

function mayTouch(target: Element, { form }: Recognition): boolean {
  if (form.neverTouch?.some((selector) => target.closest(selector))) return false;
  for (let at: Element | null = target; at; at = at.parentElement) {
    if (submits(at) || isSaveButton(at, form)) return false;
  }
  return true;
}

/** A button without a type submits the form it is in. */
function submits(element: Element): boolean {
  if (element.matches(submitters)) return true;
  return element instanceof HTMLButtonElement && element.type === 'submit' && element.form !== null;
}
