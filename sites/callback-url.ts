/** Checks an address read from a page before it is shown, copied or stored as a callback (security rules, section 6). */
import { transportOf } from '@/lib/url';

/**
 * accepted: as it stands. foreign-host: well-formed, but not the page's host nor its vendor's. not-https: well-formed,
 * but a login answered there could be read on the way.
 */
export type CallbackVerdict = 'accepted' | 'foreign-host' | 'not-https' | 'refused';

const longest = 2048;

/** Control, zero-width and bidi characters, backslash, white space and the wildcard. */
const forbidden = /[\p{Cc}\p{Cf}\p{Z}\s\\*]/u;
/** A port that says nothing new; the serialised form leaves it out. */
const defaultPort = /^(https:\/\/[^/?#]+):443(?![0-9])|^(http:\/\/[^/?#]+):80(?![0-9])/;
const forbiddenKeys = ['code', 'state', 'token'];

/**
 * Judges the raw text against the page it was read from. What is accepted may be used to the letter: an app sends its
 * redirect URI as it shows it, and authentik compares by exact text.
 */
export function judgeCallback(raw: string, pageOrigin: string, vendorHosts: readonly string[]): CallbackVerdict {
  const page = new URL(pageOrigin);
  const url = parseExactly(raw);
  if (url === undefined || !isPlain(url)) return 'refused';
  if (!hasSafeScheme(url, page)) return url.protocol === 'http:' ? 'not-https' : 'refused';
  return url.host === page.host || vendorHosts.includes(url.host) ? 'accepted' : 'foreign-host';
}

/** The URL when its serialised form equals the text, but for a slash after a bare host and a default port. */
function parseExactly(raw: string): URL | undefined {
  if (raw.length < 1 || raw.length > longest || forbidden.test(raw)) return undefined;
  const url = URL.parse(raw);
  if (url === null) return undefined;
  const withoutPort = raw.replace(defaultPort, '$1$2');
  const spellings = [raw, `${raw}/`, withoutPort, `${withoutPort}/`];
  return spellings.includes(url.href) ? url : undefined;
}

function isPlain(url: URL): boolean {
  if (url.username !== '' || url.password !== '' || url.href.includes('#')) return false;
  return !forbiddenKeys.some((key) => url.searchParams.has(key));
}

/** http only to a private host, and only from a page that is itself on http (acknowledged before any fill). */
function hasSafeScheme(url: URL, page: URL): boolean {
  const transport = transportOf(url);
  return transport === 'https' || (transport === 'private-http' && page.protocol === 'http:');
}
