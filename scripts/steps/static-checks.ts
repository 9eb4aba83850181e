/** Types, lint and dead code: what can be said of the project without running it. */
import { join } from 'node:path';
import { memoryFolder } from './memory.ts';
import { type Ran, run } from './run.ts';

/** What the tools remember of unchanged files; gone with `node_modules`. */
const memory = {
  types: ['--incremental', '--tsBuildInfoFile', join(memoryFolder, 'types.tsbuildinfo')],
  deadCode: ['--cache', '--cache-location', join(memoryFolder, 'knip')],
};

/** One checker: each further one works out shared types anew, a third more work, while the other tools want the cores. */
const compiler = ['--noEmit', '--checkers', '1'];

const nothing: typeof memory = { types: [], deadCode: [] };

/**
 * Promises the checks, run side by side; types wait for the typed keys of `locales` and the entrypoints.
 * With `remembers` the tools look again only at what has changed since they last looked.
 */
export async function staticChecks({ remembers }: { remembers: boolean }): Promise<Ran[]> {
  const remembered = remembers ? memory : nothing;
  const results = await Promise.all([
    types(remembered.types),
    run('lint and import directions', 'biome', ['check', '--error-on-warnings', '.']).then((ran) => [ran]),
    run('dead code', 'knip', ['--no-progress', ...remembered.deadCode]).then((ran) => [ran]),
  ]);
  return results.flat();
}

async function types(parameters: string[]): Promise<Ran[]> {
  const prepared = await run('generated types', 'wxt', ['prepare']);
  return prepared.passed ? [await run('types', 'tsc', [...compiler, ...parameters])] : [prepared];
}
