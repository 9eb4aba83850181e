/** Finds the block a recipe may touch: by selector, or as the smallest element around the fields that prove the form. */
import type { FieldKey, Form } from '@/recipes/schema';
import { assign, type Claim, claimsOf } from './claims';
import { isEditable } from './entries';
import { labelledControls, locateIn, select } from './locate';

/** A block never grows beyond one of these. */
const borders = 'form, dialog, [role="dialog"], main, body';

/** Null when the block is not there, not unique, or lacks the fields that prove the form. */
export function blockOf(document: Document, form: Form): Element | null {
  if (form.within === 'fields') return blockAround(document.body, form);
  const blocks = select(document.documentElement, { selectors: [form.within] });
  const [block] = blocks;
  if (!block || blocks.length > 1) return null;
  const found = locateIn(block, form.fields).flatMap(({ state, field }) => (state === 'found' ? [field.key] : []));
  return proves(form, found) ? block : null;
}

function proves({ markers: { fields } }: Form, found: readonly FieldKey[]): boolean {
  if (!fields) return true;
  const { every, atLeast } = fields;
  const isEnough = !atLeast || atLeast.of.filter((key) => found.includes(key)).length >= atLeast.count;
  return isEnough && every.every((key) => found.includes(key));
}

/** Two such blocks side by side are no answer. */
function blockAround(body: Element, form: Form): Element | null {
  const controls = labelledControls(body).filter(isEditable);
  // The cheap gate: labels are computed only where there is room for the form.
  if (controls.length < (form.markers.fields?.every.length ?? 1)) return null;
  const claims = claimsOf(controls, form.fields);
  const [first] = form.markers.fields?.every ?? form.fields.map(({ key }) => key);
  const starts = claims.filter(({ keys }) => first && keys.includes(first)).map(({ control }) => control);
  const blocks = new Set(starts.flatMap((control) => smallestAround(control, claims, form) ?? []));
  const [block] = blocks;
  return block && blocks.size === 1 ? grown(block, claims, form) : null;
}

function smallestAround(control: Element, claims: readonly Claim[], form: Form): Element | null {
  for (let at = control.parentElement; at; at = at.parentElement) {
    if (proves(form, foundIn(at, claims))) return at;
  }
  return null;
}

/** Upwards as long as more fields are found and none of them becomes ambiguous. */
function grown(block: Element, claims: readonly Claim[], form: Form): Element {
  let best = block;
  for (let at = block; !at.matches(borders) && at.parentElement; ) {
    at = at.parentElement;
    const found = foundIn(at, claims);
    if (!proves(form, found)) break;
    if (found.length > foundIn(best, claims).length) best = at;
  }
  return best;
}

function foundIn(block: Element, claims: readonly Claim[]): FieldKey[] {
  const winners = assign(claims.filter(({ control }) => block.contains(control)));
  return [...winners].flatMap(([key, controls]) => (controls.length === 1 ? [key] : []));
}
