/** Runs the unit tests that name a threat: `A7: …` in a title counts one case per test, `A7, 20 cases: …` twenty. */
import { globSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../steps/run.ts';
import type { Findings, Shown } from './tally.ts';
import { isThreat } from './threats.ts';

/** In a source, the number may be an expression. */
const tagged = /['"`]A\d{1,2}(?:, [^:]+ cases)?: /;

const title = /^(A\d{1,2})(?:, (\d+) cases)?: /;

interface Assertion {
  ancestorTitles: string[];
  title: string;
  fullName: string;
  status: string;
}

interface Report {
  testResults: { name: string; status: string; assertionResults: Assertion[] }[];
}

/** Promises what they show; `folder` is for the report. */
export async function unitFindings(folder: string): Promise<Findings> {
  const files = globSync('tests/unit/**/*.test.{ts,tsx}').filter((path) => tagged.test(readFileSync(path, 'utf8')));
  const file = join(folder, 'unit.json');
  const parameters = [
    'run',
    ...files,
    '-t',
    '(^| )A\\d{1,2}(, \\d+ cases)?: ',
    '--reporter=json',
    `--outputFile=${file}`,
  ];
  const ran = await run('unit tests', 'vitest', parameters, { LATCHKEY_TESTS: 'thorough' });
  try {
    const { testResults } = JSON.parse(await readFile(file, 'utf8')) as Report;
    const shown = testResults.flatMap(({ assertionResults }) => assertionResults.flatMap(shownBy));
    // A file that could not even be read has no tests that failed.
    const isTold = ran.passed || shown.some(({ passed }) => !passed);
    return { shown, broken: isTold ? [] : [`unit tests\n${ran.output}`] };
  } catch {
    return { shown: [], broken: [`unit tests\n${ran.output}`] };
  }
}

/** By the innermost title that names a threat; tests that the filter left out are none. */
function shownBy({ ancestorTitles, title: own, fullName, status }: Assertion): Shown[] {
  const found = [...ancestorTitles, own].map((words) => title.exec(words)).findLast((match) => match !== null);
  const [, threat = '', cases = '1'] = found ?? [];
  if (!isThreat(threat) || !['passed', 'failed'].includes(status)) return [];
  return [{ threat, cases: Number(cases), passed: status === 'passed', name: fullName }];
}
