/** Whether authentik would accept a callback by an entry of the list, as far as that can be told without it. */
import type { RedirectUri } from '../model';
import { kindOf } from './redirect-uris';

/** Each doubles, or more, how long a pattern may take. */
const mostRepetitions = 4;
const longestPattern = 500;

/** Strict is exact text; a regular expression has to match all of it. What cannot be told counts as no. */
export function accepts(entry: RedirectUri, callback: string): boolean {
  if (kindOf(entry) !== 'authorization' || callback === '') return false;
  if (entry.matching === 'strict') return entry.url === callback;
  return entry.matching === 'regex' && matchesAll(entry.url, callback);
}

function matchesAll(pattern: string, callback: string): boolean {
  if (!isHarmless(pattern)) return false;
  try {
    return new RegExp(`^(?:${pattern})$`).test(callback);
  } catch {
    // What is no pattern authentik compares as text.
    return pattern === callback;
  }
}

/** The pattern is somebody else's: one that repeats a group, or repeats too often, is not tried. */
function isHarmless(pattern: string): boolean {
  const repetitions = pattern.match(/(?<![\\(])[*+?{]/g) ?? [];
  return pattern.length <= longestPattern && !/\)[*+{]/.test(pattern) && repetitions.length <= mostRepetitions;
}
