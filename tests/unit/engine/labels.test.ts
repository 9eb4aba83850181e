/** Fields are found by words alone: longest phrase wins, and doubt is never resolved by guessing. */
import { describe, expect, it } from 'vitest';
import { locate } from '@/engine/locate';
import type { Form } from '@/recipes/schema';
import { shown, textField } from './acme';

const labelled = (key: Parameters<typeof textField>[0], ...labels: string[]) => textField(key, { find: { labels } });

const fields = [
  labelled('client_id', 'client id'),
  labelled('claim', 'claim field', 'claim'),
  labelled('token', 'token uri', 'token'),
  labelled('userinfo', 'userinfo uri', 'userinfo'),
  labelled('secret_expiry', 'expiry'),
];

/** State of every field, and the id of its element where there is one. */
function found(html: string, form: Partial<Form> = {}): Record<string, string> {
  const located = locate(shown(`<div id="form">${html}</div>`, { fields, ...form }));
  return Object.fromEntries(
    located
      .filter(({ state }) => state !== 'missing')
      .map((one) => [one.field.key, 'element' in one ? `${one.state} ${one.element.id}` : one.state]),
  );
}

describe('where a label stands', () => {
  it.each([
    ['a label for it', '<label for="a">Client ID *</label><input id="a">'],
    ['a label around it', '<label>Client ID <input id="a"></label>'],
    ['a label whose words are apart', '<label><span>Client</span> <span>ID</span><input id="a"></label>'],
    ['aria-labelledby', '<b id="l">Client ID</b><input id="a" aria-labelledby="l">'],
    ['aria-label', '<input id="a" aria-label="Client ID">'],
    ['title', '<input id="a" title="Client ID">'],
    ['placeholder', '<input id="a" placeholder="Client ID">'],
    ['words of its name', '<input id="a" name="oidcClientId">'],
    ['words of its test id', '<input id="a" data-test-id="oidc-client-id-input">'],
    ['text above', '<div><div>Client ID</div><div><input id="a"></div></div>'],
    ['text above, help below', '<div><p>Client ID</p><input id="a"><p>Not the claim field</p></div>'],
    ['text above, help between', '<div><p>Client ID</p><p>Used to ask for a token</p><input id="a"></div>'],
    ['text behind, where none is before', '<div><input id="a"><span>Client ID</span></div>'],
    ['bare text on both sides', '<div>Client ID <input id="a"> not the claim field</div>'],
    ['two lines', '<label>Client<br>ID <input id="a"></label>'],
    ['text above a heading', '<div><h3>Configuration</h3><p>Client ID</p><input id="a"></div>'],
  ])('%s', (_name, html) => {
    expect(found(html)).toEqual({ client_id: 'found a' });
  });

  it('takes no text of another control, no help by reference and no error text', () => {
    expect(found('<div><p>Client ID</p><input id="a"><input id="b"></div>')).toEqual({});
    expect(found('<div><p id="h">Client ID</p><input id="a" aria-describedby="h"></div>')).toEqual({});
    expect(found('<div><p role="alert">Client ID is wrong</p><input id="a"></div>')).toEqual({});
  });

  it('does not take an example address for a label', () => {
    expect(found('<input id="a" placeholder="https://example.com/token">')).toEqual({});
  });
});

describe('who gets a control', () => {
  it('prefers the longest phrase, and the exact one to one that is contained', () => {
    const html = `
      <label>Claim field for the client ID <input id="a"></label>
      <label>Client ID <input id="b"></label>
      <label>The client ID of the mobile app <input id="c"></label>`;
    expect(found(html)).toEqual({ claim: 'found a', client_id: 'found b' });
  });

  it('is not confused by help that names another field', () => {
    const html = `
      <div><p>Userinfo URI</p><input id="a"><p>Called with the token</p></div>
      <div><p>Token URI</p><input id="b"><p>Not the userinfo URI</p></div>`;
    expect(found(html)).toEqual({ userinfo: 'found a', token: 'found b' });
  });

  it('gives none where two are equally good', () => {
    expect(found('<label>Client ID <input id="a"></label><label>Client ID <input id="b"></label>')).toEqual({
      client_id: 'ambiguous',
    });
  });

  it('gives none where one control names two fields equally well', () => {
    const twins = [labelled('issuer', 'address'), labelled('base_url', 'address')];
    expect(found('<label>Address <input id="a"></label>', { fields: twins })).toEqual({
      issuer: 'ambiguous',
      base_url: 'ambiguous',
    });
  });

  it('A4: passes over hidden and too small controls', () => {
    const html = `
      <div style="display:none"><label>Client ID <input id="a"></label></div>
      <label>Client ID <input id="b"></label>`;
    expect(found(html)).toEqual({ client_id: 'found b' });
  });

  it('reports a locked control as managed, never as found', () => {
    expect(found('<label>Client ID <input id="a" disabled></label>')).toEqual({ client_id: 'managed a' });
    expect(found('<label>Client ID <input id="a" readonly></label>')).toEqual({ client_id: 'managed a' });
  });

  it('reports a choice list as another kind of control', () => {
    expect(found('<div><p>Claim field</p><button role="button" id="a">email</button></div>')).toEqual({
      claim: 'unfit a',
    });
    expect(found('<label for="a">Claim field</label><select id="a"><option>email</option></select>')).toEqual({
      claim: 'unfit a',
    });
  });

  it('does not take a choice list beside a text box for the field of that box', () => {
    const html = '<div><p>Userinfo URI</p><input id="a"><button role="button" id="b">GET</button></div>';
    expect(found(html)).toEqual({ userinfo: 'found a' });
  });

  it('lets a date box be found only for a field that is left to the person', () => {
    const own = [labelled('secret_expiry', 'expiry'), labelled('client_id', 'client id')].map((field) =>
      field.key === 'secret_expiry' ? { ...field, value: { from: 'user' as const } } : field,
    );
    const html = '<label>Expiry <input id="a" type="date"></label><label>Client ID <input id="b" type="date"></label>';
    expect(found(html, { fields: own })).toEqual({ secret_expiry: 'found a', client_id: 'unfit b' });
  });
});
