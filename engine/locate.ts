/** Finds the one control of every field of a recognised form, or says why not. */
import type { Field } from '@/recipes/schema';
import { assign, claimsOf } from './claims';
import type { ControlState } from './controls/driver';
import { driverFor } from './controls/drivers';
import { checkboxes, choiceLists, isEditable, isEntry, switches } from './entries';
import type { Located, Recognition } from './model';
import { elementsIn, select } from './select';
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

/** Controls that a recipe can find by words: what a person sees, can reach and can type or tick. */
export function labelledControls(block: Element): HTMLElement[] {
  return elementsIn(block, 'input, textarea').filter((element) => isKnownKind(element) && isVisible(element));
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
  const widgets = (): HTMLElement[] => elementsIn(block, `${choiceLists}, ${switches}`);
  const rounds: [ControlState, () => HTMLElement[]][] = [
    ['found', () => visible.filter(isEditable)],
    ['managed', () => visible.filter((control) => !isEditable(control))],
    ['unfit', () => widgets().filter((control) => isVisible(control) && !taken.includes(control))],
  ];
  const located = new Map<Field, Located>();
  for (const [state, controlsOfRound] of rounds) {
    const missing = fields.filter((field) => !located.has(field));
    if (missing.length === 0) break;
    for (const [field, controls] of claimed(controlsOfRound(), fields)) {
      const found = toLocated(state, field, controls);
      if (found && missing.includes(field)) located.set(field, found);
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

function toLocated(state: ControlState, field: Field, controls: readonly HTMLElement[]): Located | null {
  const [element] = controls;
  if (!element || isForeign(field, element)) return null;
  if (controls.length > 1) return { state: 'ambiguous', field, count: controls.length };
  return { state: isOwnKind(state, field) ? driverFor(field.control).state(element) : state, field, element };
}

/** What a person sets by hand may be of any kind; a choice list is one only to a field that expects it. */
function isOwnKind(state: ControlState, { control, value }: Field): boolean {
  return state === 'unfit' ? widgetKinds.includes(control.kind) : value.from !== 'user';
}

const widgetKinds = ['select', 'dropdown', 'switch', 'checkbox'];

/** To a field of another kind that is not there, a switch says nothing. */
function isForeign({ control: { kind } }: Field, element: HTMLElement): boolean {
  return kind !== 'switch' && kind !== 'checkbox' && element.matches(`${switches}:not(input)`);
}

function isKnownKind(element: Element): boolean {
  return isEntry(element) || element.matches(checkboxes);
}
