/** The proof notices a broken product: with one line of the extension spoilt, the demo fails. */
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { run } from '../../scripts/steps/run.ts';
import { runDemo } from '../driver/demo-process.ts';

const leftOut = new Set(['node_modules', '.git', '.output', '.wxt', 'demo-output', 'test-results']);

const endpoints = 'authentik/endpoints.ts';
/** Each with an app that it concerns. */
const breakages = [
  {
    title: 'no slash after token',
    app: 'portainer',
    file: endpoints,
    find: '/application/o/token/`',
    put: '/application/o/token`',
  },
  { title: 'jwks misspelt', app: 'espocrm', file: endpoints, find: '/jwks/`', put: '/jwsk/`' },
  {
    title: 'the secret blanked in fill',
    app: 'palmr',
    file: 'engine/fill.ts',
    find: 'secrets[field.key]?.trim()',
    put: "''",
  },
];

for (const breakage of breakages) {
  test(`the demo fails with ${breakage.title}`, async () => {
    const copy = await mkdtemp(join(tmpdir(), 'latchkey-broken-'));
    try {
      await cp('.', copy, { recursive: true, filter: (source) => !leftOut.has(source) });
      await symlink(resolve('node_modules'), join(copy, 'node_modules'));
      await spoil(join(copy, breakage.file), breakage.find, breakage.put);
      const build = await run('build', 'wxt', ['build', '--mode', 'e2e'], {}, copy);
      expect(build.passed, build.output).toBe(true);
      const { passed, output, report } = await runDemo(['--app', breakage.app], copy);
      expect(passed).toBe(false);
      expect(
        report?.apps.map(({ app, login }) => [app, login]),
        output,
      ).toEqual([[breakage.app, 'failed']]);
    } finally {
      await rm(copy, { recursive: true, force: true });
    }
  });
}

/** A text that is not there exactly once would spoil nothing, or something else. */
async function spoil(file: string, find: string, put: string): Promise<void> {
  const source = await readFile(file, 'utf8');
  expect(source.split(find), `${find} in ${file}`).toHaveLength(2);
  await writeFile(file, source.replace(find, put));
}
