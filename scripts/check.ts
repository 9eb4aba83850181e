/** `npm run check`: types, lint, dead code and unit tests, to be run before every commit. */
import { run, tell } from './steps/run.ts';
import { staticChecks } from './steps/static-checks.ts';

/** They start servers and log in to them: that is for `npm test` alone. */
const standIns = 'tests/unit/standins/**';

const units = run('unit tests and recipes', 'vitest', ['run', '--exclude', standIns, '--reporter=dot']);
const results = [...(await staticChecks()), await units];
for (const result of results) tell(result);
const failed = results.filter((result) => !result.passed).length;
process.stdout.write(`${results.length - failed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
