/** How a field ended, said only of what the page holds at the end. */
import type { Field } from '@/recipes/schema';
import { driverFor } from './controls/drivers';
import type { FieldReport, FieldValue, Located, PlanRow, Recognition } from './model';
import { type Job, locatedOf, type Written } from './write-all';

type Ending = Omit<FieldReport, 'key'>;

const untouched = {
  absent: { outcome: 'not-on-this-version' },
  missing: { outcome: 'not-on-this-version' },
  ambiguous: { outcome: 'ambiguous' },
  managed: { outcome: 'managed-by-server' },
  exposed: { outcome: 'left-for-you', because: 'exposed' },
  later: { outcome: 'left-for-you', because: 'other-step' },
} satisfies Record<Exclude<PlanRow['state'], 'change' | 'same' | 'left'>, Ending>;

/** `recognition` is the form as it is after the fill; null when it has gone. */
export function reportOf(
  row: PlanRow,
  jobs: readonly Job[],
  written: Written,
  recognition: Recognition | null,
): FieldReport {
  const { key, state } = row;
  if (written.held.has(key)) return { key, outcome: 'filled' };
  const located = locatedOf(recognition, row);
  if (state === 'left') return { key, ...leftBecause(row, located) };
  if (state !== 'change' && state !== 'same') return { key, ...untouched[state] };
  const job = jobs.find(({ field }) => field.key === key);
  const ending = endingOf(row, job, located);
  const isLost = row.isSecret && ending.outcome === 'refused-by-page' && written.lost.has(key);
  return { key, ...ending, ...(isLost && { because: 'lost' }) };
}

function leftBecause({ isSecret }: PlanRow, located: Located | undefined): Ending {
  if (located?.field.savesAtOnce) return { outcome: 'left-for-you', because: 'saves-at-once' };
  return { outcome: 'left-for-you', ...(isSecret && located?.state !== 'unfit' && { because: 'no-secret' }) };
}

function endingOf({ state, ticked, next }: PlanRow, job: Job | undefined, located: Located | undefined): Ending {
  const standing = standingOf(located, job?.value ?? (state === 'same' ? next : undefined));
  if (standing?.outcome === 'already-right') return standing;
  // Nothing was to be written here, or what stands here is not ours.
  if (!job && (state === 'same' || !ticked || !standing)) return { outcome: 'left-for-you' };
  return standing ?? { outcome: 'refused-by-page' };
}

/** What the page alone says of the field; undefined when it holds something else. */
function standingOf(located: Located | undefined, value: FieldValue | undefined): Ending | undefined {
  if (!located || located.state === 'missing') return { outcome: 'refused-by-page' };
  if (located.state !== 'found' && located.state !== 'unfit') return untouched[located.state];
  return value !== undefined && holds(located.field, located.element, value) ? { outcome: 'already-right' } : undefined;
}

/** A list holds ours when all of ours are in it, whatever else is. */
function holds(field: Field, element: HTMLElement, value: FieldValue): boolean {
  const driver = driverFor(field.control);
  if (driver.holds(element, value)) return true;
  const now = driver.read(element);
  return Array.isArray(value) && Array.isArray(now) && value.every((item) => now.includes(item));
}
