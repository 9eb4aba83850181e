/** Writes a text box in the order every framework accepts, and believes only what stays (security.md 7.1). */
import { isEditable, isTextBox, type TextBox } from '../entries';
import { isSame } from '../same';
import { isVisible } from '../visible';
import { twoFrames } from '../wait';
import type { Driver, Target, WriteTask } from './driver';
import { enterText } from './set-value';

export const textDriver: Driver = {
  state: stateOf,
  read: (element) => (isTextBox(element) ? element.value : null),
  label: (element) => (isTextBox(element) ? element.value : ''),
  holds: (element, value) => isTextBox(element) && isSame(element.value, value),
  write: writeText,
};

/** A write that needs no recognised form: any one text box. */
export type TextTask = Pick<WriteTask, 'value' | 'signal'> & { resolve: () => Pick<Target, 'element'> | null };

/** Twice by value and events; then once by the editing command, whose events the browser itself makes. */
export async function writeText({ resolve, value, signal }: TextTask): Promise<boolean> {
  if (typeof value !== 'string') return false;
  for (const enter of [assignText, assignText, insertText]) {
    const box = boxOf(resolve());
    if (!box || signal.aborted) return false;
    enterInto(box, () => enter(box, value));
    await twoFrames(signal);
    const after = boxOf(resolve());
    if (after && isSame(after.value, value)) return true;
  }
  return false;
}

export function stateOf(element: HTMLElement): ReturnType<Driver['state']> {
  if (!isTextBox(element)) return 'unfit';
  return isEditable(element) ? 'found' : 'managed';
}

/** Only a box that a person can see and type into is ever written. */
function boxOf(target: Pick<Target, 'element'> | null): TextBox | null {
  const element = target?.element;
  if (!element?.isConnected || !isTextBox(element) || !isEditable(element)) return null;
  return isVisible(element) ? element : null;
}

function enterInto(box: TextBox, enter: () => void): void {
  const previous = box.ownerDocument.activeElement;
  box.focus({ preventScroll: true });
  enter();
  box.blur();
  if (previous instanceof HTMLElement && previous !== box) previous.focus({ preventScroll: true });
}

function assignText(box: TextBox, value: string): void {
  enterText(box, value, 'insertReplacementText');
  box.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Deprecated, but the only way to make the browser type; the result is read back like any other. */
function insertText(box: TextBox, value: string): void {
  box.select();
  box.ownerDocument.execCommand(value === '' ? 'delete' : 'insertText', false, value);
}
