/** Puts back what a fill changed, where the page still holds our value; never empties a secret. */
import type { Field } from '@/recipes/schema';
import { driverFor } from './controls/drivers';
import { holdsWanted, writeMethod } from './method';
import type { FieldReport, Recognition, Undo } from './model';
import { type Job, targetOf, writeAll } from './write-all';

type Find = () => Recognition | null;

/** filled: put back. left-for-you: somebody changed it since. The sign-in method goes back last. */
export async function restore(
  find: Find,
  undo: Undo,
  signal: AbortSignal,
): Promise<{ fields: FieldReport[]; secretKept: boolean }> {
  const jobs = undo.values.flatMap(({ key, before, wrote }): Job[] => {
    const field = find()?.form.fields.find((candidate) => candidate.key === key);
    return field && isOurs(find(), field, wrote) ? [{ field, value: before }] : [];
  });
  const { held: back } = await writeAll(find, jobs, signal);
  const fields = undo.values.map(({ key }): FieldReport => {
    if (back.has(key)) return { key, outcome: 'filled' };
    return { key, outcome: jobs.some(({ field }) => field.key === key) ? 'refused-by-page' : 'left-for-you' };
  });
  const method = await restoreMethod(find, undo, signal);
  return { fields: method ? [...fields, method] : fields, secretKept: undo.secret };
}

function isOurs(recognition: Recognition | null, field: Field, wrote: Job['value']): boolean {
  const target = targetOf(recognition, field);
  return target !== null && driverFor(field.control).holds(target.element, wrote);
}

async function restoreMethod(find: Find, { method }: Undo, signal: AbortSignal): Promise<FieldReport | null> {
  if (method === undefined) return null;
  if (!holdsWanted(find())) return { key: 'method', outcome: 'left-for-you' };
  const isBack = await writeMethod(find, method, signal);
  return { key: 'method', outcome: isBack ? 'filled' : 'refused-by-page' };
}
