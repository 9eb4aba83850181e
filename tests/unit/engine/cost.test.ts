/** What recognition costs on pages of other apps: nothing at other addresses, little without the markers. */
import { beforeEach, expect, it, type Mock, vi } from 'vitest';
import { noticesOf } from '@/engine/notices';
import { recognise } from '@/engine/recognise';
import type { Form, Notice } from '@/recipes/schema';
import { page, recipeWith } from './acme';

const texts = [{ selector: 'h2', oneOf: ['Own name'] }];
const form: Partial<Form> = {
  markers: { present: ['#form', '#none'], texts, absentLines: ['Other line'] },
  within: { line: 'Own line', closest: '#form' },
};
const notice: Notice = { id: 'read-only', page: { hashes: ['#sso'] }, markers: { present: ['#none'], texts } };
const recipes = [recipeWith(form, [notice], [{ id: 'variant', markers: { present: ['#none'], texts } }])];

let asked: Mock[];

beforeEach(() => {
  document.body.innerHTML = '<div id="form"><h2>Own name</h2><p>Own line</p></div>';
  asked = [
    vi.spyOn(document, 'querySelector'),
    vi.spyOn(document, 'querySelectorAll'),
    vi.spyOn(document, 'createTreeWalker'),
    vi.spyOn(Element.prototype, 'checkVisibility'),
    vi.spyOn(Element.prototype, 'getBoundingClientRect'),
  ];
});

function calls(): number[] {
  return asked.map((spy) => spy.mock.calls.length);
}

it('asks nothing of a page at another address', () => {
  const elsewhere = new URL('https://acme.example/#other');
  expect([recognise(document, elsewhere, recipes), noticesOf(document, elsewhere, recipes)]).toEqual([null, null]);
  expect(calls()).toEqual([0, 0, 0, 0, 0]);
});

it('reads no text and measures nothing where a marker is missing', () => {
  expect([recognise(document, page, recipes), noticesOf(document, page, recipes)]).toEqual([null, null]);
  const [selectors, ...dear] = calls();
  expect(selectors).toBeGreaterThan(0);
  expect(dear).toEqual([0, 0, 0, 0]);
});
