/** Redirect URIs as the three shapes of the API have them, and how authentik compares one with them; sheet 2.4. */
import { isObject } from './contract/json-schema.ts';
import { type ContractVersion, played } from './contract/versions.ts';

export interface RedirectEntry {
  matching_mode: 'strict' | 'regex';
  url: string;
  redirect_uri_type: 'authorization' | 'logout';
}

export function strictEntry(url: string): RedirectEntry {
  return { matching_mode: 'strict', url, redirect_uri_type: 'authorization' };
}

/** What the API gives out; keys that a version lacks are cut by its contract. */
export function redirectsOut(entries: readonly RedirectEntry[], version: ContractVersion): unknown {
  return played[version].redirects === 'text' ? entries.map(({ url }) => url).join('\n') : entries;
}

/** From a checked body. In the text each line is a regular expression; a left-out type means a login's address. */
export function redirectsIn(value: unknown): RedirectEntry[] {
  if (typeof value === 'string') {
    const lines = value.split('\n').filter((line) => line !== '');
    return lines.map((url) => ({ ...strictEntry(url), matching_mode: 'regex' }));
  }
  return (Array.isArray(value) ? value : []).filter(isObject).map((entry) => ({
    matching_mode: entry['matching_mode'] === 'regex' ? 'regex' : 'strict',
    url: String(entry['url']),
    redirect_uri_type: entry['redirect_uri_type'] === 'logout' ? 'logout' : 'authorization',
  }));
}

/** A regular expression has to match the whole address; one that is none is compared as text. */
export function isAllowed(entries: readonly RedirectEntry[], uri: string): boolean {
  return entries.some(({ matching_mode, url, redirect_uri_type }) => {
    if (redirect_uri_type === 'logout') return false;
    return url === uri || (matching_mode === 'regex' && matchesWhole(url, uri));
  });
}

function matchesWhole(pattern: string, text: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`).test(text);
  } catch {
    return false;
  }
}
