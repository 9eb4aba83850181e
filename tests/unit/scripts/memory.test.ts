// @vitest-environment node
/** What is remembered of a check is forgotten with the smallest change of what it looked at. */
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fingerprint } from '../../../scripts/steps/memory';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-memory-'));
  mkdirSync(join(folder, 'engine', 'controls'), { recursive: true });
  writeFileSync(join(folder, 'engine', 'fill.ts'), 'a');
  writeFileSync(join(folder, 'engine', 'controls', 'text.ts'), 'b');
  writeFileSync(join(folder, 'one.json'), 'c');
});
afterEach(() => rmSync(folder, { recursive: true }));

const now = () => fingerprint([join(folder, 'engine'), join(folder, 'one.json')]);

it('is the same for the same files', () => {
  expect(now()).toBe(now());
});

it.each<[string, () => void]>([
  ['a file is changed', () => writeFileSync(join(folder, 'engine', 'fill.ts'), 'A')],
  ['a file further down is changed', () => writeFileSync(join(folder, 'engine', 'controls', 'text.ts'), 'B')],
  ['a single file is changed', () => writeFileSync(join(folder, 'one.json'), 'C')],
  ['a file comes', () => writeFileSync(join(folder, 'engine', 'new.ts'), '')],
  ['a file goes', () => rmSync(join(folder, 'engine', 'fill.ts'))],
  ['a file gets another name', () => renameSync(join(folder, 'engine', 'fill.ts'), join(folder, 'engine', 'fil.ts'))],
])('is another one when %s', (_name, change) => {
  const before = now();
  change();
  expect(now()).not.toBe(before);
});
