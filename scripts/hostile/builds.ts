/** Builds what the browser tests need, and what is shipped a second time: the same sources must give the same files. */
import { buildAll, buildShipped, shippedFolders } from '../steps/builds.ts';
import { changes, digests } from '../steps/memory.ts';
import type { Findings } from './tally.ts';

/** Promises whether every file of both browsers came out the same, to the byte; `broken` when a build fails. */
export async function buildFindings(): Promise<Findings> {
  const first = await buildAll();
  const before = shippedFolders.map((folder) => digests([folder]));
  const second = await buildShipped();
  const failed = [...first, ...second].filter(({ passed }) => !passed);
  if (failed.length > 0) return { shown: [], broken: failed.map(({ name, output }) => `${name}\n${output}`) };
  const shown = shippedFolders.map((folder, index) => {
    const now = digests([folder]);
    const changed = changes(before[index] ?? null, now);
    const files = Object.keys(now).length;
    const passed = changed?.length === 0 && files > 0;
    return { threat: 'A14' as const, cases: files, passed, name: `${folder}, built twice: ${changed?.join(', ')}` };
  });
  return { shown, broken: [] };
}
