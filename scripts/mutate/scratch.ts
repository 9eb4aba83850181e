/** A copy of the checkout to take guards away in: nothing that is done there reaches the project's own files. */
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';

/** What no unit test needs, and `node_modules`, which is linked. */
const leftOut = /^(?:node_modules|\.git|\.output|demo-output|test-results)(?:\/|$)/;

/** Promises the folder of a new copy. */
export async function makeScratch(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-mutate-'));
  const root = resolve('.');
  await cp(root, folder, {
    recursive: true,
    filter: (source) => !leftOut.test(relative(root, source).replaceAll('\\', '/')),
  });
  await symlink(resolve('node_modules'), join(folder, 'node_modules'), 'junction');
  return folder;
}

export function removeScratch(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true });
}
