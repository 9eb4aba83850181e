/** What a test may choose about the stand-in of Portainer. */
import type { Backchannel } from '../standin.ts';

/** Each stands for the versions that look alike: 2.0 to 2.5, 2.6 to 2.9.0, 2.9.1 to 2.11.0, 2.22 to 2.43, 2.44 and later. */
export type PortainerVersion = '2.0' | '2.6' | '2.9.1' | '2.23' | '2.45';

/** Without boxes of providers, and with other ids for the boxes of sign-in methods. */
export function isPlain(version: PortainerVersion): boolean {
  return version === '2.0' || version === '2.6';
}

/** Before the React boxes, the base element and the edition on the root element. */
export function isOld(version: PortainerVersion): boolean {
  return isPlain(version) || version === '2.9.1';
}

export interface PortainerOptions {
  /** Server-to-server requests; without it every login fails. */
  backchannel?: Backchannel;
  version?: PortainerVersion;
  edition?: 'CE' | 'BE';
  /** How long the settings request takes, in milliseconds. */
  settingsDelay?: number;
  /** Which of the two folders `settingsUrl` and `loginUrl` name; both are always served. */
  basePath?: '/' | '/portainer/';
  /** False puts the login gate in front; the administrator is `admin` with `adminPassword`. */
  startSignedIn?: boolean;
  adminPassword?: string;
  /** Names of the standard users, as compared with the user identifier's value. */
  users?: string[];
}

export const defaults = {
  version: '2.23',
  edition: 'CE',
  settingsDelay: 250,
  basePath: '/',
  startSignedIn: true,
  adminPassword: 'test-password-of-the-admin',
  users: ['jane'],
} satisfies PortainerOptions;

export type Chosen = Required<Omit<PortainerOptions, 'backchannel'>> & Pick<PortainerOptions, 'backchannel'>;
