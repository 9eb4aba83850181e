/** Checks the redirect URIs authentik is said to know, one per line. */
import { parseHttpUrl } from '@/lib/url';
import { type Checked, error } from './message';

/** The lines that hold something, as typed but for blanks around them: authentik compares them to the letter. */
export function checkRedirectUris(typed: string): Checked<string[]> {
  const lines = typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const value = [...new Set(lines)];
  const wrong = value.filter((line) => !isRedirectUri(line));
  return { value, messages: wrong.map((line) => error('redirectUris', 'redirectUriNotUrl', line.slice(0, 200))) };
}

function isRedirectUri(line: string): boolean {
  const url = parseHttpUrl(line);
  return url !== undefined && !/\s/.test(line) && url.username === '' && url.password === '' && !line.includes('#');
}
