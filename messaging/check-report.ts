/** What Check tells a screen, line by line, and what mends each line. Types only. */
import type { ApiFailure, CallbackPlan, CheckId, Difference, Repair } from '@/authentik/model';
import type { AuthentikTrouble } from './authentik-protocol';

/** The page in a tab, or a site by its binding, whose page need not be open. */
export type CheckTarget = { tabId: number } | { bindingId: string };

/**
 * Why a line could not be told. not-connected: it needs authentik's API. not-allowed: the browser does not let Latchkey talk
 * to authentik. no-answer: authentik's failure is told once, above. page-closed: the page is not open. fields-hidden: it is,
 * and its fields are behind a step. earlier: another line has to be right first.
 */
export type Unknown =
  | 'not-connected'
  | 'not-allowed'
  | 'no-answer'
  | 'page-closed'
  | 'fields-hidden'
  | 'no-secret'
  | 'no-callback'
  | 'earlier';

/** One press each; the ones that change something show what before. Keys and mappings by name in `now` and `next`. */
export type Remedy =
  | { do: 'register'; callback: string; plan: Extract<CallbackPlan, { is: 'added' }> }
  | { do: 'repair'; repair: Repair; now: string[]; next: string[] }
  | { do: 'take-secret' }
  | { do: 'take-issuer-mode'; now: string; next: 'per_provider' | 'global' }
  | { do: 'fill-again' | 'open-page' | 'edit-profile' | 'allow' | 'connect' }
  | { do: 'open-provider'; url: string };

export interface CheckLine {
  id: CheckId;
  level: 'ok' | 'warning' | 'fault' | 'unknown';
  because?: Unknown;
  differences: Difference[];
  failure?: ApiFailure;
  remedies: Remedy[];
}

export interface CheckReport {
  appName: string;
  /** Address of the site, and its host as the address bar shows it. */
  site: string;
  host: string;
  /** Absent where the page is not open. */
  tabId?: number;
  profile: { id: string; name: string };
  baseUrl: string;
  /** Whether authentik's API was asked, and why it did not answer. */
  api: 'read' | 'not-connected' | AuthentikTrouble;
  lines: CheckLine[];
}

/** `isNoted`: the profile's own list has it, too. */
export interface Registered {
  plan: CallbackPlan;
  isNoted: boolean;
}
