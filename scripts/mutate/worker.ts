/** Runs in one copy of the checkout: takes a guard away, has the tests run that should notice, and puts it back. */
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { createVitest, type Reporter } from 'vitest/node';
import type { Ask, Tried } from './mutant.ts';

/** Of the run that is under way: the tests that failed, and what kept a file from being run. */
let failed: string[] = [];
let broken: string[] = [];

const listener: Reporter = {
  onTestCaseResult: (test) => {
    if (test.result().state === 'failed') failed.push(test.fullName);
  },
  onTestModuleEnd: (module) => {
    broken.push(...module.errors().map(({ message }) => message));
  },
};

/** Stays up between mutants, since starting it takes longer than most tests; every test file gets a worker of its own. */
const vitest = await createVitest('test', {
  ...{ watch: false, bail: 1, isolate: true, maxWorkers: 1 },
  reporters: [listener],
});

process.on('message', (ask: Ask) => void answer(ask).then((tried) => process.send?.(tried)));
process.on('disconnect', () => void vitest.close());

async function answer({ tests, mutant }: Ask): Promise<Tried> {
  if (!mutant) return runTests(tests);
  const { file, find, replace } = mutant;
  const whole = await readFile(file, 'utf8');
  if (whole.split(find).length !== 2) return { noticed: null, trouble: `does not stand once in ${file}` };
  try {
    await write(
      file,
      whole.replace(find, () => replace),
    );
    return await runTests(tests);
  } finally {
    await write(file, whole);
  }
}

async function write(file: string, text: string): Promise<void> {
  await writeFile(file, text);
  vitest.invalidateFile(resolve(file));
}

/** A change that breaks a file, so that no test of it can run, is noticed by nothing. */
async function runTests(tests: readonly string[]): Promise<Tried> {
  failed = [];
  broken = [];
  if (tests.length === 0) return { noticed: null };
  const specifications = await vitest.globTestSpecifications([...tests]);
  const { unhandledErrors } = await vitest.runTestSpecifications(specifications, false);
  const [first] = failed;
  if (first !== undefined) return { noticed: first };
  const troubles = [...broken, ...unhandledErrors.map(String)];
  if (specifications.length !== tests.length) troubles.push('a test file is missing');
  return troubles.length === 0 ? { noticed: null } : { noticed: null, trouble: troubles.join('; ') };
}
