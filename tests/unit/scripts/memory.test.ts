// @vitest-environment node
/** The memory of a check notices the smallest change of what was looked at. */
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { changes, digests } from '../../../scripts/steps/memory';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-memory-'));
  mkdirSync(join(folder, 'engine', 'controls'), { recursive: true });
  writeFileSync(join(folder, 'engine', 'fill.ts'), 'a');
  writeFileSync(join(folder, 'engine', 'controls', 'text.ts'), 'b');
  writeFileSync(join(folder, 'one.json'), 'c');
});
afterEach(() => rmSync(folder, { recursive: true }));

const now = () => digests([join(folder, 'engine'), join(folder, 'one.json')]);
const changed = (change: () => void): string[] | undefined => {
  const before = now();
  change();
  return changes(before, now())?.map((file) => relative(folder, file));
};

it('finds no change where there is none', () => {
  expect(changed(() => {})).toEqual([]);
  expect(changed(() => writeFileSync(join(folder, 'other.json'), ''))).toEqual([]);
});

it('knows nothing without a memory', () => {
  expect(changes(null, now())).toBeNull();
});

it.each<[string, string[], () => void]>([
  ['a file is changed', ['engine/fill.ts'], () => writeFileSync(join(folder, 'engine', 'fill.ts'), 'A')],
  ['one further down', ['engine/controls/text.ts'], () => writeFileSync(join(folder, 'engine/controls/text.ts'), 'B')],
  ['a single file is changed', ['one.json'], () => writeFileSync(join(folder, 'one.json'), 'C')],
  ['a file comes', ['engine/new.ts'], () => writeFileSync(join(folder, 'engine', 'new.ts'), '')],
  ['a file goes', ['engine/fill.ts'], () => rmSync(join(folder, 'engine', 'fill.ts'))],
  [
    'a file gets another name',
    ['engine/fill.ts', 'engine/fil.ts'],
    () => renameSync(join(folder, 'engine', 'fill.ts'), join(folder, 'engine', 'fil.ts')),
  ],
])('names what is new, different or gone when %s', (_name, files, change) => {
  expect(changed(change)).toEqual(files);
});
