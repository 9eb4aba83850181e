/** Finds the recipe and the form a page or a binding names; names from a page are hostile and often unknown. */
import { recipes } from '@/recipes/index';
import type { Form, Recipe } from '@/recipes/schema';

export interface KnownForm {
  recipe: Recipe;
  form: Form;
}

/** The form of that app, or undefined when no recipe has it. */
export function findForm(app: string, formId: string): KnownForm | undefined {
  const recipe = recipes.find(({ id }) => id === app);
  const form = recipe?.forms.find(({ id }) => id === formId);
  return recipe && form ? { recipe, form } : undefined;
}
