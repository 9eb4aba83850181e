/** The recipes as a script of their own: they grow with every app, and the page script must not. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { recipes } from '@/recipes/index';

declare global {
  /** In the extension's own script world, put there before the page script starts. */
  var latchkeyRecipes: typeof recipes | undefined;
}

export default defineUnlistedScript(() => {
  globalThis.latchkeyRecipes = recipes;
});
