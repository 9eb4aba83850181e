/** Sets a checkbox or switch by at most one click, and checks that it stayed. */
import { checkboxes, isEditable, switches } from '../entries';
import { isVisible } from '../visible';
import { twoFrames, until } from '../wait';
import type { Driver, WriteTask } from './driver';
import { press } from './press';

/** How long a page may take to show what it was given. */
const longestWait = 500;

export const checkboxDriver: Driver = {
  state: (element) => {
    if (!isBox(element)) return 'unfit';
    return isEditable(element) ? 'found' : 'managed';
  },
  read: isChecked,
  label: () => '',
  holds: (element, value) => isChecked(element) === value,
  write,
};

/** Setting `checked` by script is not seen by React and may jam the box, so it is only ever clicked. */
async function write({ resolve, value, signal }: WriteTask): Promise<boolean> {
  const target = resolve();
  if (!target || !isEditable(target.element)) return false;
  if (isChecked(target.element) === value) return true;
  if (!isSeen(target.element) || !press(target.element, target.recognition)) return false;
  await twoFrames(signal);
  const isSet = (): boolean => {
    const after = resolve();
    return after !== null && isChecked(after.element) === value;
  };
  return until(isSet, longestWait, signal);
}

function isBox(element: HTMLElement): boolean {
  return element.matches(`${checkboxes}, ${switches}, [role="checkbox"]`);
}

function isChecked(element: HTMLElement): boolean {
  return element instanceof HTMLInputElement ? element.checked : element.getAttribute('aria-checked') === 'true';
}

/** A dressed box may be invisible itself; then its label shows it. */
function isSeen(element: HTMLElement): boolean {
  const labels = element instanceof HTMLInputElement ? Array.from(element.labels ?? []) : [];
  return [element, ...labels].some(isVisible);
}
