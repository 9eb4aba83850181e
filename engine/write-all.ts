/** Writes fields one after another and tells, after the page's re-render, which of them hold their value. */
import type { Field, FieldKey } from '@/recipes/schema';
import type { Target } from './controls/driver';
import { driverFor } from './controls/drivers';
import { locate } from './locate';
import type { FieldValue, Located, Recognition } from './model';
import { pause } from './wait';

export interface Job {
  field: Field;
  value: FieldValue;
}

/** When a page has had time to render again (security.md 7.1, step 8). */
const settleTime = 500;

type Find = () => Recognition | null;

/** Which fields hold their value at the end, and which held it only for a while. */
export interface Written {
  held: ReadonlySet<FieldKey>;
  lost: ReadonlySet<FieldKey>;
}

/**
 * Fields a re-render threw back, or closed again, are written once more; then what does not hold has been refused.
 * Stops at once when the form is gone.
 */
export async function writeAll(find: Find, jobs: readonly Job[], signal: AbortSignal): Promise<Written> {
  const accepted = await writeEach(find, jobs, signal);
  if (accepted.length > 0) await pause(settleTime, signal);
  const lost = accepted.filter((job) => !holds(find, job));
  if (lost.length > 0 && !signal.aborted) {
    await writeEach(find, lost, signal);
    await pause(settleTime, signal);
  }
  const held = new Set(accepted.filter((job) => holds(find, job)).map(({ field }) => field.key));
  return { held, lost: new Set(accepted.flatMap(({ field }) => (held.has(field.key) ? [] : [field.key]))) };
}

/** How a field of the form stands on the page now. */
export function locatedOf(recognition: Recognition | null, { key }: Pick<Field, 'key'>): Located | undefined {
  return recognition ? locate(recognition).find(({ field }) => field.key === key) : undefined;
}

/** The field's element as the page has it now, when it can be written. */
export function targetOf(recognition: Recognition | null, field: Field): Target | null {
  const located = locatedOf(recognition, field);
  return recognition && located?.state === 'found' ? { element: located.element, recognition } : null;
}

async function writeEach(find: Find, jobs: readonly Job[], signal: AbortSignal): Promise<Job[]> {
  const accepted: Job[] = [];
  for (const job of jobs) {
    if (signal.aborted || !find()) break;
    const resolve = (): Target | null => targetOf(find(), job.field);
    const { value } = job;
    if (await driverFor(job.field.control).write({ resolve, value, signal })) accepted.push(job);
  }
  return accepted;
}

/** A secret that was written may be shown by the person: it holds all the same. */
function holds(find: Find, { field, value }: Job): boolean {
  const located = locatedOf(find(), field);
  const isOpen = located?.state === 'found' || located?.state === 'exposed';
  return isOpen && driverFor(field.control).holds(located.element, value);
}
