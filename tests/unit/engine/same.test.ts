/** Two values are the same to the letter, but for the coding of addresses and the order of lists. */
import { expect, it } from 'vitest';
import { isSame } from '@/engine/same';

it.each([
  ['a', 'a', true],
  ['a', 'a ', false],
  ['https://id.example/ä', 'https://id.example/%C3%A4', true],
  ['https://id.example/a', 'https://id.example/a/', false],
  ['https://id.example/%', 'https://id.example/%', true],
  ['https://id.example/%', 'https://id.example/%25', true],
  ['%C3%A4', 'ä', false],
  [['a', 'b'], ['b', 'a'], true],
  [['a', 'b'], ['a', 'b', 'c'], false],
  [['a'], ['b'], false],
  [['a b'], ['a', 'b'], false],
  [true, true, true],
  [true, false, false],
  ['true', true, false],
  [['a'], 'a', false],
])('%j and %j: %s', (one, other, same) => {
  expect(isSame(one, other)).toBe(same);
  expect(isSame(other, one)).toBe(same);
});
