/** What to say about a change before it is made: the page will refuse it, nobody can reach it, or it replaces something. */

import { hostKind, parseHttpUrl } from '@/lib/url';
import type { Field, Form } from '@/recipes/schema';
import type { FieldWarning, PlanRow, Reading } from './model';

const longestValue = 255;

type Check = (text: string, row: PlanRow) => boolean;

const rules: Record<NonNullable<Field['rules']>[number], Check> = {
  'dot-in-host': (text) => parseHttpUrl(text)?.hostname.includes('.') === false,
  'at-most-255': (text) => text.length > longestValue,
  // A list that is still to come is planned as an empty text: nothing is known of it yet.
  'server-ignores': (_text, { now, next }) => typeof now === typeof next,
};

export function warningsFor(row: PlanRow, form: Form, field: Field, reading: Reading): FieldWarning[] {
  const text = typeof row.next === 'string' ? row.next : '';
  const broken: FieldWarning[] = (field.rules ?? []).filter((rule) => rules[rule](text, row));
  if (isAddress(field) && needsPublicHttps(form) && !isPublicHttps(text)) broken.push('not-public-https');
  if (replaces(row, reading)) broken.push('replaces-value');
  return broken;
}

function isAddress({ value }: Field): boolean {
  return value.from === 'authentik' && value.as !== 'path';
}

/** The app's own servers call authentik: names of a private network mean nothing to them. */
function needsPublicHttps({ afterwards }: Form): boolean {
  return afterwards.includes('public-https');
}

function isPublicHttps(text: string): boolean {
  const url = parseHttpUrl(text);
  return url?.protocol === 'https:' && hostKind(url.hostname) === 'public';
}

function replaces(row: PlanRow, reading: Reading): boolean {
  return row.isSecret ? reading.holdsSecret === true : typeof row.now === 'string' && row.now !== '';
}
