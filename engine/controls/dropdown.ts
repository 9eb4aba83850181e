/** Chooses in a list that a button opens, anywhere in the page, as a person's mouse does. */
import type { Control } from '@/recipes/schema';
import { isEditable, isTextBox } from '../entries';
import type { Recognition } from '../model';
import { isVisible } from '../visible';
import { oneLine } from '../visible-text';
import { twoFrames, until } from '../wait';
import { toWords } from '../words';
import { optionFor } from './choices';
import type { Driver, WriteTask } from './driver';
import { press, pressAndRelease } from './press';

type Dropdown = Extract<Control, { kind: 'dropdown' }>;

/** How long a list may take to open, to close, and the button to show the choice. */
const longestWait = 1000;

export function dropdownDriver({ options }: Dropdown): Driver {
  const phrasesOf = (value: string): string[] => options.find((option) => option.value === value)?.labels ?? [value];
  /** The option whose words the button shows; else those words. */
  const read = (button: HTMLElement): string => {
    const words = toWords(wordsOn(button));
    const known = options.find(({ labels }) => labels.some((label) => toWords(label) === words));
    return known?.value ?? wordsOn(button);
  };
  const holds: Driver['holds'] = (button, value) => read(button) === value;
  return {
    state: (element) => {
      if (isTextBox(element) || element instanceof HTMLSelectElement) return 'unfit';
      return isEditable(element) ? 'found' : 'managed';
    },
    read,
    label: wordsOn,
    holds,
    write: async (task) => {
      const target = task.resolve();
      if (!target || typeof task.value !== 'string' || !isEditable(target.element)) return false;
      if (holds(target.element, task.value)) return true;
      if (!(await choose(task, task.value, phrasesOf(task.value)))) return false;
      const isShown = (): boolean => {
        const button = task.resolve()?.element;
        return button !== undefined && holds(button, task.value);
      };
      return until(isShown, longestWait, task.signal);
    },
  };
}

/** Opens the list and presses the one option; a list that has not got it is closed the way it was opened. */
async function choose({ resolve, signal }: WriteTask, value: string, phrases: string[]): Promise<boolean> {
  const target = resolve();
  if (!target || !isVisible(target.element)) return false;
  const { element: button, recognition } = target;
  const { activeElement } = button.ownerDocument;
  const others = offersIn(button.ownerDocument);
  const offers = (): HTMLElement[] => offersIn(button.ownerDocument).filter((offer) => !others.includes(offer));
  const isOpen = (): boolean => offers().length > 0;
  if (!(await pressAndRelease(button, recognition, signal))) return false;
  await until(isOpen, longestWait, signal);
  const isPressed = pressOption(offers(), value, phrases, recognition);
  await twoFrames(signal);
  const now = resolve()?.element;
  if (!isPressed && now && isOpen()) await pressAndRelease(now, recognition, signal);
  await until(() => !isOpen(), longestWait, signal);
  if (activeElement instanceof HTMLElement) activeElement.focus({ preventScroll: true });
  return isPressed;
}

function pressOption(offers: HTMLElement[], value: string, phrases: string[], recognition: Recognition): boolean {
  const options = offers.map((element) => ({
    element,
    value: element.getAttribute('data-value') ?? element.getAttribute('value'),
    words: element.textContent,
  }));
  const option = optionFor(options, value, phrases)?.element;
  return option !== undefined && isEditable(option) && press(option, recognition, 'pointer');
}

/** What open lists offer: those that are closed may stay in the page. */
function offersIn(document: Document): HTMLElement[] {
  return Array.from(document.querySelectorAll<HTMLElement>('[role="option"]')).filter(isVisible);
}

/** A button without a choice may say what to do with it. */
function wordsOn(button: HTMLElement): string {
  return button.matches('[data-placeholder]') ? '' : oneLine(button.textContent);
}
