/** Learns the redirect URIs to register, from the page, the origin or the vendor. */
import { matchesGlob } from '@/recipes/match';
import type { CallbackSource } from '@/recipes/schema';
import { isAcceptable, warningFor } from './callback-check';
import { isTextBox } from './entries';
import { locate, select } from './locate';
import type { Callback, Recognition } from './model';
import { nearLabel } from './near-label';
import { fromPage } from './wanted';

/** A page that lists more than this is not showing its callbacks. */
const mostCallbacks = 20;

/** In the recipe's order, each address once and to the letter; computed ones stand in only where none was read. */
export function capture(recognition: Recognition, url: URL): Callback[] {
  const callbacks = new Map<string, Callback>();
  for (const source of recognition.form.callbacks) {
    if (source.how === 'computed' && callbacks.size > 0) continue;
    for (const callback of callbacksFrom(source, recognition, url)) {
      if (!callbacks.has(callback.url)) callbacks.set(callback.url, callback);
    }
  }
  return [...callbacks.values()].slice(0, mostCallbacks);
}

function callbacksFrom(source: CallbackSource, recognition: Recognition, url: URL): Callback[] {
  switch (source.how) {
    case 'text':
      return read(textOf(recognition, source.selector), source.path, recognition, url);
    case 'field':
      return read(fieldText(recognition, source.key), source.path, recognition, url);
    case 'near-label':
      return read(nearLabel(recognition, source.labels, ownControls(recognition)), undefined, recognition, url);
    case 'computed':
      return [{ url: fromPage(source.template, url.origin, recognition.basePath), how: 'computed' }];
    case 'fixed':
      return [{ url: source.url, how: 'fixed' }];
  }
}

/** What was read is hostile text: only what passes every check comes back, and never changed. */
function read(texts: readonly string[], path: string | undefined, recognition: Recognition, page: URL): Callback[] {
  return texts
    .filter((text) => isAcceptable(text))
    .map((text) => {
      const isOtherPath = path !== undefined && !matchesGlob(path, new URL(text).pathname);
      const warning = warningFor(text, page, recognition) ?? (isOtherPath ? 'other-folder' : undefined);
      return { url: text, how: 'read', ...(warning && { warning }) };
    });
}

function textOf({ block }: Recognition, selector: string): string[] {
  return select(block, { selectors: [selector] }).flatMap((element) =>
    (element.textContent ?? '').split(/\s+/).filter(Boolean),
  );
}

function fieldText(recognition: Recognition, key: string): string[] {
  const located = locate(recognition).find(({ field }) => field.key === key);
  if (!located || !('element' in located) || !isTextBox(located.element)) return [];
  const text = located.element.value.trim();
  return text === '' ? [] : [text];
}

function ownControls(recognition: Recognition): Element[] {
  return locate(recognition).flatMap((located) => ('element' in located ? [located.element] : []));
}
