/** Fields found by selector: inside the block, once, and only as the kind of control the recipe knows. */
import { describe, expect, it } from 'vitest';
import { locate } from '@/engine/locate';
import { clientId, shown, textField } from './acme';

function stateOf(html: string, form = {}): string[] {
  return locate(shown(html, { fields: [clientId], ...form })).map((one) =>
    'element' in one ? `${one.state} ${one.element.id}` : one.state,
  );
}

describe('by selector', () => {
  it('finds what lies in the block, though the selector stands alone', () => {
    expect(stateOf('<input id="client_id"><div id="form"></div>')).toEqual(['missing']);
    expect(stateOf('<div id="form"><input id="client_id"></div>')).toEqual(['found client_id']);
  });

  it('asks the selectors in order of trust', () => {
    const field = { ...clientId, find: { selectors: ['#none', '[name=id]', '#other'] } };
    expect(stateOf('<div id="form"><input id="other"><input id="a" name="id"></div>', { fields: [field] })).toEqual([
      'found a',
    ]);
  });

  it('A4: takes the one a person sees among several, else none', () => {
    const hidden = '<p style="display:none"><input id="client_id"></p>';
    const seen = '<input id="client_id">';
    expect(stateOf(`<div id="form">${hidden}${seen}</div>`)).toEqual(['found client_id']);
    expect(stateOf(`<div id="form">${seen}${seen}</div>`)).toEqual(['ambiguous']);
  });

  it.each([
    ['<input id="client_id" disabled>', 'managed client_id'],
    ['<input id="client_id" readonly>', 'managed client_id'],
    ['<select id="client_id"></select>', 'unfit client_id'],
    ['<input id="client_id" type="checkbox">', 'unfit client_id'],
    ['<textarea id="client_id"></textarea>', 'found client_id'],
  ])('%s', (html, state) => {
    expect(stateOf(`<div id="form">${html}</div>`)).toEqual([state]);
  });

  it('falls back to labels where no selector fits, without lending a control twice', () => {
    const token = textField('token', { find: { selectors: ['#none'], labels: ['token'] } });
    const html = '<div id="form"><label>Token <input id="client_id"></label></div>';
    expect(stateOf(html, { fields: [clientId, token] })).toEqual(['found client_id', 'missing']);
    expect(stateOf('<div id="form"><label>Token <input id="a"></label></div>', { fields: [token] })).toEqual([
      'found a',
    ]);
  });
});
