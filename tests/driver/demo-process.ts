/** Runs the demo's command as a person would and reads its report. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { DemoResult } from '../../scripts/demo/result.ts';
import { run } from '../../scripts/steps/run.ts';

export interface DemoEnd {
  passed: boolean;
  output: string;
  /** Null when the demo ended before it could write one. */
  report: DemoResult | null;
}

/** Promises how a headless run ended. It takes the test build that stands in `folder`, by default the project's own. */
export async function runDemo(parameters: string[], folder = '.'): Promise<DemoEnd> {
  const place = await mkdtemp(join(tmpdir(), 'latchkey-report-'));
  const file = join(place, 'out.json');
  const words = ['scripts/demo/main.ts', '--headless', '--use-build', '--json', file, ...parameters];
  const ran = await run('demo', process.execPath, words, {}, resolve(folder));
  const report = await readFile(file, 'utf8').then(
    (text): DemoResult => JSON.parse(text),
    () => null,
  );
  await rm(place, { recursive: true, force: true });
  return { passed: ran.passed, output: ran.output, report };
}
