/** The lines of Check about the app's own page: what stands there against what the profile would fill in. */

import { outcome } from '@/authentik/check/outcome';
import type { Difference, Outcome } from '@/authentik/model';
import type { FieldValue, PlanRow } from '@/engine/model';
import { plan } from '@/engine/plan';
import { profileValues } from '@/profiles/profile-values';
import { secretNames } from '@/profiles/secret';
import type { Field, Form } from '@/recipes/schema';
import { lacksNewSecret } from '@/sites/bindings';
import type { SeenPage } from '../look-at-tab';
import { takesSecret } from '../release';
import type { CheckPlace } from './check-place';

/** Undefined while the fields are behind a step, such as a form that has to be opened first. */
export function checkPage({ form, look }: SeenPage, { profile, instance, binding, secret }: CheckPlace) {
  if (look.method && !look.method.isWanted && form.method) {
    const found = look.method.nowLabel;
    return outcome('page', 'fault', [{ what: 'method', expected: form.method.wanted.label, found }]);
  }
  if (look.isClosed) return undefined;
  const secrets = secret === undefined ? [] : [secretNames[profile.kind]];
  const { rows } = plan(form, look, profileValues(profile, instance), binding.choices, secrets);
  const odd = rows.filter((row) => isOdd(row));
  const isFault = odd.some((row) => weighs(row, form));
  return outcome('page', isFault ? 'fault' : 'warning', odd.map(told));
}

/** A secret is written and never read, so no page can be told to hold the right one; what Latchkey filled last can. */
export function checkPageSecret({ known, profile, binding }: CheckPlace): Outcome | undefined {
  if (!takesSecret(known, profile)) return undefined;
  const wasFilled = binding.filledRevision !== undefined;
  if (!wasFilled) return outcome('page-secret', 'warning', [{ what: 'never-filled', expected: '', found: '' }]);
  const isOld = lacksNewSecret(binding, profile);
  return outcome('page-secret', 'fault', isOld ? [{ what: 'older-secret', expected: '', found: '' }] : []);
}

function isOdd({ state, isSecret, ticked }: PlanRow): boolean {
  if (state === 'missing' || state === 'ambiguous' || state === 'exposed') return true;
  return state === 'change' && !isSecret && ticked;
}

/** What the login hangs on; a text on a button, or what the administrator picks, is a matter of taste. */
function weighs({ key, state }: PlanRow, { fields }: Form): boolean {
  const field = fields.find((one) => one.key === key);
  return state === 'missing' || (state === 'change' && field !== undefined && isOfLogin(field));
}

function isOfLogin({ value: { from } }: Field): boolean {
  return from === 'authentik' || from === 'profile' || from === 'scopes' || from === 'page';
}

function told({ key, state, now, next }: PlanRow): Difference {
  if (state !== 'change') return { what: key, expected: '', found: state };
  return { what: key, expected: textOf(next), found: textOf(now) };
}

function textOf(value: FieldValue | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  return typeof value === 'string' ? value : value.join(', ');
}
