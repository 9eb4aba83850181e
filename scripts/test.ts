/** `npm test`: every check there is, on any machine; `npm test APP`: one recipe against its pages. Ends with counts. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser } from './browsers/ensure.ts';
import { buildForTests, buildShipped } from './steps/builds.ts';
import { type Ran, run, tell } from './steps/run.ts';
import { staticChecks } from './steps/static-checks.ts';

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

const total: Counts = { passed: 0, failed: 0, skipped: 0 };

function add(counts: Counts): void {
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
}

function addSteps(steps: Ran[]): void {
  for (const step of steps) {
    tell(step);
    add({ passed: step.passed ? 1 : 0, failed: step.passed ? 0 : 1, skipped: 0 });
  }
}

/** A runner that fails without a report, or with a clean one, still counts as a failure. */
function addSuite(ran: Ran, counts: Counts | null): void {
  tell({ ...ran, name: counts === null ? ran.name : `${ran.name}: ${counts.passed} passed, ${counts.failed} failed` });
  add(counts ?? { passed: 0, failed: 0, skipped: 0 });
  if (!ran.passed && (counts === null || counts.failed === 0)) total.failed += 1;
}

async function readCounts(file: string, read: (report: Record<string, unknown>) => Counts): Promise<Counts | null> {
  try {
    return read(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return null;
  }
}

const number = (value: unknown): number => (typeof value === 'number' ? value : 0);

async function unitTests(folder: string): Promise<void> {
  const file = join(folder, 'unit.json');
  const parameters = ['run', '--reporter=dot', '--reporter=json', `--outputFile=${file}`];
  const ran = await run('unit tests and recipes', 'vitest', parameters, { LATCHKEY_TESTS: 'thorough' });
  const counts = await readCounts(file, unitCounts);
  addSuite(ran, counts);
}

/** Without the attackers of `tests/hostile`, which take as long again: `npm run test:hostile` plays them. */
async function browserTests(folder: string): Promise<void> {
  const file = join(folder, 'browser.json');
  const ran = await run('browser tests', 'playwright', ['test', '--project=e2e', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
  });
  const counts = await readCounts(file, (report) => {
    const stats = (report.stats ?? {}) as Record<string, unknown>;
    return {
      passed: number(stats.expected),
      failed: number(stats.unexpected) + number(stats.flaky),
      skipped: number(stats.skipped),
    };
  });
  addSuite(ran, counts);
}

/** One recipe against its pages: says which field is missing, ambiguous or filled from the wrong source. */
async function appTests(app: string, folder: string): Promise<void> {
  const file = join(folder, 'app.json');
  const name = `(recipe|(plan for |strange )?page _?)\\s*${app}\\b`;
  const parameters = ['run', 'tests/recipes.test.ts', '-t', name, '--reporter=default', '--reporter=json'];
  const ran = await run(`recipe and pages of ${app}`, 'vitest', [...parameters, `--outputFile=${file}`]);
  const counts = await readCounts(file, unitCounts);
  if (counts !== null) addSuite(ran, { ...counts, skipped: 0 });
  else addSuite(ran, null);
  if (counts?.passed === 0 && counts.failed === 0) throw new Error(`There is no recipe and no page named ${app}.`);
}

function unitCounts(report: Record<string, unknown>): Counts {
  return {
    passed: number(report.numPassedTests),
    failed: number(report.numFailedTests),
    skipped: number(report.numPendingTests),
  };
}

async function everything(folder: string): Promise<void> {
  for (const name of ['chromium', 'firefox'] as const) process.stdout.write(`${name}: ${ensureBrowser(name)}\n`);
  addSteps(await staticChecks({ remembers: false }));
  await unitTests(folder);
  const builds = await buildShipped();
  const [forTests, lint] = await Promise.all([
    buildForTests(),
    run('add-on lint', 'web-ext', ['lint', '--source-dir', '.output/firefox-mv3', '--no-config-discovery']),
  ]);
  builds.push(...forTests);
  addSteps([...builds, lint]);
  if (builds.every((build) => build.passed)) await browserTests(folder);
}

const folder = await mkdtemp(join(tmpdir(), 'latchkey-test-'));
const [app] = process.argv.slice(2);
try {
  await (app === undefined ? everything(folder) : appTests(app, folder));
} catch (error) {
  process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`);
  total.failed += 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
const skipped = total.skipped === 0 ? '' : `, ${total.skipped} skipped`;
process.stdout.write(`${total.passed} passed, ${total.failed} failed${skipped}\n`);
process.exitCode = total.failed === 0 ? 0 : 1;
