/** Types, lint and dead code: what can be said of the project without running it. */
import { type Ran, run } from './run.ts';

/** Promises the three checks, run side by side. */
export function staticChecks(): Promise<Ran[]> {
  return Promise.all([
    run('types', 'tsc', ['--noEmit']),
    run('lint and import directions', 'biome', ['check', '--error-on-warnings', '.']),
    run('dead code', 'knip', ['--no-progress']),
  ]);
}
