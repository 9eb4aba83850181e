/** Loads a static page of `tests/pages` into the test's document and reads the answers written in it. */
import { endpoints } from '@/authentik/endpoints';
import type { ProfileValues, SecretName } from '@/lib/profile-values';

const sources = import.meta.glob<string>('../../pages/*.html', { query: '?raw', import: 'default', eager: true });

export interface StaticPage {
  /** File name without `.html`. */
  name: string;
  /** The recipe the file name speaks of. */
  app: string;
  html: string;
}

/** Pages that a recipe must recognise; those whose name starts with `_` must be recognised by none. */
export const knownPages: StaticPage[] = [];
export const strangePages: StaticPage[] = [];

for (const [path, html] of Object.entries(sources)) {
  const name = path.replace(/^.*\/(.*)\.html$/, '$1');
  const page = { name, app: name.replace(/^_/, '').replace(/\..*$/, ''), html };
  (name.startsWith('_') ? strangePages : knownPages).push(page);
}

const parsed = new Map<StaticPage, Document>();

/** The page as a document of its own, to be looked at only: it is the same one each time. */
export function parsedOf(page: StaticPage): Document {
  const known = parsed.get(page) ?? parse(page);
  parsed.set(page, known);
  return known;
}

/** What the head of the open page answers, by name. */
const answersOf = new Map<string, string[]>();

/** Puts the page into the global document, so that styles count and elements are of the global classes. */
export function open(page: StaticPage): URL {
  document.documentElement.remove();
  document.append(document.adoptNode(parse(page).documentElement));
  answersOf.clear();
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name^="answer:"]')) {
    const name = meta.name.replace('answer:', '');
    answersOf.set(name, [...answers(name), meta.content]);
  }
  return new URL(answer('address'));
}

/** Lets pages go that were open before: happy-dom's weak references hold them until the event loop turns. */
export function letGo(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function parse(page: StaticPage): Document {
  return new DOMParser().parseFromString(page.html, 'text/html');
}

/** Every answer of one name in the head, in order. */
export function answers(name: string): string[] {
  return answersOf.get(name) ?? [];
}

/** The one answer of a name; a page without it is a mistake. */
export function answer(name: string): string {
  const [first] = answers(name);
  if (first === undefined) throw new Error(`The page has no answer:${name}`);
  return first;
}

/** Words of the answers of one name: field keys or ids, between blanks. */
export function listed(name: string): string[] {
  return answers(name).flatMap((content) => content.split(' '));
}

/** Fields of the page that are known not to be found. */
export function gaps(): string[] {
  return answers('gap').map((gap) => gap.replace(/:.*$/, ''));
}

/** What an element answers; for one kind of profile alone, where it says so. */
export function answerAt(element: Element, name: string, kind: ProfileKind): string | null {
  return element.getAttribute(`data-answer-${name}-${kind}`) ?? element.getAttribute(`data-answer-${name}`);
}

/** The elements a page marks as the field's own. */
export function marked(key: string): HTMLElement[] {
  return Array.from(document.querySelectorAll<HTMLElement>(`[data-answer="${key}"]`));
}

/** Every field the page marks, once. */
export function markedKeys(): string[] {
  const keys = Array.from(document.querySelectorAll('[data-answer]'), (element) => element.getAttribute('data-answer'));
  return [...new Set(keys.map((key) => key ?? ''))];
}

export interface Drawn {
  base: string;
  slug: string;
  clientId: string;
  /** Scopes the profile holds beyond openid, email and profile. */
  extras: string[];
}

/** What a profile is for; an API token knows its authentik alone. */
export type ProfileKind = 'oidc-client' | 'api-token';

export const secretOf = {
  'oidc-client': 'client_secret',
  'api-token': 'api_token',
} satisfies Record<ProfileKind, SecretName>;

/** The values a profile would give, derived by the product's own endpoints. */
export function valuesOf(
  { base, slug, clientId, extras }: Drawn,
  mode: 'per_provider' | 'global',
  kind: ProfileKind = 'oidc-client',
): ProfileValues {
  const known = { base_url: base, tokens_page: `${base}/if/admin/#/core/tokens` };
  if (kind === 'api-token') return known;
  return {
    ...known,
    ...endpoints(base, slug, mode),
    client_id: clientId,
    scopes: ['openid', ...extras, 'email', 'profile'],
  };
}

/** The value an element's answer asks for, to the letter; a list where the page marks items. */
export function wantedBy(element: HTMLElement, drawn: Drawn): string | string[] {
  const items = element.getAttribute('data-answer-items');
  if (items !== null) return [...items.split(' '), ...(element.hasAttribute('data-answer-alone') ? [] : drawn.extras)];
  const text = (element.getAttribute('data-answer-value') ?? '')
    .replaceAll('{base}', () => drawn.base)
    .replaceAll('{slug}', () => drawn.slug)
    .replaceAll('{client_id}', () => drawn.clientId);
  const joint = element.getAttribute('data-answer-joined');
  return joint === null ? text : [text, ...drawn.extras].join(joint);
}

/** Makes the one change that separates a strange page from a known one; gives the address to use. */
export function mend(url: URL): URL {
  const [verb, rest = ''] = split(answer('mend'));
  if (verb === 'address') return new URL(rest);
  const target = document.querySelector('[data-answer-mend]:not(template)');
  if (!target) throw new Error('The page marks no element to mend');
  const [name = '', value = ''] = rest.split('=');
  const added = document.querySelector<HTMLTemplateElement>('template[data-answer-mend]')?.content;
  const changes = new Map<string, () => void>([
    ['attribute', () => target.setAttribute(name, value)],
    ['without', () => target.removeAttribute(name)],
    ['text', () => target.replaceChildren(rest)],
    ['append', () => target.append(added ?? '')],
    ['replace', () => target.replaceChildren(added ?? '')],
  ]);
  const change = changes.get(verb);
  if (!change) throw new Error(`The page asks for an unknown change: ${verb}`);
  change();
  return url;
}

function split(text: string): [string, string] {
  const at = text.indexOf(' ');
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
