/** Sets the items of a Selectize list in the order given, one tag at a time, with the library's own gestures. */
import { isSameSet } from '../same';
import { isVisible } from '../visible';
import { twoFrames } from '../wait';
import { setItems, type TagBox } from './arrange';
import type { Driver, Target, WriteTask } from './driver';
import { press } from './press';
import { controlOf, dataOf, enterBox, innerInputOf, itemsOf, leaveBox, offersOf, stateOf } from './selectize';
import { enterText } from './set-value';

export const selectizeListDriver: Driver = {
  state: stateOf,
  read: items,
  label: (box) => items(box).join(', '),
  holds: (box, value) => Array.isArray(value) && isSameSet(items(box), value),
  write,
};

async function write(task: WriteTask): Promise<boolean> {
  const { resolve, value, signal } = task;
  const target = resolve();
  const control = target && controlOf(target.element);
  if (!Array.isArray(value) || !control || !isVisible(control)) return false;
  const previous = enterBox(target.element);
  const isSet = await setItems(tagBox(task), value, signal);
  const after = resolve();
  if (after) await leaveBox(after.element, previous, signal);
  // Leaving a box may change it.
  return isSet && isSameSet(items(resolve()?.element ?? target.element), value);
}

function tagBox({ resolve, signal }: WriteTask): TagBox {
  const itemsNow = (): string[] | undefined => {
    const box = resolve()?.element;
    return box && items(box);
  };
  return {
    items: itemsNow,
    add: async (item) => {
      const target = resolve();
      const input = target && innerInputOf(target.element);
      if (!input) return false;
      enterText(input, item, 'insertText');
      take(item, target, input);
      await twoFrames(signal);
      return itemsNow()?.includes(item) === true;
    },
    remove: async (item) => {
      const target = resolve();
      const tag = target && itemsOf(target.element).find((part) => dataOf(part) === item);
      const cross = tag?.querySelector<HTMLElement>('a.remove');
      if (!target || !cross || !press(cross, target.recognition)) return false;
      await twoFrames(signal);
      return itemsNow()?.includes(item) === false;
    },
  };
}

/**
 * Enter takes the option that is active, which for a word inside a longer option is not ours: then ours is pressed.
 * The key has no modifier and stays at the input, where the library listens: no shortcut of the page hears of it. The
 * library reads `keyCode` alone.
 */
function take(value: string, { element, recognition }: Target, input: HTMLInputElement): void {
  const offers = offersOf(element);
  const active = offers.find((offer) => offer.matches('.active'));
  const ours = offers.find((offer) => isOurs(offer, value));
  if (active ? isOurs(active, value) : !ours) enter(input);
  else if (ours) press(ours, recognition, 'pointer');
}

/** The line that offers to create the typed item carries no value. */
function isOurs(offer: HTMLElement, value: string): boolean {
  return offer.matches('.create') || dataOf(offer) === value;
}

function enter(input: HTMLInputElement): void {
  input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', keyCode: 13, cancelable: true }));
}

function items(box: HTMLElement): string[] {
  return itemsOf(box).map(dataOf);
}
