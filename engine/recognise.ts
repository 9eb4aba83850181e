/** Says which app's form this page is, from its address and markers; null when in doubt. */
import { matchesPage } from '@/recipes/match';
import type { Form, Recipe } from '@/recipes/schema';
import { basePathOf } from './base-path';
import { blockOf } from './block';
import type { Recognition } from './model';

export function recognise(document: Document, url: URL, recipes: readonly Recipe[]): Recognition | null {
  for (const recipe of recipes) {
    for (const form of recipe.forms) {
      const block = matchesPage(form.page, url) && hasMarkers(document, form) ? blockOf(document, form) : null;
      if (block) return { recipe, form, block, basePath: basePathOf(document, url, form) };
    }
  }
  return null;
}

function hasMarkers(document: Document, { markers }: Form): boolean {
  const isThere = (selector: string): boolean => document.querySelector(selector) !== null;
  return markers.present.every(isThere) && !markers.absent?.some(isThere);
}
