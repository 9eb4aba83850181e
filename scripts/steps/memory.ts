/** What `npm run check` remembers of its last run, so that it looks again only at what has changed; gone with `node_modules`. */
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Folder of everything remembered, absolute. */
export const memoryFolder = resolve('node_modules', '.cache', 'latchkey');

/** Promises the same text for the same content of these files and folders, and another one for any change. */
export function fingerprint(paths: readonly string[]): string {
  const files = paths.flatMap((path) => globSync([path, `${path}/**/*.*`], { exclude: ['**/node_modules'] }));
  const hash = createHash('sha256');
  for (const file of files.filter((path) => /\.\w+$/.test(path)).sort()) {
    hash.update(`${file}\n`).update(createHash('sha256').update(readFileSync(file)).digest());
  }
  return hash.digest('hex');
}

/** Whether a step passed on exactly this content before. */
export function hasPassed(step: string, content: string): boolean {
  const file = join(memoryFolder, step);
  return existsSync(file) && readFileSync(file, 'utf8') === content;
}

export function rememberPass(step: string, content: string): void {
  mkdirSync(memoryFolder, { recursive: true });
  writeFileSync(join(memoryFolder, step), content);
}
