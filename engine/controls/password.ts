/** Writes a secret, opening its box first where a link hides it; never reads one out. */
import type { Control } from '@/recipes/schema';
import { isTextBox } from '../entries';
import { isVisible } from '../visible';
import { until } from '../wait';
import type { Driver, Target, WriteTask } from './driver';
import { press } from './press';
import { stateOf, writeText } from './text';

type Password = Extract<Control, { kind: 'password' }>;

const revealTime = 500;

export function passwordDriver({ reveal, eye }: Password): Driver {
  return {
    state: (element) => (eye && isTextBox(element) && element.type !== 'password' ? 'exposed' : stateOf(element)),
    read: () => null,
    label: () => '',
    // A box that was closed again is left out by the page's Save, whatever it holds.
    holds: (element, value) => isTextBox(element) && element.value === value && isVisible(element),
    write: async (task) => (await open(task, reveal)) && writeText(task),
  };
}

/** True when the box can be seen, at once or after a press on the one visible link. */
async function open({ resolve, signal }: WriteTask, reveal: string | undefined): Promise<boolean> {
  const isOpen = (): boolean => isSeen(resolve());
  if (isOpen()) return true;
  const target = resolve();
  if (!target || reveal === undefined) return false;
  const links = Array.from(target.recognition.block.querySelectorAll<HTMLElement>(reveal)).filter(isVisible);
  const [link] = links;
  if (!link || links.length > 1 || !press(link, target.recognition)) return false;
  return until(isOpen, revealTime, signal);
}

function isSeen(target: Target | null): boolean {
  return target !== null && isVisible(target.element);
}
