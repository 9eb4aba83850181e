/** What is to be said about a page of a known app, beside a form or instead of one. */
import { matchesPage } from '@/recipes/match';
import type { Notice, NoticeId, Recipe } from '@/recipes/schema';
import { blockAround } from './block';
import { hasMarkers } from './markers';

export interface Noticed {
  recipe: Recipe;
  ids: NoticeId[];
  /** Nothing on the page is filled while these hold. */
  declines: boolean;
}

/** Those of the first recipe that has any here. */
export function noticesOf(document: Document, url: URL, recipes: readonly Recipe[]): Noticed | null {
  for (const recipe of recipes) {
    const notices = noticesHere(document, url, recipe);
    if (notices.length > 0) return { recipe, ids: notices.map(({ id }) => id), declines: notices.some(declines) };
  }
  return null;
}

/** One recipe's, in its order. */
export function noticesHere(document: Document, url: URL, { notices = [], forms }: Recipe): Notice[] {
  return notices.filter((notice) => {
    const { markers } = notice;
    if (!matchesPage(notice.page, url) || !hasMarkers(document, markers)) return false;
    const form = markers.fields && forms.find(({ id }) => id === notice.form);
    return !markers.fields || (form !== undefined && blockAround(document.body, { ...form, markers }) !== null);
  });
}

export function declines(notice: Notice): boolean {
  return notice.declines === true;
}
