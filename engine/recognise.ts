/** Says which app's form this page is, from its address and markers; null when in doubt. */
import { matchesPage } from '@/recipes/match';
import type { Recipe } from '@/recipes/schema';
import { variantsOf } from '@/recipes/variants';
import { basePathOf } from './base-path';
import { blockOf } from './block';
import { hasMarkers } from './markers';
import type { Recognition } from './model';
import { declines, noticesHere } from './notices';

/** The first form that fits, its variants before it; none of a recipe that declines the page. */
export function recognise(document: Document, url: URL, recipes: readonly Recipe[]): Recognition | null {
  for (const recipe of recipes) {
    const recognition = recogniseAs(recipe, document, url);
    if (recognition && !noticesHere(document, url, recipe).some(declines)) return recognition;
  }
  return null;
}

function recogniseAs(recipe: Recipe, document: Document, url: URL): Recognition | null {
  for (const known of recipe.forms.flatMap(variantsOf)) {
    const { form } = known;
    const block = matchesPage(form.page, url) && hasMarkers(document, form.markers) ? blockOf(document, form) : null;
    if (block) return { recipe, ...known, block, basePath: basePathOf(document, url, form) };
  }
  return null;
}
