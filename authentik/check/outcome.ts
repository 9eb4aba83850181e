/** One line of Check: all is well when nothing differs. */
import type { CheckId, Difference, Outcome } from '../model';

/** All is well when nothing differs. */
export function outcome(id: CheckId, level: 'warning' | 'fault', differences: Difference[]): Outcome {
  return { id, level: differences.length === 0 ? 'ok' : level, differences };
}
