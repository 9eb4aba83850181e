/** Finds the one control of every field of a recognised form, or says why not. */
import type { Field, Locator } from '@/recipes/schema';
import { assign, claimsOf } from './claims';
import { driverFor } from './controls/drivers';
import { choiceLists, isEditable, isEntry } from './entries';
import type { Located, Recognition } from './model';
import { isVisible } from './visible';

/** In the order of the form's fields, that is the order they are filled. */
export function locate({ form, block }: Recognition): Located[] {
  return locateIn(block, form.fields);
}

/** The same for any part of a page, before it is recognised. */
export function locateIn(block: Element, fields: readonly Field[]): Located[] {
  const bySelector = new Map(fields.map((field) => [field, locateBySelector(block, field)]));
  const taken = [...bySelector.values()].flatMap((located) => ('element' in located ? [located.element] : []));
  const unsure = fields.filter((field) => bySelector.get(field)?.state === 'missing' && field.find.labels);
  const byLabel = unsure.length > 0 ? locateByLabel(block, unsure, taken) : [];
  return fields.map(
    (field) =>
      byLabel.find((located) => located.field === field) ?? bySelector.get(field) ?? { state: 'missing', field },
  );
}

/** Elements of the block the first fitting selector names; among several, the one a person sees. */
export function select(block: Element, { selectors = [] }: Locator): HTMLElement[] {
  for (const selector of selectors) {
    const all = elementsIn(block, selector);
    if (all.length === 0) continue;
    const seen = all.length > 1 ? all.filter(isVisible) : all;
    return seen.length === 1 ? seen : all;
  }
  return [];
}

/** Controls that a recipe can find by words: what a person sees, can reach and can type or tick. */
export function labelledControls(block: Element): HTMLElement[] {
  return elementsIn(block, 'input, textarea').filter((element) => isKnownKind(element) && isVisible(element));
}

/** Selectors stand alone: they are asked of the document, and only what lies in the block counts. */
function elementsIn(block: Element, selector: string): HTMLElement[] {
  return Array.from(block.ownerDocument.querySelectorAll<HTMLElement>(selector)).filter((element) =>
    block.contains(element),
  );
}

function locateBySelector(block: Element, field: Field): Located {
  const elements = select(block, field.find);
  const [element] = elements;
  if (!element) return { state: 'missing', field };
  if (elements.length > 1) return { state: 'ambiguous', field, count: elements.length };
  return { state: driverFor(field.control).state(element), field, element };
}

/** Three rounds, each only for what is missing still: what can be filled, what is locked, what is of another kind. */
function locateByLabel(block: Element, fields: readonly Field[], taken: readonly HTMLElement[]): Located[] {
  const visible = labelledControls(block).filter((control) => !taken.includes(control));
  const rounds: [Exclude<Located['state'], 'missing' | 'ambiguous'>, () => HTMLElement[]][] = [
    ['found', () => visible.filter(isEditable)],
    ['managed', () => visible.filter((control) => !isEditable(control))],
    ['unfit', () => elementsIn(block, choiceLists).filter(isVisible)],
  ];
  const located = new Map<Field, Located>();
  for (const [state, controlsOfRound] of rounds) {
    const missing = fields.filter((field) => !located.has(field));
    if (missing.length === 0) break;
    for (const [field, controls] of claimed(controlsOfRound(), fields)) {
      if (!located.has(field)) located.set(field, toLocated(state, field, controls));
    }
  }
  return [...located.values()];
}

/** Judged among all fields, so that a control of one is never lent to another that is missing. */
function claimed(controls: readonly HTMLElement[], fields: readonly Field[]): [Field, HTMLElement[]][] {
  const winners = assign(claimsOf(controls, fields));
  return fields.flatMap((field) => {
    const won = winners.get(field.key);
    return won ? [[field, won]] : [];
  });
}

function toLocated(state: 'found' | 'managed' | 'unfit', field: Field, controls: readonly HTMLElement[]): Located {
  const [element] = controls;
  if (!element) return { state: 'missing', field };
  if (controls.length > 1) return { state: 'ambiguous', field, count: controls.length };
  const isFit = state === 'unfit' || field.value.from === 'user' || driverFor(field.control).state(element) !== 'unfit';
  return isFit ? { state, field, element } : { state: 'unfit', field, element };
}

function isKnownKind(element: Element): boolean {
  return isEntry(element) || (element instanceof HTMLInputElement && element.type === 'checkbox');
}
