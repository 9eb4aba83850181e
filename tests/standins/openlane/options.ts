/** How the stand-in of Openlane shows its pages: a factory option, or a parameter of the page's address. */

export interface PageOptions {
  /** Where the pages live; the old path belongs to April to July 2026. */
  path: 'automation' | 'organization-settings';
  /** Whether the definition of Authentik has the id that every back end read so far gives it. */
  definition: 'usual' | 'other-id';
  /**
   * What is asked beside the credentials: three options in either order, the directory switch alone, or (second module
   * line) with the other two as settings of the sync operation, under ids of their own.
   */
  options: 'primary-first' | 'group-first' | 'primary-only' | 'operation-settings';
  /** How a label belongs to its control; the newest console ties it by `aria-labelledby` and its `for` leads nowhere. */
  labels: 'for' | 'labelledby';
  /** Where the badge comes from: a check made by the page, or (newest console) the status the server keeps. */
  badge: 'query' | 'status';
  role: 'admin' | 'read-only';
  provider: 'active' | 'inactive';
  /** Whether Zitadel asks for the same two property names as Authentik, or for those of its released schema. */
  neighbour: 'same-ids' | 'released';
  /** Whether a dialog offers after a connection to make this the primary directory. */
  prompt: 'on' | 'off';
  /** Milliseconds until the last of the three requests is answered; `random` is 300 to 800. */
  delay: 'random' | number;
}

/** The console of page sheet openlane.md, August 2026. */
export const defaultPage: PageOptions = {
  path: 'automation',
  definition: 'usual',
  options: 'primary-first',
  labels: 'for',
  badge: 'query',
  role: 'admin',
  provider: 'active',
  neighbour: 'same-ids',
  prompt: 'on',
  delay: 'random',
};

const allowed: { [Key in Exclude<keyof PageOptions, 'delay'>]: readonly PageOptions[Key][] } = {
  path: ['automation', 'organization-settings'],
  definition: ['usual', 'other-id'],
  options: ['primary-first', 'group-first', 'primary-only', 'operation-settings'],
  labels: ['for', 'labelledby'],
  badge: ['query', 'status'],
  role: ['admin', 'read-only'],
  provider: ['active', 'inactive'],
  neighbour: ['same-ids', 'released'],
  prompt: ['on', 'off'],
};

/** The options of one page view: what the address asks for and knows, else the given ones. */
export function readPageOptions(query: URLSearchParams, given: PageOptions): PageOptions {
  const pick = <Key extends keyof typeof allowed>(key: Key): PageOptions[Key] => {
    const choices: readonly PageOptions[Key][] = allowed[key];
    return choices.find((choice) => choice === query.get(key)) ?? given[key];
  };
  const delay = query.get('delay');
  return {
    path: pick('path'),
    definition: pick('definition'),
    options: pick('options'),
    labels: pick('labels'),
    badge: pick('badge'),
    role: pick('role'),
    provider: pick('provider'),
    neighbour: pick('neighbour'),
    prompt: pick('prompt'),
    delay: delay !== null && /^\d{1,5}$/.test(delay) ? Number(delay) : given.delay,
  };
}
