/** Tells which of several options a recipe means: by the value it carries, else by the words a person sees. */
import { phraseWords, toWords } from '../words';

export interface Option {
  element: HTMLElement;
  value: string | null;
  words: string;
}

/** Undefined when none fits, or several by their words. */
export function optionFor(options: readonly Option[], value: string, phrases: readonly string[]): Option | undefined {
  const byValue = options.find((option) => option.value === value);
  if (byValue) return byValue;
  const wanted = phrases.map(phraseWords);
  const [option, other] = options.filter(({ words }) => wanted.includes(toWords(words)));
  return other ? undefined : option;
}
