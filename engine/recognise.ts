/** Says which app's form this page is, from its address and markers; null when in doubt. */
import type { Recipe } from '@/recipes/schema';
import type { Recognition } from './model';

export function recognise(_document: Document, _url: URL, _recipes: readonly Recipe[]): Recognition | null {
  return null;
}
