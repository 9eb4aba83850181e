/** `npm run coverage:pages`: apps, versions and languages against what the engine makes of their pages in a browser. */
import { readdir, readFile } from 'node:fs/promises';
import puppeteer from 'puppeteer-core';
import { ensureBrowser } from '../browsers/ensure.ts';
import { recipesOf } from '../recipes-list.ts';
import { type Measured, measure } from './measure.ts';
import { report } from './report.ts';

const folder = new URL('../../tests/pages/', import.meta.url);

const recipes = await recipesOf();
const browser = await puppeteer.launch({
  executablePath: ensureBrowser('chromium'),
  headless: true,
  pipe: true,
  defaultViewport: { width: 1280, height: 2000 },
  args: ['--no-sandbox', '--disable-gpu', '--host-resolver-rules=MAP * ~NOTFOUND'],
});
try {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.html') && !name.startsWith('_')).sort();
  const page = await browser.newPage();
  const measured: Measured[] = [];
  for (const name of names) {
    measured.push(await measure(page, name, await readFile(new URL(name, folder), 'utf8'), recipes));
  }
  const { text, faults } = report(measured);
  process.stdout.write(text);
  process.exitCode = faults === 0 ? 0 : 1;
} finally {
  await browser.close();
}
