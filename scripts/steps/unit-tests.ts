/** The unit tests of `npm run check`; every page of every recipe is tried again only when something it depends on has changed. */
import { fingerprint, hasPassed, rememberPass } from './memory.ts';
import { type Ran, run } from './run.ts';

/** They start servers and log in to them: that is for `npm test` alone. */
const standIns = 'tests/unit/standins/**';

const recipeTests = 'tests/recipes.test.ts';

/** All that the engine makes of a page comes out of these. */
const behindRecipes = [
  'authentik',
  'engine',
  'lib',
  'recipes',
  'tests/pages',
  'tests/unit/recipes',
  'tests/unit/thorough.ts',
  'tests/unit/set-up.ts',
  recipeTests,
  'package-lock.json',
  'tsconfig.json',
  'vitest.config.ts',
  'wxt.config.ts',
];

/** Promises the results, one step for the tests and one for pages that need not be tried again. */
export async function quickUnitTests(): Promise<Ran[]> {
  const content = fingerprint(behindRecipes);
  const isKnown = hasPassed('recipes', content);
  const excluded = [standIns, ...(isKnown ? [recipeTests] : [])].flatMap((pattern) => ['--exclude', pattern]);
  const ran = await run('unit tests and recipes', 'vitest', ['run', ...excluded, '--reporter=dot']);
  if (isKnown) return [ran, unchanged];
  // Somebody may have saved a file in the meantime.
  if (ran.passed && fingerprint(behindRecipes) === content) rememberPass('recipes', content);
  return [ran];
}

const unchanged: Ran = {
  name: 'recipes on their pages, unchanged since they passed',
  passed: true,
  output: '',
  seconds: 0,
};
