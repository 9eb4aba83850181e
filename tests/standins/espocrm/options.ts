/** What a test may choose about the stand-in of EspoCRM. */
import type { Backchannel } from '../standin.ts';

export type EspoVersion = '7.3' | '9.0' | '9.3' | '10.0';

export interface EspoUser {
  name: string;
  isAdmin?: boolean;
}

export interface EspoOptions {
  /** Server-to-server requests; without it every login fails. */
  backchannel?: Backchannel;
  version?: EspoVersion;
  language?: 'en' | 'de';
  isDark?: boolean;
  /** The configured Site URL, which need not be the address of the page. */
  siteUrl?: string;
  startMethod?: 'Espo' | 'Oidc';
  /** How long each request for a form's data takes, in turn, in milliseconds. */
  renderDelays?: readonly number[];
  /** Which of the two folders `settingsUrl` and `loginUrl` name; both are always served. */
  basePath?: '/' | '/crm/';
  /** False puts the login page in front; the administrator is `admin` with `adminPassword`. */
  startSignedIn?: boolean;
  adminPassword?: string;
  users?: readonly EspoUser[];
  /** Site addresses of the portals; each has its own callback on a portal provider's page. */
  portals?: readonly string[];
}

export const defaults = {
  version: '9.3',
  language: 'en',
  isDark: false,
  siteUrl: 'https://espocrm.company',
  startMethod: 'Espo',
  renderDelays: [600, 300, 1500],
  basePath: '/',
  startSignedIn: true,
  adminPassword: 'test-password-of-the-admin',
  users: [{ name: 'admin', isAdmin: true }, { name: 'jane' }],
  portals: [],
} satisfies EspoOptions;

export type Chosen = Required<Omit<EspoOptions, 'backchannel'>> & Pick<EspoOptions, 'backchannel'>;

/** Versions compare as numbers here: 7.3 to 10.0. */
export function atLeast(version: EspoVersion, wanted: number): boolean {
  return Number(version) >= wanted;
}

/** Slashes at the end of the Site URL are cut, as the app does. */
export function callbackOf(siteUrl: string): string {
  return `${siteUrl.replace(/\/+$/, '')}/oauth-callback.php`;
}
