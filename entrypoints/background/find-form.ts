/** Finds the recipe and the form a page or a binding names; names from a page are hostile and often unknown. */

import type { ProfileSummary } from '@/profiles/schema';
import { recipes } from '@/recipes/index';
import type { Form, Recipe } from '@/recipes/schema';
import { variantsOf } from '@/recipes/variants';

export interface KnownForm {
  recipe: Recipe;
  /** As the named variant has it, else the form itself. */
  form: Form;
  /** The form in every variant there is: one binding is for all of them. */
  looks: Form[];
}

/** The form of that app, or undefined when no recipe has it, or not in that variant. */
export function findForm(app: string, formId: string, variant?: string): KnownForm | undefined {
  const recipe = findRecipe(app);
  const described = recipe?.forms.find(({ id }) => id === formId);
  if (!recipe || !described) return undefined;
  const known = variantsOf(described);
  const form = known.find((one) => one.variant === variant)?.form;
  return form && { recipe, form, looks: known.map((one) => one.form) };
}

export function findRecipe(app: string): Recipe | undefined {
  return recipes.find(({ id }) => id === app);
}

/** Kinds of profile the form takes, the better one first. */
export function kindsFor({ profiles = ['oidc-client'] }: Form): readonly ProfileSummary['kind'][] {
  return profiles;
}
