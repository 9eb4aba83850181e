/** Sets the tags of a box as a person does: a word and a key for each, the cross for each that goes. */
import type { Control } from '@/recipes/schema';
import { isEditable } from '../entries';
import { isSameSet } from '../same';
import { isVisible } from '../visible';
import { oneLine, textWithout } from '../visible-text';
import { twoFrames } from '../wait';
import { setItems, type TagBox } from './arrange';
import type { Driver, WriteTask } from './driver';
import { press } from './press';
import { enterText } from './set-value';

type Tags = Extract<Control, { kind: 'tags' }>;

export function tagsDriver(control: Tags): Driver {
  const read = (box: HTMLElement): string[] => tagsIn(box, control).map(({ text }) => text);
  return {
    state: (box) => {
      const input = inputIn(box, control);
      if (!input) return 'unfit';
      return isEditable(input) ? 'found' : 'managed';
    },
    read,
    label: (box) => read(box).join(', '),
    holds: (box, value) => Array.isArray(value) && isSameSet(read(box), value),
    write: async (task) => {
      const box = task.resolve()?.element;
      if (!Array.isArray(task.value) || !box || !isVisible(box)) return false;
      return setItems(tagBox(task, control), task.value, task.signal);
    },
  };
}

/** After every step a page has time to draw: some forget a step that comes in the same turn (page sheet palmr.md). */
function tagBox({ resolve, signal }: WriteTask, control: Tags): TagBox {
  const items = (): string[] | undefined => {
    const box = resolve()?.element;
    return box && tagsIn(box, control).map(({ text }) => text);
  };
  const input = (): HTMLInputElement | null | undefined => {
    const box = resolve()?.element;
    return box && inputIn(box, control);
  };
  const type = async (text: string): Promise<void> => {
    const box = input();
    if (box) enterText(box, text, 'insertText');
    await twoFrames(signal);
  };
  return {
    items,
    add: async (item) => {
      await type(item);
      input()?.dispatchEvent(pressOf(control.key));
      await twoFrames(signal);
      const isTaken = items()?.includes(item) === true;
      // What is left in the box would become a tag when the box is left.
      if (!isTaken) await type('');
      return isTaken;
    },
    remove: async (item) => {
      const target = resolve();
      const tag = target && tagsIn(target.element, control).find(({ text }) => text === item);
      if (!target || !tag?.cross || !press(tag.cross, target.recognition)) return false;
      await twoFrames(signal);
      return items()?.includes(item) === false;
    },
  };
}

/** It bubbles, since some frameworks listen at the root of the page; without a modifier it is no shortcut. */
function pressOf(key: Tags['key']): KeyboardEvent {
  const names = key === ',' ? { key, code: 'Comma', keyCode: 188 } : { key: 'Enter', code: 'Enter', keyCode: 13 };
  return new KeyboardEvent('keydown', { ...names, bubbles: true, cancelable: true });
}

function inputIn(box: HTMLElement, control: Tags): HTMLInputElement | null {
  return box.querySelector<HTMLInputElement>(control.input);
}

function tagsIn(box: HTMLElement, control: Tags): { text: string; cross: HTMLElement | null }[] {
  return Array.from(box.querySelectorAll<HTMLElement>(control.tag), (tag) => {
    const cross = tag.querySelector<HTMLElement>(control.cross);
    return { text: oneLine(textWithout(tag, cross ? [cross] : [])), cross };
  });
}
