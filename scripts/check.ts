/** `npm run check`: types, lint, dead code and unit tests, to be run before every commit. */
import { resolve } from 'node:path';
import { tell } from './steps/run.ts';
import { staticChecks } from './steps/static-checks.ts';
import { quickUnitTests } from './steps/unit-tests.ts';

// Up to a third of what a short run of these tools costs is Node compiling them.
process.env.NODE_COMPILE_CACHE ??= resolve('node_modules/.cache/node');
const units = quickUnitTests();
const results = [...(await staticChecks({ remembers: true })), await units];
for (const result of results) tell(result);
const failed = results.filter((result) => !result.passed).length;
process.stdout.write(`${results.length - failed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
