/** Makes the preview out of what a form holds and what a profile wants; pure, no DOM. */
import type { Field, Form } from '@/recipes/schema';
import type { FieldValue, PageLook, Plan, PlanRow, ProfileValues, Reading } from './model';
import { isSame, isSameSet } from './same';
import { chosen, isSecret, type Sources, scopeItems, wantedValue } from './wanted';
import { warningsFor } from './warnings';

/** One row per field of the form, in fill order; `hasSecret` says whether the profile keeps one. */
export function plan(
  form: Form,
  look: PageLook,
  values: ProfileValues,
  choices: Record<string, string>,
  hasSecret: boolean,
): Plan {
  const sources = { look, values, choices: chosen(form, choices) };
  const rows = form.fields.map((field) => {
    const reading = readingOf(field, look);
    return withWarnings(rowFor(field, reading, sources, hasSecret), form, field, reading);
  });
  return { rows, choices: sources.choices };
}

/** Fields that only appear with the wanted sign-in method are planned as the empty fields they will be. */
function readingOf({ key }: Field, { readings, method }: PageLook): Reading {
  const reading = readings.find((one) => one.key === key) ?? { key, state: 'missing' };
  const isStillToCome = reading.state === 'missing' && method?.isWanted === false;
  return isStillToCome ? { key, state: 'found', now: '' } : reading;
}

function rowFor(field: Field, reading: Reading, sources: Sources, hasSecret: boolean): PlanRow {
  const settled = stateWithoutValue(field, reading);
  if (settled) return row(field, reading, settled);
  if (isSecret(field)) return row(field, reading, hasSecret ? 'change' : 'left');
  const next = wantedValue(field, sources);
  if (next === undefined || next === '' || reading.now === undefined) return row(field, reading, 'left');
  if (field.value.from === 'scopes' && Array.isArray(next)) return listRow(field, reading, reading.now, next);
  if (isRight(field, reading.now, next)) return { ...row(field, reading, 'same'), next };
  return { ...row(field, reading, 'change'), next, ticked: !isKept(field, reading.now) };
}

/** What the page alone decides. */
function stateWithoutValue(field: Field, { state }: Reading): PlanRow['state'] | undefined {
  if (state === 'missing') return field.optional ? 'absent' : 'missing';
  if (state === 'unfit') return 'left';
  return state === 'found' ? undefined : state;
}

function row(field: Field, { now }: Reading, state: PlanRow['state']): PlanRow {
  return {
    key: field.key,
    state,
    ...(now !== undefined && { now }),
    isSecret: isSecret(field),
    ticked: state === 'change',
    warnings: [],
    extras: [],
    removeExtras: false,
  };
}

/** Items the app holds beyond ours stay, with a tick to remove them; only an untouched list loses them unasked. */
function listRow(field: Field, reading: Reading, now: FieldValue, next: string[]): PlanRow {
  const held = Array.isArray(now) ? now : [];
  const untouched = field.value.from === 'scopes' ? field.value.untouched : undefined;
  const isUntouched = untouched !== undefined && isSameSet(held, untouched);
  const extras = isUntouched ? [] : held.filter((item) => !next.includes(item));
  const isRightNow = isUntouched ? isSameSet(held, next) : next.every((item) => held.includes(item));
  const state = isRightNow ? 'same' : 'change';
  return { ...row(field, reading, state), next, extras };
}

function isRight(field: Field, now: FieldValue, next: FieldValue): boolean {
  if (field.value.from !== 'scopes') return isSame(now, next);
  return isSameSet(scopeItems(now, field.value.as), scopeItems(next, field.value.as));
}

/** A saved value the recipe keeps is shown, and changed only by a tick. */
function isKept({ keep }: Field, now: FieldValue): boolean {
  if (keep === undefined || now === '' || typeof now !== 'string') return false;
  return keep === true || keep.includes(now);
}

function withWarnings(planned: PlanRow, form: Form, field: Field, reading: Reading): PlanRow {
  return planned.state === 'change' ? { ...planned, warnings: warningsFor(planned, form, field, reading) } : planned;
}
