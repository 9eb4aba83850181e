/** Checks a regular expression for redirect URIs: whatever it fits must lie on the page's host or its vendor's. */
import { type CallbackVerdict, judgeCallback } from './callback-url';

const longest = 2048;
/** Control, zero-width and bidi characters and white space; and the sign that would begin a second pattern. */
const forbidden = /[\p{Cc}\p{Cf}\p{Z}\s|]/u;
/** Scheme, host and port, spelt out, up to a slash that is not repeated or optional. */
const fixedOrigin = /^\^?(https?:\/\/(?:[a-z0-9-]|\\?\.)+(?::\d+)?\/)(?![*+?{])/;

/**
 * Judges by the pattern's beginning, which has to name one origin. A bare dot in the host would fit any character, and
 * with it hosts of other people, so only an escaped one is a dot.
 */
export function judgePattern(raw: string, pageOrigin: string, vendorHosts: readonly string[]): CallbackVerdict {
  const beginning = raw.length > longest || forbidden.test(raw) ? undefined : fixedOrigin.exec(raw)?.[1];
  if (beginning === undefined) return 'refused';
  const verdict = judgeCallback(beginning.replaceAll('\\.', '.'), pageOrigin, vendorHosts);
  const isExact = !/(?<!\\)\./.test(beginning);
  return verdict === 'accepted' && !isExact ? 'foreign-host' : verdict;
}
