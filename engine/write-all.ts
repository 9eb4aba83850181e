/** Writes fields one after another and tells, after the page's re-render, which of them hold their value. */
import type { Field, FieldKey } from '@/recipes/schema';
import type { Target } from './controls/driver';
import { driverFor } from './controls/drivers';
import { locate } from './locate';
import type { FieldValue, Recognition } from './model';
import { pause } from './wait';

export interface Job {
  field: Field;
  value: FieldValue;
}

/** When a page has had time to render again (security.md 7.1, step 8). */
const settleTime = 500;

type Find = () => Recognition | null;

/**
 * Fields a re-render threw back, or closed again, are written once more; then what does not hold has been refused.
 * Stops at once when the form is gone.
 */
export async function writeAll(find: Find, jobs: readonly Job[], signal: AbortSignal): Promise<Set<FieldKey>> {
  const accepted = await writeEach(find, jobs, signal);
  if (accepted.length === 0) return new Set();
  await pause(settleTime, signal);
  const lost = accepted.filter((job) => !holds(find, job));
  if (lost.length > 0 && !signal.aborted) {
    await writeEach(find, lost, signal);
    await pause(settleTime, signal);
  }
  return new Set(accepted.filter((job) => holds(find, job)).map(({ field }) => field.key));
}

/** The field's element as the page has it now, when it can be written. */
export function targetOf(recognition: Recognition | null, field: Field): Target | null {
  if (!recognition) return null;
  const located = locate(recognition).find((candidate) => candidate.field.key === field.key);
  return located?.state === 'found' ? { element: located.element, recognition } : null;
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

function holds(find: Find, { field, value }: Job): boolean {
  const target = targetOf(find(), field);
  return target !== null && driverFor(field.control).holds(target.element, value);
}
