/** The controls of a form that save as soon as they are operated, wherever on the page a recipe's words find them. */
import type { Field } from '@/recipes/schema';
import { claimsOf } from './claims';
import type { Recognition } from './model';
import { elementsIn, select } from './select';

const controls = 'input, textarea, select, button, [role], [tabindex]';

/** More rather than fewer: what may be such a control, is one. */
export function savingControls(recognition: Recognition): Element[] {
  return recognition.form.fields.filter(({ savesAtOnce }) => savesAtOnce).flatMap((field) => mayBe(field, recognition));
}

function mayBe(field: Field, { block, form }: Recognition): Element[] {
  const { selectors = [], labels } = field.find;
  const named = select(block, field.find);
  // Not to be told apart here: then it may be any of them, inside the block or beside it.
  const like = selectors.flatMap((selector) => elementsIn(block.ownerDocument.documentElement, selector));
  const others = named.length === 1 ? like.filter((element) => !block.contains(element)) : like;
  const labelled = labels ? claimsOf(elementsIn(block, controls), form.fields) : [];
  return [...named, ...others, ...labelled.flatMap(({ control, keys }) => (keys.includes(field.key) ? [control] : []))];
}
