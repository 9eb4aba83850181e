/** The forms a recipe describes, each of its variants as a form of its own. */
import type { Field, Form, FormWithVariants } from './schema';

/** A form as one page has it; `variant` tells which, and is absent for the form itself. */
export interface KnownForm {
  form: Form;
  variant?: string;
}

/** Variants first, in their order, since each is the narrower case; the form itself last. Pure. */
export function variantsOf({ variants = [], ...form }: FormWithVariants): KnownForm[] {
  const merged = variants.map(({ id, fields = [], ...own }) => ({
    variant: id,
    form: { ...form, ...own, fields: form.fields.map((field) => standIn(field, fields)) },
  }));
  return [...merged, { form }];
}

function standIn(field: Field, fields: readonly Field[]): Field {
  return fields.find(({ key }) => key === field.key) ?? field;
}
