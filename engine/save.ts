/** Knows the page's own Save: to name it in the report, and to keep every click of ours away from it. */
import type { Form } from '@/recipes/schema';
import type { Recognition } from './model';
import { isVisible } from './visible';
import { oneLine, visibleText } from './visible-text';
import { phraseWords, toWords } from './words';

const buttons = 'button, [role="button"], input[type="submit"], input[type="button"]';
const longestName = 60;

export function isSaveButton(element: Element, { save }: Form): boolean {
  if (save.selectors?.some((selector) => element.matches(selector))) return true;
  if (!save.labels || !element.matches(buttons)) return false;
  const name = toWords(nameOf(element));
  return save.labels.map(phraseWords).includes(name);
}

/** Its words as the page shows them, cut; taken from the Save nearest to the form. */
export function saveNameOf({ form, block }: Recognition): string | undefined {
  for (let around: Element | null = block; around; around = around.parentElement) {
    const candidates = around.querySelectorAll([...(form.save.selectors ?? []), buttons].join(', '));
    const save = Array.from(candidates).find((element) => isSaveButton(element, form) && isVisible(element));
    if (save) return nameOf(save).slice(0, longestName) || undefined;
  }
  return undefined;
}

/** "Saving…" often waits, hidden, in the same button. */
function nameOf(element: Element): string {
  return element instanceof HTMLInputElement ? oneLine(element.value) : visibleText(element);
}
