/** What a test can choose about the interface for administrators. */

export interface AdminOptions {
  /** Language of the labels; English when left out. */
  language?: 'en' | 'de';
  /** The base URL that the page says authentik has, in place of the true one: a page that names a foreign instance. */
  saidBase?: string;
  /**
   * Where the page says it: in a script of its own (2024.12 to 2026.8), or in a `meta` element (`ak-base-url`, read from
   * the development source of autumn 2026). Before 2024.12 it is said nowhere.
   */
  saysBaseIn?: 'script' | 'meta';
}

export const passwordOfAll = 'test password of authentik';
