/** `npm run new-app NAME`: begins a recipe and its page, and brings the lists that name all recipes up to date. */
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { recipesOf } from '../recipes-list.ts';
import { updateLists } from './lists.ts';
import { pageFor, recipeFor } from './templates.ts';

const root = new URL('../../', import.meta.url);
const [name = ''] = process.argv.slice(2);

/** A name becomes a file name, an identifier and part of every binding. */
if (/^[a-z][a-z0-9]*$/.test(name)) await begin(name);
else {
  process.stdout.write(
    'Usage: npm run new-app NAME, in lower-case letters and digits, such as: npm run new-app grafana\n',
  );
  process.exitCode = 1;
}

async function begin(app: string): Promise<void> {
  const files = [
    { path: `tests/pages/${app}.html`, content: pageFor(app) },
    { path: `recipes/apps/${app}.ts`, content: recipeFor(app) },
  ];
  for (const { path, content } of files) {
    const isThere = existsSync(fileURLToPath(new URL(path, root)));
    if (!isThere) await writeFile(new URL(path, root), content);
    tell(`${isThere ? 'kept   ' : 'written'}  ${path}`);
  }
  for (const path of await updateLists(root, await recipesOf())) tell(`updated  ${path}`);
  tell(`\nNext: write the app's form into tests/pages/${app}.html, mark the answers, then fill in`);
  tell(`recipes/apps/${app}.ts until this is green:  npm test ${app}`);
  tell(`When name, versions or how far it was tried change:  npm run new-app ${app}  once more.`);
}

function tell(line: string): void {
  process.stdout.write(`${line}\n`);
}
