/**
 * A provider's redirect URIs in the three shapes they have had: one text, a list, a list with kinds (authentik sheet
 * 2.4). Whatever is written back holds every entry that was read, with all it brought along.
 */

import * as z from 'zod/mini';
import type { RedirectUri } from '../model';

const itemSchema = z.looseObject({
  url: z.string(),
  matching_mode: z.string(),
  redirect_uri_type: z.optional(z.string()),
});

export const redirectUrisSchema = z.union([z.string(), z.array(itemSchema)]);

/** As authentik gave it, to be given back. */
export type RedirectUris = z.infer<typeof redirectUrisSchema>;

/** In the text every word is an entry, matched as a regular expression. */
export function entriesOf(uris: RedirectUris): RedirectUri[] {
  if (typeof uris === 'string') return wordsOf(uris).map((url) => ({ url, matching: 'regex' }));
  return uris.map(({ url, matching_mode: matching, redirect_uri_type: kind }) =>
    kind === undefined ? { url, matching } : { url, matching, kind },
  );
}

/** Appends one strict entry in the shape of the others; `hasKinds` decides when there is none to go by. */
export function withCallback(uris: RedirectUris, callback: string, hasKinds: boolean): RedirectUris {
  if (typeof uris === 'string') return [uris.trimEnd(), escapeRegex(callback)].filter((text) => text !== '').join('\n');
  const isWithKind = uris.some((item) => item.redirect_uri_type !== undefined) || (hasKinds && uris.length === 0);
  const entry = { matching_mode: 'strict', url: callback };
  return [...uris, isWithKind ? { ...entry, redirect_uri_type: 'authorization' } : entry];
}

/** One text, as older versions take it: every line is a regular expression. */
export function textOf(entries: readonly RedirectUri[]): string {
  return entries.map(({ url, matching }) => (matching === 'regex' ? url : escapeRegex(url))).join('\n');
}

/** Without the last entry that is the same; unchanged when there is none. */
export function withoutEntry(uris: RedirectUris, entry: RedirectUri): RedirectUris {
  const at = entriesOf(uris).findLastIndex((other) => isSame(other, entry));
  if (at === -1) return uris;
  if (typeof uris !== 'string') return uris.toSpliced(at, 1);
  // Every word with the white space before it: what stays keeps its own.
  return (uris.match(/\s*\S+/g) ?? []).toSpliced(at, 1).join('').trimStart();
}

/** An entry without kind is one for authorization: authentik adds the kind when it is brought up to date. */
export function isSame(one: RedirectUri, other: RedirectUri): boolean {
  return one.url === other.url && one.matching === other.matching && kindOf(one) === kindOf(other);
}

export function kindOf({ kind = 'authorization' }: RedirectUri): string {
  return kind;
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

function escapeRegex(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
}
