/** One line of Check, as data: what was compared, how it stands, and what differs. */

export type CheckId =
  | 'discovery'
  | 'issuer'
  | 'endpoints'
  | 'scopes'
  | 'signing'
  | 'secret'
  | 'callback'
  | 'subject-mode'
  | 'application';

/** Why two addresses differ: the final slash, http for https, another origin, or the other issuer mode. */
export type Cause = 'slash' | 'scheme' | 'origin' | 'issuer-mode' | 'other';

export interface Difference {
  /** What differs: an endpoint, a scope, a field of a document. */
  what: string;
  /** Empty when there is nothing to compare with. */
  expected: string;
  /** From authentik, to be shown as text; empty when it is missing. */
  found: string;
  cause?: Cause;
}

export interface Outcome {
  id: CheckId;
  level: 'ok' | 'warning' | 'fault';
  /** Empty when all is well. */
  differences: Difference[];
}

/** All is well when nothing differs. */
export function outcome(id: CheckId, level: 'warning' | 'fault', differences: Difference[]): Outcome {
  return { id, level: differences.length === 0 ? 'ok' : level, differences };
}
