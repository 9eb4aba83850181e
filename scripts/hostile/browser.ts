/** Runs the browser tests that name a threat: annotation `{ type: 'threat', description: 'A3 20' }` counts twenty cases. */
import { globSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run, tell } from '../steps/run.ts';
import type { Findings, Shown } from './tally.ts';
import { isThreat } from './threats.ts';

interface Annotation {
  type: string;
  description?: string;
}

interface Spec {
  title: string;
  ok: boolean;
  file: string;
  tests: { annotations: Annotation[]; results: { status: string }[] }[];
}

interface Suite {
  title: string;
  specs?: Spec[];
  suites?: Suite[];
}

/** More than there are processors: an attack waits, most of its time, until a press would count. */
const workers = 4;

/** All of `tests/hostile`, in both browsers, and those of `tests/e2e` that show something of a threat, too. */
function files(): string[] {
  const others = globSync('tests/e2e/*.spec.ts').filter((path) =>
    readFileSync(path, 'utf8').includes("type: 'threat'"),
  );
  return ['tests/hostile', ...others];
}

/** Promises what they show, once the extension is built; `folder` is for the report. */
export async function browserFindings(folder: string): Promise<Findings> {
  const file = join(folder, 'browser.json');
  const parameters = ['test', ...files(), `--workers=${workers}`, '--reporter=list,json'];
  const ran = await run('browser tests', 'playwright', parameters, {
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
  });
  if (!ran.passed) tell(ran);
  try {
    const { suites } = JSON.parse(await readFile(file, 'utf8')) as { suites: Suite[] };
    const specs = suites.flatMap(specsOf).filter(hasRun);
    const shown = specs.flatMap(shownBy);
    const untold = specs.filter((spec) => !spec.ok && shownBy(spec).length === 0).map(({ title }) => title);
    const isTold = ran.passed || untold.length > 0 || shown.some(({ passed }) => !passed);
    return { shown, broken: isTold ? untold : [`browser tests\n${ran.output}`] };
  } catch {
    return { shown: [], broken: [`browser tests\n${ran.output}`] };
  }
}

function specsOf({ title, specs = [], suites = [] }: Suite): Spec[] {
  const inner = suites.flatMap(specsOf);
  return [...specs, ...inner].map((spec) => ({ ...spec, title: `${title} › ${spec.title}` }));
}

/** In a file that is named, tests that show nothing of a threat run as well, and count only when they fail. */
function hasRun({ tests }: Spec): boolean {
  return tests.some(({ results }) => results.some(({ status }) => status !== 'skipped'));
}

function shownBy({ tests, title, ok }: Spec): Shown[] {
  return tests
    .flatMap(({ annotations }) => annotations)
    .flatMap(({ type, description = '' }) => {
      const [threat = '', cases = '1'] = description.split(' ');
      return type === 'threat' && isThreat(threat) ? [{ threat, cases: Number(cases), passed: ok, name: title }] : [];
    });
}
