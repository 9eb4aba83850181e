/** Learns the redirect URIs to register, from the page, the origin or the vendor. */
import { matchesGlob } from '@/recipes/match';
import type { CallbackSource } from '@/recipes/schema';
import { isAcceptable, warningFor } from './callback-check';
import { type Shown, textOfField, textsOf } from './callback-texts';
import type { Callback, Recognition } from './model';
import { fromPage } from './wanted';

/** A page that lists more than this is not showing its callbacks. */
const mostCallbacks = 20;

/**
 * In the recipe's order, each address once and to the letter; computed ones stand in only where the page shows none of
 * their kind.
 */
export function capture(recognition: Recognition, url: URL): Callback[] {
  const captured: Callback[] = [];
  const shown = new Set<Callback['kind']>();
  for (const source of recognition.form.callbacks) {
    if (source.how === 'after-save') continue;
    const { how, kind, matching } = source;
    const found = how === 'computed' && shown.has(kind) ? [] : callbacksFrom(source, recognition, url);
    if (found.length > 0 && how !== 'computed' && how !== 'fixed') shown.add(kind);
    captured.push(...found.map((callback) => ({ ...callback, ...(matching && { matching }), ...(kind && { kind }) })));
  }
  return captured
    .filter((one, index) => captured.findIndex((other) => isSame(one, other)) === index)
    .slice(0, mostCallbacks);
}

function isSame(one: Callback, other: Callback): boolean {
  return one.url === other.url && one.kind === other.kind;
}

type Source = Exclude<CallbackSource, { how: 'after-save' }>;
type Computed = Extract<CallbackSource, { how: 'computed' }>;

function callbacksFrom(source: Source, recognition: Recognition, url: URL): Callback[] {
  switch (source.how) {
    case 'computed':
      return computed(source, recognition, url);
    case 'fixed':
      return [{ url: source.url, how: 'fixed' }];
    default:
      return shownOnPage(source, recognition, url);
  }
}

/**
 * What a person typed into the page is no less hostile than what the page shows. In a regular expression the page's own
 * words stand for themselves.
 */
function computed({ template, matching }: Computed, recognition: Recognition, page: URL): Callback[] {
  const spelt = (text: string): string => (matching === 'regex' ? text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') : text);
  const place = { origin: spelt(page.origin), basePath: spelt(recognition.basePath) };
  const url = fromPage(template, place, (key) => spelt(textOfField(recognition, key) ?? ''));
  if (url === undefined || (template.includes('{field:') && !isAcceptable(url))) return [];
  return [{ url, how: 'computed' }];
}

/** What was read is hostile text: only what passes every check comes back, and never changed. */
function shownOnPage(source: Shown, recognition: Recognition, page: URL): Callback[] {
  const path = 'path' in source ? source.path : undefined;
  const isExample = source.how === 'example';
  return textsOf(source, recognition)
    .filter(isAcceptable)
    .map((text): Callback => {
      const { pathname, search } = new URL(text);
      const url = isExample ? page.origin + pathname + search : text;
      const isOtherPath = path !== undefined && !matchesGlob(path, pathname);
      const warning = warningFor(url, page, recognition) ?? (isOtherPath ? 'other-folder' : undefined);
      return { url, how: isExample ? 'computed' : 'read', ...(warning && { warning }) };
    });
}
