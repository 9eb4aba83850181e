/** Finds the block a recipe may touch: by what the recipe names, or as the smallest element around its fields. */
import type { FieldKey, Form, Within } from '@/recipes/schema';
import { assign, type Claim, claimsOf } from './claims';
import { isEditable } from './entries';
import { linesOf } from './lines';
import { labelledControls, locateIn } from './locate';
import { selectOne } from './select';

/** A block never grows beyond one of these. */
const borders = 'form, dialog, [role="dialog"], main, body';

/** Null when the block is not there, not unique, or lacks the fields that prove the form. */
export function blockOf(document: Document, form: Form): Element | null {
  const { within, markers } = form;
  if (within === 'fields') return blockAround(document.body, form);
  const block = namedBlock(document, within);
  if (!block || !markers.fields) return block;
  const located = locateIn(block, form.fields).filter(({ state }) => state !== 'missing');
  const found = located.filter(({ state }) => state === 'found');
  return proves(form, keysOf(found)) && isAlone(form, keysOf(located)) ? block : null;
}

function namedBlock({ documentElement, body }: Document, within: Exclude<Within, 'fields'>): Element | null {
  if (typeof within === 'string') return selectOne(documentElement, within) ?? null;
  if ('line' in within) return theOnly(blocksOfLine(body, within.line, within.closest));
  for (const selector of within.firstOf) {
    const block = selectOne(documentElement, selector);
    if (block) return block;
  }
  return null;
}

function blocksOfLine(body: Element, line: string, closest: string): Element[] {
  return linesOf(body, line).flatMap((one) => one.closest(closest) ?? []);
}

function theOnly(elements: readonly Element[]): Element | null {
  const [element, other] = new Set(elements);
  return element && !other ? element : null;
}

function keysOf(located: readonly { field: { key: FieldKey } }[]): FieldKey[] {
  return located.map(({ field }) => field.key);
}

function proves({ markers: { fields } }: Form, found: readonly FieldKey[]): boolean {
  if (!fields) return true;
  const { every, atLeast } = fields;
  const isEnough = !atLeast || atLeast.of.filter((key) => found.includes(key)).length >= atLeast.count;
  return isEnough && every.every((key) => found.includes(key));
}

/** Whether no field of a neighbouring form is there, not even one that is locked or in doubt. */
function isAlone({ markers: { fields } }: Form, there: readonly FieldKey[]): boolean {
  return !fields?.none?.some((key) => there.includes(key));
}

/** Two such blocks side by side are no answer. */
export function blockAround(body: Element, form: Form): Element | null {
  const controls = labelledControls(body).filter(isEditable);
  // The cheap gate: labels are computed only where there is room for the form.
  if (controls.length < (form.markers.fields?.every.length ?? 1)) return null;
  const claims = claimsOf(controls, form.fields);
  const [first] = form.markers.fields?.every ?? form.fields.map(({ key }) => key);
  const starts = claims.filter(({ keys }) => first && keys.includes(first)).map(({ control }) => control);
  const smallest = theOnly(starts.flatMap((control) => smallestAround(control, claims, form) ?? []));
  if (!smallest) return null;
  const { block, around } = grown(smallest, claims, form);
  return isAlone(form, [...winnersIn(around, claims).keys()]) ? block : null;
}

function smallestAround(control: Element, claims: readonly Claim[], form: Form): Element | null {
  for (let at = control.parentElement; at; at = at.parentElement) {
    if (proves(form, foundIn(at, claims))) return at;
  }
  return null;
}

/** Upwards as long as more fields are found and none of them becomes ambiguous; `around` is how far that can be told. */
function grown(start: Element, claims: readonly Claim[], form: Form): { block: Element; around: Element } {
  let [block, around] = [start, start];
  while (!around.matches(borders) && around.parentElement) {
    const found = foundIn(around.parentElement, claims);
    if (!proves(form, found)) break;
    around = around.parentElement;
    if (found.length > foundIn(block, claims).length) block = around;
  }
  return { block, around };
}

function foundIn(block: Element, claims: readonly Claim[]): FieldKey[] {
  return [...winnersIn(block, claims)].flatMap(([key, controls]) => (controls.length === 1 ? [key] : []));
}

function winnersIn(block: Element, claims: readonly Claim[]): Map<FieldKey, HTMLElement[]> {
  return assign(claims.filter(({ control }) => block.contains(control)));
}
