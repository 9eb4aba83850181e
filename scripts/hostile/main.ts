/** `npm run test:hostile`: every threat with the attacks that were tried against it, and whether Latchkey stood them. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser } from '../browsers/ensure.ts';
import { browserFindings } from './browser.ts';
import { buildFindings } from './builds.ts';
import { report } from './tally.ts';
import { unitFindings } from './unit.ts';

const folder = await mkdtemp(join(tmpdir(), 'latchkey-hostile-'));
try {
  for (const name of ['chromium', 'firefox'] as const) process.stdout.write(`${name}: ${ensureBrowser(name)}\n`);
  const units = await unitFindings(folder);
  const builds = await buildFindings();
  const browsers = builds.broken.length === 0 ? await browserFindings(folder) : { shown: [], broken: [] };
  const found = [units, builds, browsers];
  const { lines, failed } = report({
    shown: found.flatMap(({ shown }) => shown),
    broken: found.flatMap(({ broken }) => broken),
  });
  process.stdout.write(`${lines.join('\n')}\n`);
  process.exitCode = failed === 0 ? 0 : 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
