/** The texts of a page that may be callback addresses, by the sources a recipe names; nothing is judged here. */
import { matchesGlob } from '@/recipes/match';
import type { CallbackSource } from '@/recipes/schema';
import { isTextBox } from './entries';
import { locate } from './locate';
import type { Recognition } from './model';
import { nearLabel } from './near-label';
import { select } from './select';
import { isVisible } from './visible';
import { isSecret } from './wanted';

/** A source that reads what the page shows. */
export type Shown = Exclude<CallbackSource, { how: 'computed' | 'fixed' | 'after-save' }>;

export function textsOf(source: Shown, recognition: Recognition): string[] {
  switch (source.how) {
    case 'text':
      return wordsOf(recognition, source.selector);
    case 'input':
    case 'example':
      return valuesOf(recognition, source.selector);
    case 'address':
      return addressesWith(recognition, source.path);
    case 'field':
      return [textOfField(recognition, source.key) ?? ''];
    case 'near-label':
      return nearLabel(recognition, source.labels, ownControls(recognition));
  }
}

/** What a field of the form holds now; undefined for a secret, and where there is no text. */
export function textOfField(recognition: Recognition, key: string): string | undefined {
  const located = locate(recognition).find(({ field }) => field.key === key);
  if (!located || !('element' in located) || isSecret(located.field) || !isTextBox(located.element)) return undefined;
  return located.element.value.trim() || undefined;
}

function wordsOf({ block }: Recognition, selector: string): string[] {
  return select(block, { selectors: [selector] }).flatMap((element) => element.textContent.split(/\s+/));
}

/** Of boxes what they hold, of other elements their words. */
function valuesOf(recognition: Recognition, selector: string): string[] {
  return select(recognition.block, { selectors: [selector] }).flatMap((element) =>
    isTextBox(element) ? [element.value.trim()] : element.textContent.split(/\s+/),
  );
}

/** Elements that hold nothing but text, and that one address. */
function addressesWith({ block }: Recognition, path: string): string[] {
  return Array.from(block.querySelectorAll(':not(textarea, option, script, style)')).flatMap((element) => {
    const text = element.childElementCount === 0 ? element.textContent.trim() : '';
    const isOurs = URL.canParse(text) && matchesGlob(path, new URL(text).pathname);
    return isOurs && isVisible(element) ? [text] : [];
  });
}

function ownControls(recognition: Recognition): Element[] {
  return locate(recognition).flatMap((located) => ('element' in located ? [located.element] : []));
}
