/** The panel's words as a browser would give them: read from the English locale, with substitutions and plurals. */
import locale from '@/locales/en.json';

/** Stands in for `i18n.t`; throws on a key that is not in the locale, so that a missing word fails a test. */
export function t(key: string, ...given: unknown[]): string {
  const [first] = given;
  const found = key.split('.').reduce<unknown>((node, part) => child(node, part), locale);
  if (key === '@@ui_locale') return 'en';
  const count = typeof first === 'number' ? first : undefined;
  const text = typeof found === 'string' ? found : child(found, count === 1 ? '1' : 'n');
  if (typeof text !== 'string') throw new Error(`No word for ${key}`);
  const words: unknown[] = Array.isArray(first) ? first : [String(count)];
  return text.replace(/\$(\d)/g, (_, digit: string) => String(words[Number(digit) - 1]));
}

function child(node: unknown, key: string): unknown {
  return typeof node === 'object' && node !== null
    ? Object.entries(node).find(([name]) => name === key)?.[1]
    : undefined;
}
