/** Types, lint and dead code: what can be said of the project without running it. */
import { type Ran, run } from './run.ts';

/** Promises the three checks, run side by side once the typed keys of `locales` and the entrypoints are up to date. */
export async function staticChecks(): Promise<Ran[]> {
  const prepared = await run('generated types', 'wxt', ['prepare']);
  if (!prepared.passed) return [prepared];
  return Promise.all([
    run('types', 'tsc', ['--noEmit']),
    run('lint and import directions', 'biome', ['check', '--error-on-warnings', '.']),
    run('dead code', 'knip', ['--no-progress']),
  ]);
}
