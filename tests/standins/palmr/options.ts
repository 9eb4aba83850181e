/** What a test may choose about the stand-in of Palmr. */
import type { Backchannel } from '../standin.ts';
import type { Language } from './words.ts';

/**
 * Each stands for the versions that look and act alike: 3.1 (a heading in Portuguese in the open form, no Pocket ID),
 * 3.2, and 3.3 (the first to heed "Auto-register new users", kyantech/Palmr issue 276).
 */
export type PalmrVersion = '3.1.0' | '3.2' | '3.3';

export interface PalmrUser {
  username: string;
  /** Compared to the letter at a first login. */
  email: string;
}

export interface PalmrOptions {
  /** Server-to-server requests; without it every login fails. */
  backchannel?: Backchannel;
  /** Users who exist already; without one a login makes a user named by the part of the address before the `@`. */
  users?: readonly PalmrUser[];
  version?: PalmrVersion;
  /** Where the browser has no cookie `NEXT_LOCALE`, which names another. */
  language?: Language;
  /** Whether this browser has "Hide disabled providers" ticked. */
  hideDisabled?: boolean;
  /** Whether the eye beside the secret is open when the form opens. */
  secretShown?: boolean;
  /** Scopes kept for authentik, in the app's own spelling. */
  scopes?: string;
  /** A provider added by hand, displayed as "Authentik", named `my-authentik`, first in the list. */
  customProvider?: 'none' | 'discovery' | 'manual';
  /** Opens the Add form with this typed as the new provider's name, so that it shows a callback of its own. */
  addForm?: string | null;
  /** How long the settings, and after them the providers, take to arrive, in milliseconds. */
  settingsDelay?: number;
  /** Whether the row of authentik is switched on. */
  startEnabled?: boolean;
  /** False puts the login gate in front; the administrator is `admin` with `adminPassword`. */
  startSignedIn?: boolean;
  adminPassword?: string;
  /** Further hosts that show the same app, for instance one that a proxy asks by. */
  moreHosts?: readonly string[];
}

const defaults = {
  users: [],
  version: '3.3',
  language: 'en',
  hideDisabled: false,
  secretShown: false,
  scopes: 'openid profile email',
  customProvider: 'none',
  addForm: null,
  settingsDelay: 150,
  startEnabled: false,
  startSignedIn: true,
  adminPassword: 'test-password-of-the-admin',
  moreHosts: [],
} satisfies PalmrOptions;

export type Chosen = Required<PalmrOptions>;

/** Every option, chosen or by default. */
export function choose(options: PalmrOptions): Chosen {
  return { backchannel: noBackchannel, ...defaults, ...options };
}

async function noBackchannel(): Promise<Response> {
  throw new TypeError('fetch failed');
}
