/** Messages about making an API token at authentik for an app that reads its directory. Types only. */
import type { AccessGap, AccessStep, DirectoryRead } from '@/authentik/model';
import type { Failure, Result } from '@/lib/result';
import type { ProfileSummary } from '@/profiles/schema';
import type { Trouble } from './authentik-protocol';

/** What would be made, to be shown and confirmed. */
export interface TokenProposal {
  appName: string;
  /** Of the page, for the browser's question. */
  origin: string;
  host: string;
  isGranted: boolean;
  /** Of account, token, role, group and profile alike. */
  name: string;
  /** Made in part by an earlier try, which goes on under this name. */
  isBegun: boolean;
  /** What the account will be allowed to read. */
  reads: DirectoryRead[];
}

/** What was made, what was not, and what became of the key. */
export interface TokenOutcome {
  name: string;
  /** The whole, in its order; what stands in neither `made` nor `gaps` was not tried. */
  steps: AccessStep[];
  made: AccessStep[];
  gaps: AccessGap[];
  /** authentik's own page for each of them. */
  pages: Record<AccessStep, string>;
  /** Holds the key; absent without one, or where the vault has not taken it. */
  profile?: ProfileSummary;
  /** The vault keeps no secrets: the key is there until the browser closes or Latchkey is locked. */
  isForSession?: true;
  /** The page has the profile in use; where nothing is missing, its tab is in front with the preview open. */
  isBound?: true;
  /** Why the key could not be kept, or the page not be given the profile. */
  left?: { what: 'profile' | 'page'; failure: Failure };
}

/** From Latchkey's own screens to the background; the tab shows the app's page, and is looked at each time. */
export interface TokenMessages {
  'token.propose': (data: { baseUrl: string; tabId: number; job: string }) => Result<TokenProposal, Trouble>;
  /** Sends what is missing, reads it back, and puts the key into a profile. Partial outcomes are no failure. */
  'token.create': (data: {
    baseUrl: string;
    tabId: number;
    name: string;
    description: string;
    job: string;
  }) => Result<TokenOutcome, Trouble>;
}
