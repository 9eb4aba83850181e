/** What `npm run check` remembers of its last run, so that it looks again only at what has changed; gone with `node_modules`. */
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

/** Folder of everything remembered, absolute. */
export const memoryFolder = resolve('node_modules', '.cache', 'latchkey');

/** SHA-256 of each file, by its path. */
export type Digests = Readonly<Record<string, string>>;

/** What these files, and all files in these folders, hold now. */
export function digests(paths: readonly string[]): Digests {
  const found = paths.flatMap((path) => globSync([path, `${path}/**/*.*`], { withFileTypes: true }));
  const files = found
    .filter((entry) => entry.isFile())
    .map((entry) => relative('', join(entry.parentPath, entry.name)));
  return Object.fromEntries(
    files.sort().map((file) => [file, createHash('sha256').update(readFileSync(file)).digest('base64')]),
  );
}

/** Files that are new, different or gone; null when nothing is known of before. */
export function changes(before: Digests | null, now: Digests): string[] | null {
  if (before === null) return null;
  const files = new Set([...Object.keys(before), ...Object.keys(now)]);
  return [...files].filter((file) => before[file] !== now[file]);
}

/** What a step passed with last; null when it never did. */
export function recall(step: string): Digests | null {
  const file = join(memoryFolder, `${step}.json`);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

export function remember(step: string, passed: Digests): void {
  mkdirSync(memoryFolder, { recursive: true });
  writeFileSync(join(memoryFolder, `${step}.json`), JSON.stringify(passed));
}
