/** Makes every click the engine makes, and refuses whatever could save, submit or lock people out. */
import type { Recognition } from '../model';
import { isSaveButton } from '../save';
import { savingControls } from '../saves-at-once';
import { twoFrames } from '../wait';

const submitters = '[type="submit"], [type="image"], [type="reset"]';

const down = ['pointerdown', 'mousedown'];
const up = ['pointerup', 'mouseup', 'click'];

/** Clicks as a script does; `pointer` sends all that a mouse sends, which some widgets wait for. False when refused. */
export function press(target: HTMLElement, recognition: Recognition, how: 'click' | 'pointer' = 'click'): boolean {
  if (!mayPress(target, recognition)) return false;
  if (how === 'click') target.click();
  else send(target, [...down, ...up]);
  return true;
}

/**
 * The same, with the time a hand takes between down and up: some lists open on the one, and pass over the next other,
 * since it is that of the press that opened them (github.com/radix-ui/primitives, Select 2).
 */
export async function pressAndRelease(
  target: HTMLElement,
  recognition: Recognition,
  signal: AbortSignal,
): Promise<boolean> {
  if (!mayPress(target, recognition)) return false;
  send(target, down);
  await twoFrames(signal);
  if (mayPress(target, recognition)) send(target, up);
  return true;
}

function send(target: HTMLElement, types: readonly string[]): void {
  const mouse = { bubbles: true, cancelable: true, composed: true, button: 0 };
  const pointer = { ...mouse, pointerType: 'mouse', pointerId: 1, isPrimary: true };
  for (const type of types) {
    target.dispatchEvent(type.startsWith('pointer') ? new PointerEvent(type, pointer) : new MouseEvent(type, mouse));
  }
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
