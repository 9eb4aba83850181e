// @vitest-environment node
/** A14: what is built from is pinned to the bit, and little of other people's making is shipped. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Locked {
  integrity?: string;
  resolved?: string;
  optional?: boolean;
  os?: string[];
  hasInstallScript?: boolean;
}

const readJson = (path: string) => JSON.parse(readFileSync(path, 'utf8'));
const { dependencies, devDependencies } = readJson('package.json') as Record<string, Record<string, string>>;
const lock: { packages: Record<string, Locked> } = readJson('package-lock.json');
const locked = Object.entries(lock.packages).filter(([path]) => path !== '');

describe('A14: the lockfile', () => {
  it(`A14, ${locked.length} cases: names the checksum of every package, but for tools on other systems`, () => {
    const loose = locked.filter(([, { integrity }]) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? ''));
    // npm learns a checksum only where it can fetch the package; these two never get into what is shipped.
    const tools = /^node_modules\/(?:@biomejs\/cli|@oxc-parser\/binding)-/;
    const isTool = ([path, { optional, os }]: [string, Locked]) => optional && os && tools.test(path);
    expect(loose.filter((entry) => !isTool(entry))).toEqual([]);
  });

  it(`A14, ${locked.length} cases: leads to no place but the registry`, () => {
    const elsewhere = locked.filter(
      ([, { resolved }]) => resolved && !resolved.startsWith('https://registry.npmjs.org/'),
    );
    expect(elsewhere).toEqual([]);
  });

  it('names exact versions for all that is asked for', () => {
    const asked = Object.values({ ...dependencies, ...devDependencies });
    expect(asked.filter((version) => !/^(npm:(@[\w-]+\/)?[\w-]+@)?\d+\.\d+\.\d+(-\d+)?$/.test(version))).toEqual([]);
  });

  it('lets no package run code when it is installed, but for Node itself', () => {
    const running = locked.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path);
    expect(running).toEqual(['node_modules/node']);
    expect(readJson('package.json').allowScripts).toEqual({ node: true });
  });
});

describe('A14: what is shipped of others', () => {
  it('is this and no more; whoever adds to it says in the commit why', () => {
    expect(Object.keys(dependencies ?? {})).toEqual([
      '@preact/signals',
      '@wxt-dev/i18n',
      'hash-wasm',
      'preact',
      'webextension-polyfill',
      'zod',
    ]);
  });
});
