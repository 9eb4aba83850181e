/** A form becomes plain data: every field, no secret, hostile text cut. */
import { expect, it } from 'vitest';
import { look } from '@/engine/look';
import { clientId, page, secret, shown, testSecret, textField } from './acme';

it('reads every field but the secret', () => {
  const html = `<div id="form"><input id="client_id" value="now"><input id="client_secret" type="password" value="${testSecret}"></div>`;
  const seen = look(shown(html, { fields: [clientId, secret, textField('token')] }), page);
  expect(seen).toEqual({
    app: 'acme',
    form: 'sso',
    origin: 'https://acme.example',
    basePath: '/tools/',
    readings: [
      { key: 'client_id', state: 'found', now: 'now' },
      { key: 'client_secret', state: 'found', holdsSecret: true },
      { key: 'token', state: 'missing' },
    ],
    callbacks: [],
    notices: [],
  });
  expect(JSON.stringify(seen)).not.toContain(testSecret);
  expect(JSON.parse(JSON.stringify(seen))).toEqual(seen);
});

it('says that a closed box holds no secret', () => {
  const html = `<div id="form"><input id="client_secret" type="password" value="${testSecret}" style="display:none"></div>`;
  expect(look(shown(html, { fields: [secret] }), page).readings).toEqual([
    { key: 'client_secret', state: 'found', holdsSecret: false },
  ]);
});

it('says that a box on another tab, which is not closed itself, holds its secret', () => {
  const html = `<div id="form"><p style="display:none"><input id="client_secret" value="${testSecret}"></p></div>`;
  expect(look(shown(html, { fields: [secret] }), page).readings).toMatchObject([{ holdsSecret: true }]);
});

it.each([
  ['<button id="save"> Store \n it </button>', 'Store it'],
  ['<button id="save">Save<i style="display:none">ing…</i></button>', 'Save'],
  [`<button id="save">${'x'.repeat(100)}</button>`, 'x'.repeat(60)],
  ['<button id="save">Sa\u202eve\u0007</button>', 'Sa ve'],
  ['<input id="save" type="submit" value="Store">', 'Store'],
  ['<button id="save" style="display:none">Save</button>', undefined],
  ['', undefined],
])("names the page's Save: %s", (save, name) => {
  expect(look(shown(`<main><div id="form"></div>${save}</main>`, { fields: [] }), page).saveName).toBe(name);
});

it('finds Save by its words, the nearest first', () => {
  const html = '<button>SAVE</button><main><div id="form"></div><button>Save</button></main>';
  expect(look(shown(html, { fields: [], save: { labels: ['save'] } }), page).saveName).toBe('Save');
});

it('cuts what a hostile page puts into its fields', () => {
  const html = `<div id="form"><input id="client_id" value="${'x'.repeat(100_000)}"></div>`;
  const [reading] = look(shown(html, { fields: [clientId] }), page).readings;
  expect(String(reading?.now).length).toBe(4096);
});
