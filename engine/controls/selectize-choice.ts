/** Chooses one option of a Selectize box as a person does: open the list, press the option. */
import { isVisible } from '../visible';
import { pause, until } from '../wait';
import type { Driver, WriteTask } from './driver';
import { press } from './press';
import { controlOf, dataOf, itemsOf, leaveBox, offersOf, stateOf } from './selectize';

const listTime = 500;
/** EspoCRM's box takes the focus back 50 ms after a choice, and cannot be left for 100 ms (`client/src/ui/select.js`). */
const choiceTime = 150;

export const selectizeChoiceDriver: Driver = {
  state: stateOf,
  read: chosen,
  label: (box) => itemsOf(box)[0]?.textContent?.trim() ?? '',
  holds: (box, value) => chosen(box) === value,
  write,
};

/** Its hidden `select` is never written: it holds only the option in use, and the box would not follow. */
async function write({ resolve, value, signal }: WriteTask): Promise<boolean> {
  const target = resolve();
  if (!target) return false;
  if (chosen(target.element) === value) return true;
  const control = controlOf(target.element);
  const previous = target.element.ownerDocument.activeElement;
  if (!control || !isVisible(control) || !press(control, target.recognition, 'pointer')) return false;
  const option = (): HTMLElement | undefined =>
    offersOf(resolve()?.element ?? target.element).find((offer) => dataOf(offer) === value);
  await until(() => option() !== undefined, listTime, signal);
  const offer = option();
  if (offer) press(offer, target.recognition, 'pointer');
  await pause(choiceTime, signal);
  const after = resolve()?.element;
  if (after) await leaveBox(after, previous, signal);
  return after !== undefined && chosen(after) === value;
}

function chosen(box: HTMLElement): string {
  const [item] = itemsOf(box);
  return item ? dataOf(item) : '';
}
