/**
 * The words of `locales`, by typed keys. One signature for every key: of the generated overloads each one compares each key
 * with all of them, which made the check of types twenty seconds longer.
 */
import { i18n as generated, type GeneratedI18nStructure as Keys } from '#i18n';

type Text = string | number;

/** As many as the sentence has places, `$1` first. */
type Places = {
  0: [];
  1: [one: Text];
  2: [one: Text, two: Text];
  3: [one: Text, two: Text, three: Text];
  4: [one: Text, two: Text, three: Text, four: Text];
};

type Rest<K extends keyof Keys> = Keys[K] extends { plural: true; substitutions: infer N extends keyof Places }
  ? [count: number, ...(N extends 0 | 1 ? [substitutions?: Places[1]] : [substitutions: Places[N]])]
  : Keys[K] extends { substitutions: infer N extends keyof Places }
    ? N extends 0
      ? []
      : [substitutions: Places[N]]
    : never;

interface Words {
  t<K extends keyof Keys>(key: K, ...rest: Rest<K>): string;
}

/** The same function; what it is called with is checked here instead of there. */
export const i18n = generated as unknown as Words;
