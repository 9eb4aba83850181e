// @vitest-environment node
/** The list of `npm run mutate` is about this project: every guard stands where it says, once, and has its tests. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { mutants } from '../../../scripts/mutate/mutants.ts';

it.each(mutants)('$file, $name', ({ file, find, replace, tests }) => {
  expect(readFileSync(file, 'utf8').split(find)).toHaveLength(2);
  expect(replace).not.toBe(find);
  expect(tests.length).toBeGreaterThan(0);
  expect(tests.filter((test) => !existsSync(test))).toEqual([]);
});

it('names each guard once', () => {
  const names = mutants.map(({ file, name }) => `${file}, ${name}`);
  expect(names).toEqual([...new Set(names)]);
});
