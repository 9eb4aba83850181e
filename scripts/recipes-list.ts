/** The recipes as Node reads them, file by file: `recipes/index.ts` is written for the bundler. */
import { readdir } from 'node:fs/promises';
import type { Recipe } from '../recipes/schema.ts';

const apps = new URL('../recipes/apps/', import.meta.url);

/** Promises every recipe, in the order of their names. */
export async function recipesOf(): Promise<Recipe[]> {
  const files = (await readdir(apps)).filter((file) => file.endsWith('.ts')).sort();
  return Promise.all(files.map(async (file) => (await import(new URL(file, apps).href)).default));
}
