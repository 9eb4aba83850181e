/** Sets the items of a Selectize list in the order given, one tag at a time, with the library's own gestures. */
import { isSameSet } from '../same';
import { isVisible } from '../visible';
import { twoFrames } from '../wait';
import type { Driver, Target, WriteTask } from './driver';
import { press } from './press';
import { controlOf, dataOf, enterBox, innerInputOf, itemsOf, leaveBox, offersOf, stateOf } from './selectize';

export const selectizeListDriver: Driver = {
  state: stateOf,
  read: items,
  label: (box) => items(box).join(', '),
  holds: (box, value) => Array.isArray(value) && isSameSet(items(box), value),
  write,
};

/** A list that could not be set is put back as it was: half a list would be saved without anybody's wish. */
async function write({ resolve, value, signal }: WriteTask): Promise<boolean> {
  const target = resolve();
  const control = target && controlOf(target.element);
  if (!Array.isArray(value) || !control || !isVisible(control)) return false;
  const before = items(target.element);
  const previous = enterBox(target.element);
  const isSet = await arrange(value, resolve, signal);
  if (!isSet) await arrange(before, resolve, signal);
  const after = resolve();
  if (after) await leaveBox(after.element, previous, signal);
  return isSet && isSameSet(items(resolve()?.element ?? target.element), value);
}

/** Items that stand in the wanted order already are kept; from the first that does not, all are set anew. */
async function arrange(wanted: readonly string[], resolve: Resolve, signal: AbortSignal): Promise<boolean> {
  const target = resolve();
  if (!target) return false;
  const { kept, surplus } = compare(items(target.element), wanted);
  for (const item of surplus.toReversed()) {
    if (signal.aborted || !(await remove(item, resolve, signal))) return false;
  }
  for (const item of wanted.slice(kept)) {
    if (signal.aborted || !(await add(item, resolve, signal))) return false;
  }
  return true;
}

function compare(now: readonly string[], wanted: readonly string[]): { kept: number; surplus: string[] } {
  const mismatch = now.findIndex((item, index) => item !== wanted[index]);
  const kept = mismatch < 0 ? now.length : mismatch;
  return { kept, surplus: now.slice(kept) };
}

type Resolve = () => Target | null;

async function remove(value: string, resolve: Resolve, signal: AbortSignal): Promise<boolean> {
  const target = resolve();
  const item = target && itemsOf(target.element).find((part) => dataOf(part) === value);
  const cross = item?.querySelector<HTMLElement>('a.remove');
  if (!target || !cross || !press(cross, target.recognition)) return false;
  await twoFrames(signal);
  const after = resolve();
  return after !== null && !items(after.element).includes(value);
}

async function add(value: string, resolve: Resolve, signal: AbortSignal): Promise<boolean> {
  const target = resolve();
  const input = target && innerInputOf(target.element);
  if (!target || !input) return false;
  input.value = value;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertText' }));
  take(value, target, input);
  await twoFrames(signal);
  const after = resolve();
  return after !== null && items(after.element).includes(value);
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
