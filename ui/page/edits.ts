/** What a person changed in the preview: kept while the preview is made anew, so that nothing ticked is lost. */
import type { Plan, PlanRow } from '@/engine/model';
import type { FieldKey } from '@/recipes/schema';

export interface Edits {
  ticks: Partial<Record<FieldKey, boolean>>;
  extras: Partial<Record<FieldKey, boolean>>;
  choices: Record<string, string>;
}

export function noEdits(): Edits {
  return { ticks: {}, extras: {}, choices: {} };
}

/** A plan with the person's ticks in it; only rows that can change take a tick. */
export function withEdits(plan: Plan, edits: Edits): Plan {
  return { ...plan, rows: plan.rows.map((row) => withRowEdits(row, edits)) };
}

function withRowEdits(row: PlanRow, edits: Edits): PlanRow {
  const removeExtras = edits.extras[row.key] ?? row.removeExtras;
  if (row.state !== 'change') return { ...row, removeExtras };
  return { ...row, removeExtras, ticked: edits.ticks[row.key] ?? row.ticked };
}

/** The rows a press on Fill would write. */
export function rowsToFill(plan: Plan): PlanRow[] {
  return plan.rows.filter(isToFill);
}

export function keysToFill(plan: Plan): FieldKey[] {
  return rowsToFill(plan).map(({ key }) => key);
}

/** What is picked for each choice, to be remembered with the fill. */
export function picksOf({ choices }: Plan): Record<string, string> {
  return Object.fromEntries(choices.map(({ choice, value }) => [choice.id, value]));
}

/** A list that is right but for its extras is written, too, once these are ticked to go. */
function isToFill(row: PlanRow): boolean {
  if (row.state === 'change') return row.ticked;
  return row.state === 'same' && row.extras.length > 0 && row.removeExtras;
}
