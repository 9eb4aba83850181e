/** Whether two values are the same to the app: text to the letter, addresses decoded, lists as sets. */
import type { FieldValue } from './model';

export function isSame(one: FieldValue, other: FieldValue): boolean {
  if (typeof one === 'string' && typeof other === 'string') return isSameText(one, other);
  if (Array.isArray(one) && Array.isArray(other)) return isSameSet(one, other);
  return one === other;
}

export function isSameSet(one: readonly string[], other: readonly string[]): boolean {
  const [first, second] = [new Set(one), new Set(other)];
  return first.size === second.size && [...first].every((item) => second.has(item));
}

/** Some pages show an address decoded and keep it percent-encoded, or the other way round. */
function isSameText(one: string, other: string): boolean {
  return one === other || (isAddress(one) && isAddress(other) && decoded(one) === decoded(other));
}

function isAddress(text: string): boolean {
  return /^https?:\/\//.test(text);
}

function decoded(text: string): string {
  try {
    return decodeURI(text);
  } catch {
    // A lone percent sign: the text is compared as it stands.
    return text;
  }
}
