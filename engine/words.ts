/** Compares what a page says with what a recipe says, blind to case, punctuation and marks of required fields. */

const longestText = 300;

/** Lower-case words between single blanks; `&`, `and` and `und` are one word. Hostile text is cut. */
export function toWords(text: string): string {
  return text
    .slice(0, longestText)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\((optional|required|erforderlich)\)/g, ' ')
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\bund\b/g, 'and')
    .trim();
}

/** A recipe's phrase in words; each is worked out once, since every label is compared with all of them. */
export function phraseWords(phrase: string): string {
  const known = phrases.get(phrase);
  if (known !== undefined) return known;
  const words = toWords(phrase);
  phrases.set(phrase, words);
  return words;
}

const phrases = new Map<string, string>();

/** How a recipe's phrase stands in the words of a text. */
export function matchWords(words: string, phrase: string): 'exact' | 'contained' | 'none' {
  const wanted = phraseWords(phrase);
  if (wanted === '' || words === '') return 'none';
  if (words === wanted) return 'exact';
  return ` ${words} `.includes(` ${wanted} `) ? 'contained' : 'none';
}

/** The words of an attribute such as `name`: camelCase is taken apart, too. */
export function wordsOfName(name: string): string {
  return name.replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2');
}
