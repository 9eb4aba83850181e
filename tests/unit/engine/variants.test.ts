/** The same form where it looks different: tried before the form itself, in order, and with its own parts alone. */
import { describe, expect, it } from 'vitest';
import { locate } from '@/engine/locate';
import { look } from '@/engine/look';
import type { Recognition } from '@/engine/model';
import { recognise } from '@/engine/recognise';
import type { FormWithVariants } from '@/recipes/schema';
import { variantsOf } from '@/recipes/variants';
import { pretendLayout } from '../recipes/layout';
import { clientId, formWith, page, recipeWith, secret, textField } from './acme';

type Variants = NonNullable<FormWithVariants['variants']>;

const old = textField('client_id', { find: { selectors: ['#old_id'] }, value: { from: 'profile', name: 'client_id' } });
const first = { id: 'first', markers: { present: ['#first'] }, fields: [old] };
const second = { id: 'second', markers: { present: ['#second'] }, within: '#second' };
const variants: Variants = [first, second];

function known(html: string, own: Variants = variants, url = page): Recognition | null {
  pretendLayout();
  document.body.innerHTML = html;
  return recognise(document, url, [recipeWith({}, undefined, own)]);
}

describe('a form with variants', () => {
  it('is each of them as a form of its own, in order, and itself last', () => {
    const form = { ...formWith(), variants };
    expect(variantsOf(form)).toEqual([
      { variant: 'first', form: formWith({ markers: first.markers, fields: [old, secret] }) },
      { variant: 'second', form: formWith({ markers: second.markers, within: '#second' }) },
      { form: formWith() },
    ]);
    expect(variantsOf(formWith())).toEqual([{ form: formWith() }]);
  });

  it('keeps the places of its fields, and takes none it has not got', () => {
    const [one] = variantsOf({ ...formWith(), variants: [{ id: 'v', fields: [textField('token'), secret, old] }] });
    expect(one?.form.fields).toEqual([old, secret]);
  });

  it('is the first one that fits, before the form itself', () => {
    const block = '<div id="form"></div>';
    expect(known(block)?.variant).toBeUndefined();
    expect(known(`${block}<div id="second"></div>`)?.variant).toBe('second');
    expect(known(`${block}<div id="second"></div><div id="first"></div>`)?.variant).toBe('first');
    expect(known('<div id="second"></div>')?.block.id).toBe('second');
  });

  it('passes over a variant whose block or address does not fit', () => {
    expect(known('<div id="second"></div><div id="second"></div><div id="form"></div>')?.variant).toBeUndefined();
    const elsewhere = [{ ...second, page: { hashes: ['#elsewhere'] } }];
    expect(known('<div id="second"></div><div id="form"></div>', elsewhere)?.variant).toBeUndefined();
    const there = known('<div id="second"></div>', elsewhere, new URL('https://acme.example/#elsewhere'));
    expect([there?.variant, there?.form.id]).toEqual(['second', 'sso']);
  });

  it('is named in the look, under the one id of the form', () => {
    const html = '<div id="first"></div><div id="form"><input id="old_id" value="now"><input id="client_id"></div>';
    const recognition = known(html);
    const seen = recognition && look(recognition, page);
    expect(seen).toMatchObject({ form: 'sso', variant: 'first' });
    expect(seen?.readings[0]).toEqual({ key: 'client_id', state: 'found', now: 'now' });
    const plain = known(html.replace('id="first"', ''));
    expect(plain && look(plain, page)).not.toHaveProperty('variant');
  });
});

describe('one among several controls', () => {
  const third = { ...clientId, find: { selectors: ['.box', 'input'], position: { index: 1, of: 3 } } };
  const stateOf = (html: string, field = third): string[] => {
    pretendLayout();
    document.body.innerHTML = `<input class="box"><div id="form">${html}</div>`;
    const recognition = recognise(document, page, [recipeWith({ fields: [field] })]);
    if (!recognition) throw new Error('not recognised');
    return locate(recognition).map((one) => ('element' in one ? `${one.state} ${one.element.id}` : one.state));
  };
  const boxes = (...ids: string[]): string => ids.map((id) => `<input class="box" id="${id}">`).join('');

  it('is the one at its place, counted from nought inside the block', () => {
    expect(stateOf(boxes('a', 'b', 'c'))).toEqual(['found b']);
    expect(stateOf(boxes('a', 'b', 'c').replace('id="b"', 'id="b" disabled'))).toEqual(['managed b']);
  });

  it('is none where there are more or fewer', () => {
    expect(stateOf(boxes('a', 'b'))).toEqual(['missing']);
    expect(stateOf(boxes('a', 'b', 'c', 'd'))).toEqual(['missing']);
    expect(stateOf('')).toEqual(['missing']);
  });

  it('counts what is hidden, too', () => {
    const hidden = '<p style="display:none"><input class="box"></p>';
    expect(stateOf(`${hidden}${boxes('b', 'c')}`)).toEqual(['found b']);
    expect(stateOf(`${hidden}${boxes('a', 'b', 'c')}`)).toEqual(['missing']);
  });

  it('is looked for by the next selector where the first has another number', () => {
    expect(stateOf(`${boxes('a')}<input id="x"><input id="y">`)).toEqual(['found x']);
  });

  it('is not lent to a label where its number is another', () => {
    const field = { ...third, find: { ...third.find, labels: ['client'] } };
    expect(stateOf(boxes('a', 'b'), field)).toEqual(['missing']);
    expect(stateOf(`${boxes('a')}<label>Client <input id="x"></label>`, field)).toEqual(['found x']);
  });
});
