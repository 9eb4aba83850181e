/** Keeps the two lists that name every recipe equal to the recipes there are. */
import { readFile, writeFile } from 'node:fs/promises';
import type { Recipe } from '../../recipes/schema.ts';

const tableHead = '| App | Versions | How far it was tried |\n| --- | --- | --- |\n';

/** Promises the paths of the lists that had to be changed. */
export async function updateLists(root: URL, recipes: readonly Recipe[]): Promise<string[]> {
  const edits: [string, (before: string) => string][] = [
    ['recipes/index.ts', (before) => withImports(before, recipes)],
    ['README.md', (before) => withTable(before, recipes)],
  ];
  const changed: string[] = [];
  for (const [path, edit] of edits) {
    const file = new URL(path, root);
    const before = await readFile(file, 'utf8');
    const after = edit(before);
    if (after === before) continue;
    await writeFile(file, after);
    changed.push(path);
  }
  return changed;
}

/** One import line per app and the list itself, both in alphabetical order. */
function withImports(before: string, recipes: readonly Recipe[]): string {
  const ids = recipes.map(({ id }) => id).sort();
  const imports = ids.map((id) => `import ${id} from './apps/${id}';\n`).join('');
  return before
    .replace(/(?:import \w+ from '\.\/apps\/\w+';\n)+/, imports)
    .replace(/= \[[^\]]*\];/, `= [${ids.join(', ')}];`);
}

function withTable(before: string, recipes: readonly Recipe[]): string {
  const start = before.indexOf(tableHead) + tableHead.length;
  const end = before.indexOf('\n\n', start) + 1;
  if (start < tableHead.length || end < start) throw new Error('README.md has no table of apps any more.');
  const sorted = recipes.toSorted((one, other) => one.name.localeCompare(other.name, 'en'));
  const rows = sorted.map(({ name, versions, tried }) => `| ${name} | ${versions} | ${tried} |\n`);
  return before.slice(0, start) + rows.join('') + before.slice(end);
}
