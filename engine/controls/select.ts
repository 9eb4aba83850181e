/** Chooses in a native choice list: by the option's value, then by its words. */
import { isEditable } from '../entries';
import { isVisible } from '../visible';
import { twoFrames } from '../wait';
import { optionFor } from './choices';
import type { Driver, WriteTask } from './driver';
import { setValue } from './set-value';

export const selectDriver: Driver = {
  state: (element) => {
    if (!(element instanceof HTMLSelectElement) || element.multiple) return 'unfit';
    return isEditable(element) ? 'found' : 'managed';
  },
  read: (element) => (element instanceof HTMLSelectElement ? element.value : null),
  label: (element) => (element instanceof HTMLSelectElement ? (element.selectedOptions[0]?.text ?? '') : ''),
  holds: (element, value) => element instanceof HTMLSelectElement && valueIn(element, value) === element.value,
  write,
};

/** Only what the list offers now can be chosen. */
async function write({ resolve, value, signal }: WriteTask): Promise<boolean> {
  const list = resolve()?.element;
  if (!(list instanceof HTMLSelectElement) || !isEditable(list)) return false;
  const wanted = valueIn(list, value);
  if (wanted === undefined || wanted === list.value) return wanted !== undefined;
  if (!isVisible(list)) return false;
  setValue(list, wanted);
  for (const type of ['input', 'change']) list.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
  await twoFrames(signal);
  const after = resolve()?.element;
  return after !== undefined && selectDriver.holds(after, value);
}

function valueIn(list: HTMLSelectElement, value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const options = Array.from(list.options)
    .filter((option) => !option.matches(':disabled'))
    .map((element) => ({ element, value: element.value, words: element.text }));
  return optionFor(options, value, [value])?.value ?? undefined;
}
