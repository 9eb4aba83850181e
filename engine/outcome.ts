/** How a field ended, said only of what the page holds at the end. */
import type { Field, FieldKey } from '@/recipes/schema';
import { driverFor } from './controls/drivers';
import { locate } from './locate';
import type { FieldValue, Outcome, PlanRow, Recognition } from './model';
import type { Job } from './write-all';

const untouched = {
  left: 'left-for-you',
  absent: 'not-on-this-version',
  missing: 'not-on-this-version',
  ambiguous: 'ambiguous',
  managed: 'managed-by-server',
} satisfies Record<Exclude<PlanRow['state'], 'change' | 'same'>, Outcome>;

/** `recognition` is the form as it is after the fill; null when it has gone. */
export function outcomeOf(
  row: PlanRow,
  jobs: readonly Job[],
  written: ReadonlySet<FieldKey>,
  recognition: Recognition | null,
): Outcome {
  if (written.has(row.key)) return 'filled';
  if (row.state !== 'change' && row.state !== 'same') return untouched[row.state];
  const job = jobs.find(({ field }) => field.key === row.key);
  const value = job?.value ?? (row.state === 'same' ? row.next : undefined);
  const now = standingOf(row.key, value, recognition);
  if (now === 'held') return 'already-right';
  // Nothing was to be written here, and what stands here is not ours.
  if (!job && (row.state === 'same' || !row.ticked || now === 'other')) return 'left-for-you';
  return now === 'other' ? 'refused-by-page' : now;
}

/** Whether the page holds the value; else why it does not. */
function standingOf(
  key: FieldKey,
  value: FieldValue | undefined,
  recognition: Recognition | null,
): 'held' | 'other' | Outcome {
  const located = recognition && locate(recognition).find(({ field }) => field.key === key);
  if (!located || located.state === 'missing') return 'refused-by-page';
  if (located.state === 'ambiguous') return 'ambiguous';
  if (located.state === 'managed') return 'managed-by-server';
  return value !== undefined && holds(located.field, located.element, value) ? 'held' : 'other';
}

/** A list holds ours when all of ours are in it, whatever else is. */
function holds(field: Field, element: HTMLElement, value: FieldValue): boolean {
  const driver = driverFor(field.control);
  if (driver.holds(element, value)) return true;
  const now = driver.read(element);
  return Array.isArray(value) && Array.isArray(now) && value.every((item) => now.includes(item));
}
