/** Makes lines of Check: of what was compared, with what mends it, or of what could not be told. */
import type { Outcome } from '@/authentik/model';
import type { CheckLine } from '@/messaging/check-report';

/** Remedies are for what is not well. */
export function lineOf(outcome: Outcome, remedies: CheckLine['remedies']): CheckLine {
  return { ...outcome, remedies: outcome.level === 'ok' ? [] : remedies };
}

export function unknown(
  id: CheckLine['id'],
  because: NonNullable<CheckLine['because']>,
  remedies: CheckLine['remedies'] = [],
): CheckLine {
  return { id, level: 'unknown', because, differences: [], remedies };
}
