/** Makes the preview out of what a form holds and what a profile wants; pure, no DOM. */
import type { Field, Form } from '@/recipes/schema';
import type { FieldValue, PageLook, Plan, PlanRow, ProfileValues, Reading, SecretName } from './model';
import { isSame, isSameSet } from './same';
import { chosen, isSecret, type Sources, scopeItems, secretOf, wantedValue } from './wanted';
import { warningsFor } from './warnings';

/** One row per field of the form, in fill order; `secrets` names those the profile keeps. */
export function plan(
  form: Form,
  look: PageLook,
  values: ProfileValues,
  choices: Record<string, string>,
  secrets: readonly SecretName[],
): Plan {
  const rows: PlanRow[] = [];
  const sources = { look, values, choices: chosen(form, choices), planned: rows };
  for (const field of form.fields) {
    const reading = readingOf(field, look);
    const state = stateWithoutValue(field, reading, form, secrets);
    const planned = state ? row(field, reading, state) : rowFor(field, reading, sources);
    rows.push(withWarnings(planned, form, field, reading));
  }
  return { rows, choices: sources.choices };
}

/** Fields that only appear with the wanted sign-in method, or after a step, are planned as the empty ones they will be. */
function readingOf({ key }: Field, { readings, method, isClosed }: PageLook): Reading {
  const reading = readings.find((one) => one.key === key) ?? { key, state: 'missing' };
  const isStillToCome = reading.state === 'missing' && (method?.isWanted === false || isClosed === true);
  return isStillToCome ? { key, state: 'found', now: '' } : reading;
}

/** What needs no value: the page alone decides, or nothing of the profile belongs here. */
function stateWithoutValue(
  field: Field,
  { state }: Reading,
  form: Form,
  secrets: readonly SecretName[],
): PlanRow['state'] | undefined {
  switch (state) {
    case 'missing':
      return stateOfMissing(field, form);
    case 'ambiguous':
      return state;
    case 'unfit':
      return 'left';
    default:
      if (isLeft(field, secrets)) return 'left';
      return state === 'found' ? undefined : state;
  }
}

function stateOfMissing({ optional }: Field, { stepwise }: Form): PlanRow['state'] {
  if (stepwise) return 'later';
  return optional ? 'absent' : 'missing';
}

function isLeft(field: Field, secrets: readonly SecretName[]): boolean {
  const secret = secretOf(field);
  return field.savesAtOnce === true || (secret !== undefined && !secrets.includes(secret));
}

function rowFor(field: Field, reading: Reading, sources: Sources): PlanRow {
  if (isSecret(field)) return row(field, reading, 'change');
  const next = wantedValue(field, sources);
  if (next === undefined || next === '' || reading.now === undefined) return row(field, reading, 'left');
  if (field.value.from === 'scopes' && Array.isArray(next)) return listRow(field, reading, reading.now, next);
  if (isRight(field, reading.now, next)) return { ...row(field, reading, 'same'), next };
  return { ...row(field, reading, 'change'), next, ticked: !isKept(field, reading.now) };
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
