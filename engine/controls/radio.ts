/** Chooses one radio button of a group, native or dressed, by a click and by nothing else. */
import { isEditable } from '../entries';
import { isVisible } from '../visible';
import { visibleText } from '../visible-text';
import { twoFrames, until } from '../wait';
import { type Option, optionFor } from './choices';
import type { Driver, WriteTask } from './driver';
import { press } from './press';

/** How long a page may take to show the choice it was given. */
const longestWait = 1000;

export const radioDriver: Driver = {
  state: (element) => {
    const options = optionsOf(element);
    if (options.length === 0) return 'unfit';
    return options.some((option) => isEditable(option.element)) ? 'found' : 'managed';
  },
  read: (element) => {
    const chosen = chosenIn(element);
    return chosen ? (chosen.value ?? chosen.words) : '';
  },
  label: (element) => chosenIn(element)?.words ?? '',
  holds,
  write,
};

async function write({ resolve, value, signal }: WriteTask): Promise<boolean> {
  const target = resolve();
  const option = target && optionIn(target.element, value);
  if (!option || !isEditable(option.element)) return false;
  if (isChosen(option)) return true;
  const seen = [option.element, ...labelsOf(option.element)].find(isVisible);
  if (!seen || !press(seen, target.recognition)) return false;
  await twoFrames(signal);
  const isSet = (): boolean => {
    const element = resolve()?.element;
    return element !== undefined && holds(element, value);
  };
  return until(isSet, longestWait, signal);
}

function holds(element: HTMLElement, value: unknown): boolean {
  const option = optionIn(element, value);
  return option !== undefined && isChosen(option);
}

function optionIn(element: HTMLElement, value: unknown): Option | undefined {
  return typeof value === 'string' ? optionFor(optionsOf(element), value, [value]) : undefined;
}

function chosenIn(element: HTMLElement): Option | undefined {
  return optionsOf(element).find(isChosen);
}

function isChosen({ element }: Option): boolean {
  return element instanceof HTMLInputElement ? element.checked : element.getAttribute('aria-checked') === 'true';
}

function optionsOf(element: HTMLElement): Option[] {
  return groupOf(element).map((radio) => ({
    element: radio,
    value: radio.getAttribute('value') ?? radio.getAttribute('data-value'),
    words: [...labelsOf(radio), radio].map(visibleText).find((text) => text !== '') ?? radio.ariaLabel ?? '',
  }));
}

/** Radio buttons of one name in one form, or of one group of the role. */
function groupOf(element: HTMLElement): HTMLElement[] {
  const isNative = element instanceof HTMLInputElement;
  if (isNative && element.type !== 'radio') return [];
  if (!isNative) {
    const group = element.closest('[role="radiogroup"]');
    return Array.from(group?.querySelectorAll<HTMLElement>('[role="radio"]') ?? []);
  }
  const all = element.ownerDocument.querySelectorAll<HTMLInputElement>('input[type="radio"]');
  return Array.from(all).filter((other) => other.name === element.name && other.form === element.form);
}

function labelsOf(element: HTMLElement): HTMLElement[] {
  return 'labels' in element && element.labels instanceof NodeList
    ? Array.from(element.labels).filter((label) => label instanceof HTMLElement)
    : [];
}
