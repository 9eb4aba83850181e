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

/** How a phrase stands in a text, as whole words. */
export function matchWords(text: string, phrase: string): 'exact' | 'contained' | 'none' {
  const [said, wanted] = [toWords(text), toWords(phrase)];
  if (wanted === '') return 'none';
  if (said === wanted) return 'exact';
  return ` ${said} `.includes(` ${wanted} `) ? 'contained' : 'none';
}

/** The words of an attribute such as `name`: camelCase is taken apart, too. */
export function wordsOfName(name: string): string {
  return name.replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2');
}
