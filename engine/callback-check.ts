/** Judges an address read from a page: hostile text until it has passed (security.md 6). */
import { transportOf } from '@/lib/url';
import { folderOf } from './base-path';
import type { Callback, Recognition } from './model';

const longestUrl = 2048;
/** Control, zero-width and direction characters, blanks, and the backslash that parsers turn into a slash. */
const deceptive = /[\p{Cc}\p{Cf}\p{Z}\\]/u;
/** A login's own answer, not a registered address. */
const answerKeys = ['code', 'state', 'token'];

/** Whether it may be shown as a callback at all. */
export function isAcceptable(text: string): boolean {
  if (text === '' || text.length > longestUrl || deceptive.test(text) || /[*#]/.test(text)) return false;
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  if (!isToTheLetter(text, url) || url.username !== '' || url.password !== '') return false;
  if (answerKeys.some((key) => url.searchParams.has(key))) return false;
  return url.protocol === 'https:' || url.protocol === 'http:';
}

/** What is odd about an acceptable address: not over https, not from here, or not from this installation of the app. */
export function warningFor(text: string, page: URL, { form, basePath }: Recognition): Callback['warning'] {
  const url = new URL(text);
  // http is for a page that is itself on a private network over http.
  const isSafe = url.protocol === 'https:' || (transportOf(url) === 'private-http' && page.protocol === 'http:');
  if (!isSafe) return 'not-https';
  if (form.callbackHosts?.includes(url.host)) return undefined;
  if (url.host !== page.host && form.callbackHosts) return 'foreign-host';
  if (url.origin !== page.origin) return 'other-origin';
  const isOwnFolder = form.basePath.from === 'origin' || folderOf(url.pathname) === basePath;
  return isOwnFolder ? undefined : 'other-folder';
}

/** A parser that changes the text has been tricked; the root's slash and the default port alone may be told apart. */
function isToTheLetter(text: string, url: URL): boolean {
  const port = url.protocol === 'https:' ? ':443' : ':80';
  const withPort = url.href.replace(url.host, `${url.host}${port}`);
  const spellings = [url.href, ...(url.port === '' ? [withPort] : [])];
  const isBare = url.pathname === '/' && url.search === '';
  return spellings.some((spelling) => text === spelling || (isBare && `${text}/` === spelling));
}
