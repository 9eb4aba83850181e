/** Carries out a plan and reports only what was read back after the page's re-render. */
import type { FieldKey } from '@/recipes/schema';
import { capture } from './capture';
import { driverFor } from './controls/drivers';
import { locateMethod } from './method';
import { takeMethod } from './method-before';
import type { Callback, FieldValue, FillReport, PlanRow, Recognition, Undo } from './model';
import { reportOf } from './outcome';
import { isSame } from './same';
import { type Job, locatedOf, targetOf, writeAll } from './write-all';

export interface FillRequest {
  /** Recognises the form anew: apps render again while they are filled. */
  find: () => Recognition | null;
  rows: PlanRow[];
  /** Forgotten with the request. */
  secrets: Partial<Record<FieldKey, string>>;
  signal: AbortSignal;
}

/** A field to be written, and what it held before; null for a secret, which cannot be put back. */
interface Work extends Job {
  before: FieldValue | null;
}

/**
 * Writes the ticked rows in the form's order; none of them when a needed one is not there any more. One report per row.
 */
export async function fill(request: FillRequest): Promise<{ report: FillReport; undo: Undo }> {
  const { find, rows, signal } = request;
  const works = worksOf(request);
  const open = isWhole(request) ? works.filter(({ before, value }) => before === null || !isSame(before, value)) : [];
  const written = await writeAll(find, open, signal);
  const done = open.filter(({ field }) => written.held.has(field.key));
  const now = find();
  const report = {
    fields: rows.map((row) => reportOf(row, works, written, now)),
    callbacks: callbacksOf(now),
    restorable: done.flatMap(({ field, before }) => (before === null ? [] : [field.key])),
  };
  return { report, undo: undoOf(done, now) };
}

/** A list that is right but for its extras is written, too, once these are ticked to go. */
function isToWrite(row: PlanRow): boolean {
  return row.state === 'change' ? row.ticked : row.state === 'same' && row.removeExtras && row.extras.length > 0;
}

function isWhole({ find, rows }: FillRequest): boolean {
  const recognition = find();
  const fields = recognition?.form.fields ?? [];
  return rows.filter(isToWrite).every(({ key }) => {
    const field = fields.find((candidate) => candidate.key === key);
    // A secret that came to be shown meanwhile keeps nothing else from being filled.
    const state = field && locatedOf(recognition, field)?.state;
    return field?.optional === true || state === 'found' || state === 'exposed';
  });
}

function worksOf({ find, rows, secrets }: FillRequest): Work[] {
  const recognition = find();
  return (recognition?.form.fields ?? []).flatMap((field) => {
    const row = rows.find(({ key }) => key === field.key);
    const target = targetOf(recognition, field);
    if (!row || !target || !isToWrite(row)) return [];
    const before = row.isSecret ? null : driverFor(field.control).read(target.element);
    const value = row.isSecret ? secrets[field.key]?.trim() : listOrNext(row, before);
    return value === undefined || value === '' ? [] : [{ field, before, value }];
  });
}

/** Items of others stay where they are; without any, the list is exactly ours, in our order. */
function listOrNext({ next, extras, removeExtras }: PlanRow, now: FieldValue | null): FieldValue | undefined {
  if (!Array.isArray(next) || !Array.isArray(now) || removeExtras || extras.length === 0) return next;
  return [...now, ...next.filter((item) => !now.includes(item))];
}

function callbacksOf(recognition: Recognition | null): Callback[] {
  return recognition ? capture(recognition, new URL(recognition.block.ownerDocument.URL)) : [];
}

function undoOf(done: readonly Work[], recognition: Recognition | null): Undo {
  const located = locateMethod(recognition);
  const method = located ? takeMethod(located.element) : undefined;
  return {
    values: done.flatMap(({ field, before, value }) =>
      before === null ? [] : [{ key: field.key, before, wrote: value }],
    ),
    secret: done.some(({ before }) => before === null),
    ...(method !== undefined && { method }),
  };
}
