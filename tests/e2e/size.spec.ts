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
  expect(scripts.length).toBe(4);
  for (const { path, content } of scripts) expect(gzipSync(content).length, path).toBeLessThan(24 * 1024);
});

test('the popup stays under 60 kB gzipped', async () => {
  const page = await readFile(join(shipped, 'popup.html'), 'utf8');
  // All that it imports is named there, to be loaded at once.
  const scripts = (await filesOf(shipped, '.js')).filter(({ path }) => page.includes(`"/${path}"`));
  expect(scripts.some(({ path }) => path.startsWith('chunks/popup-'))).toBe(true);
  const size = scripts.reduce((sum, { content }) => sum + gzipSync(content).length, 0);
  expect(size).toBeGreaterThan(0);
  expect(size).toBeLessThan(60 * 1024);
});

for (const folder of [shipped, '.output/firefox-mv3']) {
  const bundles = { annotation: { type: 'threat', description: 'A14' } };
  test(`no eval, no code from elsewhere, no host of the stand-ins in ${folder}`, bundles, async () => {
    const forbidden =
      /\beval\(|\bFunction\(|import\(["']https?:|<script[^>]+https?:|espocrm\.company|acme\.app\.personio/;
    for (const { path, content } of await filesOf(folder, '.js')) {
      expect(forbidden.exec(content.toString())?.[0], path).toBeUndefined();
    }
  });

  const requests = { annotation: { type: 'threat', description: 'A13' } };
  test(
    `one way to the network in the background, one on authentik's page, and none else in ${folder}`,
    requests,
    async () => {
      const forbidden =
        /\b(?:fetch|XMLHttpRequest|WebSocket|EventSource|WebTransport|RTCPeerConnection|sendBeacon|importScripts)\b/g;
      const files = [...(await filesOf(folder, '.js')), ...(await filesOf(folder, '.html'))];
      expect(files.length).toBeGreaterThan(5);
      const ways = files.flatMap(({ path, content }) =>
        (content.toString().match(forbidden) ?? []).map((way) => `${path}: ${way}`),
      );
      expect(ways.sort()).toEqual(['background.js: fetch', 'content-scripts/admin.js: fetch']);
      const linked = /(?:src|href)="https?:|url\(["']?https?:|@import/;
      for (const { path, content } of [...(await filesOf(folder, '.html')), ...(await filesOf(folder, '.css'))]) {
        expect(linked.exec(content.toString())?.[0], path).toBeUndefined();
      }
    },
  );
}
