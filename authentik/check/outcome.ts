/** One line of Check: all is well when nothing differs. */
import type { ApiFailure, CheckId, Difference, Outcome } from '../model';

/** All is well when nothing differs. */
export function outcome(id: CheckId, level: 'warning' | 'fault', differences: Difference[]): Outcome {
  return { id, level: differences.length === 0 ? 'ok' : level, differences };
}

/** There was no answer to compare with. */
export function failedOutcome(id: CheckId, failure: ApiFailure): Outcome {
  return { id, level: 'fault', differences: [], failure };
}
