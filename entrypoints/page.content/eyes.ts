/** Looks at this document, with the recipes that have something to do or to say at its address. */
import { look } from '@/engine/look';
import type { PageLook, PageNotice, Recognition } from '@/engine/model';
import { noticesOf } from '@/engine/notices';
import { recognise } from '@/engine/recognise';
import { matchesPage } from '@/recipes/match';
import type { Recipe } from '@/recipes/schema';
import { variantsOf } from '@/recipes/variants';

export interface Eyes {
  /** The cheap gate: an address of a recipe. Markers and fields are looked for only behind it. */
  isWorthALook(): boolean;
  recognise(): Recognition | null;
  /** The whole page in plain data, for the popup. */
  read(): PageLook | PageNotice | { nothing: true };
}

export function eyesFor(recipes: readonly Recipe[]): Eyes {
  const pages = recipes.flatMap(({ forms, notices = [] }) => [
    ...forms.flatMap(variantsOf).map(({ form }) => form.page),
    ...notices.map(({ page }) => page),
  ]);
  const here = (): URL => new URL(location.href);
  const isWorthALook = (): boolean => pages.some((page) => matchesPage(page, here()));
  const recogniseHere = (): Recognition | null => (isWorthALook() ? recognise(document, here(), recipes) : null);
  return {
    isWorthALook,
    recognise: recogniseHere,
    read: () => {
      const found = recogniseHere();
      if (found) return look(found, here());
      const noticed = isWorthALook() ? noticesOf(document, here(), recipes) : null;
      return noticed ? { app: noticed.recipe.id, notices: noticed.ids } : { nothing: true };
    },
  };
}
