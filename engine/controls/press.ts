/** Makes every click the engine makes, and refuses whatever could save, submit or lock people out. */
import type { Recognition } from '../model';
import { isSaveButton } from '../save';
import { savingControls } from '../saves-at-once';

const submitters = '[type="submit"], [type="image"], [type="reset"]';

/** Clicks as a script does; `pointer` sends all that a mouse sends, which some widgets wait for. False when refused. */
export function press(target: HTMLElement, recognition: Recognition, how: 'click' | 'pointer' = 'click'): boolean {
  if (!mayPress(target, recognition)) return false;
  if (how === 'click') {
    target.click();
    return true;
  }
  const mouse = { bubbles: true, cancelable: true, composed: true, button: 0 };
  for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) {
    const isPointer = type.startsWith('pointer');
    target.dispatchEvent(
      isPointer
        ? new PointerEvent(type, { ...mouse, pointerType: 'mouse', pointerId: 1, isPrimary: true })
        : new MouseEvent(type, mouse),
    );
  }
  return true;
}

/** A label passes its click on to its control, so both are judged, with everything they lie in. */
function mayPress(target: HTMLElement, recognition: Recognition): boolean {
  if (!target.isConnected) return false;
  const label = target.closest('label');
  return [target, label?.control].every((element) => !element || mayTouch(element, recognition));
}

function mayTouch(target: Element, recognition: Recognition): boolean {
  const { form } = recognition;
  if (form.neverTouch?.some((selector) => target.closest(selector))) return false;
  if (savingControls(recognition).some((saving) => saving.contains(target) || target.contains(saving))) return false;
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
