// @vitest-environment node
/** Every code a check can give has its words in both languages, with the places for its substitutions. */
import { expect, it } from 'vitest';
import de from '@/locales/de.json';
import en from '@/locales/en.json';
import { fieldMessageCodes } from '@/profiles/messages';

it.each(fieldMessageCodes)('%s has words', (code) => {
  const [english, german] = [en.field[code], de.field[code]];
  expect(english).toMatch(/\S+ \S+/);
  expect(german).toMatch(/\S+ \S+/);
  expect(placesIn(german)).toEqual(placesIn(english));
});

function placesIn(words: string): string[] {
  return (words.match(/\$\d/g) ?? []).sort();
}
