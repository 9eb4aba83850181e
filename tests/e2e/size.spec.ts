/** What is shipped stays small and free of code that stores and browsers forbid. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';

const shipped = '.output/chrome-mv3';

async function filesOf(folder: string, ending: string): Promise<{ path: string; content: Buffer }[]> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(ending));
  return Promise.all(names.map(async (name) => ({ path: name, content: await readFile(join(folder, name)) })));
}

test('each script that runs in pages stays under 24 kB gzipped', async () => {
  const isInPages = (path: string): boolean =>
    path.startsWith('content-scripts/') || ['panel.js', 'recipes.js'].includes(path);
  const scripts = (await filesOf(shipped, '.js')).filter(({ path }) => isInPages(path));
  expect(scripts.length).toBe(3);
  for (const { path, content } of scripts) expect(gzipSync(content).length, path).toBeLessThan(24 * 1024);
});

test('the popup stays under 60 kB gzipped', async () => {
  const scripts = (await filesOf(shipped, '.js')).filter(({ path }) => path.startsWith('chunks/'));
  const size = scripts.reduce((sum, { content }) => sum + gzipSync(content).length, 0);
  expect(size).toBeGreaterThan(0);
  expect(size).toBeLessThan(60 * 1024);
});

for (const folder of [shipped, '.output/firefox-mv3']) {
  test(`no eval, no code from elsewhere, no host of the stand-ins in ${folder}`, async () => {
    const forbidden = /\beval\(|new Function\(|import\(["']https?:|espocrm\.company|acme\.app\.personio/;
    for (const { path, content } of await filesOf(folder, '.js')) {
      expect(forbidden.exec(content.toString())?.[0], path).toBeUndefined();
    }
  });
}
