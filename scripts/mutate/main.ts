/** `npm run mutate`: takes every guard away in turn, in a copy, and names the test that notices. Words: only these mutants. */
import { availableParallelism } from 'node:os';
import type { Mutant, Tried } from './mutant.ts';
import { mutants } from './mutants.ts';
import { type Runner, startRunner } from './runner.ts';

/** Each wants a core for itself. */
const most = Math.min(4, availableParallelism());

const words = process.argv.slice(2);
const chosen = mutants.filter(({ name, file }) => words.every((word) => `${file}, ${name}`.includes(word)));
const waiting = [...chosen];
const totals = { passed: 0, failed: 0 };

function tell({ file, name }: Mutant, { noticed, trouble = 'NO TEST NOTICES' }: Tried): void {
  totals[noticed === null ? 'failed' : 'passed'] += 1;
  process.stdout.write(`${noticed === null ? 'FAILED' : 'ok    '} ${file}, ${name}: ${noticed ?? trouble}\n`);
}

async function work(runner: Runner): Promise<void> {
  for (let mutant = waiting.shift(); mutant; mutant = waiting.shift()) {
    tell(mutant, await runner.ask({ tests: mutant.tests, mutant }));
  }
}

/** A test that fails anyhow would seem to notice everything. */
async function passWhole(runners: readonly Runner[]): Promise<boolean> {
  const tests = [...new Set(chosen.flatMap((mutant) => mutant.tests))];
  const shares = runners.map((_, share) => tests.filter((_test, index) => index % runners.length === share));
  const tried = await Promise.all(runners.map((runner, share) => runner.ask({ tests: shares[share] ?? [] })));
  const failures = tried.flatMap(({ noticed, trouble }) => noticed ?? trouble ?? []);
  for (const failure of failures) process.stdout.write(`FAILED without any change: ${failure}\n`);
  return failures.length === 0;
}

/** Ctrl+C reaches the runners, too; the copies are still removed. */
process.once('SIGINT', () => void waiting.splice(0));

const runners: Runner[] = [];
try {
  for (let count = 0; count < most; count += 1) runners.push(await startRunner());
  if (await passWhole(runners)) await Promise.all(runners.map(work));
  else totals.failed += 1;
} finally {
  await Promise.all(runners.map((runner) => runner.end()));
}
process.stdout.write(`${totals.passed} passed, ${totals.failed} failed\n`);
process.exitCode = totals.failed === 0 && totals.passed > 0 ? 0 : 1;
