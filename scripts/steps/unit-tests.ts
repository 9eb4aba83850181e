/**
 * The unit tests of `npm run check`: those that can be reached by what has changed since they last passed, or, where that
 * is not known, since the last commit: what is committed was run whole by `npm test`.
 */
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { changes, type Digests, digests, recall, remember } from './memory.ts';
import { type Ran, run } from './run.ts';

/** All that unit tests import or read. */
const behindTests = [
  ...['authentik', 'docs', 'engine', 'entrypoints', 'lib', 'locales', 'messaging', 'profiles', 'public', 'recipes'],
  ...['scripts', 'sites', 'tests', 'ui', 'vault', 'package.json', 'package-lock.json', 'vitest.config.ts'],
  'wxt.config.ts',
];

/** They start servers and log in to them: that is for `npm test` alone. */
const standIns = 'tests/unit/standins/**';

/** They read the files of the project instead of importing them. */
const houseTests = [
  'tests/repository.test.ts',
  'tests/unit/hostile/a13-silent.test.ts',
  'tests/unit/scripts/mutants.test.ts',
];

const name = 'unit tests and recipes';

/** Of rooms that need no page: tried where nothing is known of before, and nothing has changed since the last commit. */
const roomTests = globSync('tests/unit/{lib,profiles}/*.test.ts');

/** Promises the result of every unit test, or of those related to what has changed, or of none where nothing has. */
export async function quickUnitTests(): Promise<Ran> {
  const now = digests(behindTests);
  const passed = recall('unit-tests');
  const changed = passed === null ? uncommitted() : changes(passed, now);
  if (passed !== null && changed?.length === 0)
    return { name: `${name}, unchanged since they passed`, passed: true, output: '', seconds: 0 };
  const ran = await runFor(changed);
  if (ran.passed) rememberUnlessEdited(now);
  return ran;
}

/** Null: nobody knows what has changed. */
function runFor(changed: string[] | null): Promise<Ran> {
  if (changed === null || changed.some(reachesAll)) return unitTests(name, ['run']);
  if (changed.length === 0)
    return unitTests(`${name} of the house, as committed`, ['run', ...houseTests, ...roomTests]);
  return unitTests(`${name} that the last changes can reach`, ['related', '--run', ...houseTests, ...changed]);
}

function unitTests(what: string, words: string[]): Promise<Ran> {
  return run(what, 'vitest', [...words, '--reporter=dot', '--exclude', standIns]);
}

/** Files that differ from the last commit, new ones among them; null where there is no repository to ask. */
function uncommitted(): string[] | null {
  const asked = spawnSync('git', ['status', '--porcelain', '-z', '--no-renames', '--untracked-files=all'], {
    encoding: 'utf8',
  });
  if (asked.status !== 0) return null;
  const files = asked.stdout.split('\0').map((line) => line.slice(3));
  return files.filter((file) => behindTests.some((path) => file === path || file.startsWith(`${path}/`)));
}

/** Set-up, configuration, words, styles and pages reach tests in ways that imports do not show. */
function reachesAll(file: string): boolean {
  return !/\.tsx?$/.test(file) || /(^|\.)config\.ts$/.test(file) || /^tests\/unit\/[^/]+\.ts$/.test(file);
}

/** Somebody may have saved a file in the meantime. */
function rememberUnlessEdited(tested: Digests): void {
  if (changes(tested, digests(behindTests))?.length === 0) remember('unit-tests', tested);
}
