/** Callbacks from boxes, from any text, from examples and from fields, each with how authentik is to take it. */
import { describe, expect, it } from 'vitest';
import { capture } from '@/engine/capture';
import type { Callback } from '@/engine/model';
import type { CallbackSource, Field } from '@/recipes/schema';
import { boxOf, page, secret, shown, testSecret, textField } from './acme';

function captured(html: string, callbacks: CallbackSource[], fields: Field[] = []): Callback[] {
  return capture(shown(`<div id="form">${html}</div>`, { callbacks, fields }), page);
}

const here = 'https://acme.example/tools/cb';

describe('an address in any text of the block', () => {
  const address: CallbackSource = { how: 'address', path: '/tools/cb*' };

  it('is a whole text with this path', () => {
    expect(captured(`<p>Callback</p><div>\n ${here} </div><button>Copy</button>`, [address])).toEqual([
      { url: here, how: 'read' },
    ]);
  });

  it.each([
    ['part of a text', `<p>Use ${here}</p>`],
    ['two of them', `<p>${here} ${here}</p>`],
    ['another path', '<p>https://acme.example/tools/other</p>'],
    ['hidden', `<p style="display:none">${here}</p>`],
    ['what is typed', `<textarea>${here}</textarea>`],
    ['an option', `<select><option>${here}</option></select>`],
    ['nothing', ''],
  ])('is not %s', (_name, html) => {
    expect(captured(html, [address])).toEqual([]);
  });

  it('does not lie outside the block', () => {
    const recognition = shown(`<p>${here}</p><div id="form"></div>`, { callbacks: [address], fields: [] });
    expect(capture(recognition, page)).toEqual([]);
  });

  it('of another host is shown with a warning, and a hostile one not at all', () => {
    expect(captured('<p>https://evil.test/tools/cb</p>', [address])).toEqual([
      { url: 'https://evil.test/tools/cb', how: 'read', warning: 'other-origin' },
    ]);
    expect(captured('<p>https://acme.example/tools/cb?code=1</p>', [address])).toEqual([]);
  });
});

describe('a read-only box', () => {
  const input: CallbackSource = { how: 'input', selector: '#cb', path: '*/cb' };

  it('gives its value', () => {
    expect(captured(`<input id="cb" readonly value=" ${here} ">`, [input])).toEqual([{ url: here, how: 'read' }]);
    expect(captured('<input id="cb" readonly value="https://acme.example/tools/x">', [input])).toEqual([
      { url: 'https://acme.example/tools/x', how: 'read', warning: 'other-folder' },
    ]);
  });

  it.each(['', 'javascript:alert(1)'])('that holds "%s" gives nothing', (value) => {
    expect(captured(`<input id="cb" readonly value="${value}">`, [input])).toEqual([]);
  });
});

describe('an example', () => {
  const example: CallbackSource = { how: 'example', selector: '#cb', path: '*/cb' };

  it("keeps its path and query under the page's own origin, and counts as computed", () => {
    expect(captured('<code id="cb">https://your-server.example:8080/tools/cb?x=1</code>', [example])).toEqual([
      { url: `${here}?x=1`, how: 'computed' },
    ]);
    expect(captured('<input id="cb" value="http://localhost/tools/cb">', [example])).toEqual([
      { url: here, how: 'computed' },
    ]);
  });

  it('of another path or folder is warned about, and a hostile one is none', () => {
    expect(captured('<code id="cb">https://your-server.example/tools/x</code>', [example])).toMatchObject([
      { url: 'https://acme.example/tools/x', warning: 'other-folder' },
    ]);
    expect(captured('<code id="cb">https://your-server.example/other/cb</code>', [example])).toMatchObject([
      { warning: 'other-folder' },
    ]);
    expect(captured('<code id="cb">https://user@your-server.example/tools/cb</code>', [example])).toEqual([]);
  });
});

describe('an address that is put together', () => {
  const named: CallbackSource = { how: 'computed', template: '{origin}{basePath}login/{field:provider_name}/cb' };
  const name = textField('provider_name');

  it('holds what a field holds now', () => {
    expect(captured('<input id="provider_name" value=" own ">', [named], [name])).toEqual([
      { url: 'https://acme.example/tools/login/own/cb', how: 'computed' },
    ]);
  });

  it.each(['', ' ', 'my own', '../..', 'a#b', '*', '{origin}', 'x?code=1&y='])(
    'is none where that is "%s"',
    (value) => {
      expect(captured(`<input id="provider_name" value="${value}">`, [named], [name])).toEqual([]);
    },
  );

  it('is none without the field, and never holds a secret', () => {
    expect(captured('', [named], [name])).toEqual([]);
    const stolen: CallbackSource = { how: 'computed', template: '{origin}/{field:client_secret}' };
    const html = `<input id="client_secret" type="password" value="${testSecret}">`;
    expect(captured(html, [stolen], [secret])).toEqual([]);
    const asText: Field = { ...secret, control: { kind: 'text' } };
    expect(captured(html, [stolen, { how: 'field', key: 'client_secret' }], [asText])).toEqual([]);
  });
});

describe('how authentik is to take an address', () => {
  it('is copied from the recipe', () => {
    const sources: CallbackSource[] = [
      { how: 'text', selector: '#cb', matching: 'regex' },
      { how: 'computed', template: '{origin}/logout', kind: 'logout' },
      { how: 'fixed', url: 'https://vendor.example/cb', matching: 'regex', kind: 'logout' },
    ];
    expect(captured(`<p id="cb">${here}</p>`, sources)).toEqual([
      { url: here, how: 'read', matching: 'regex' },
      { url: 'https://acme.example/logout', how: 'computed', kind: 'logout' },
      { url: 'https://vendor.example/cb', how: 'fixed', matching: 'regex', kind: 'logout' },
    ]);
  });

  it('a computed one may be a regular expression', () => {
    const source: CallbackSource = { how: 'computed', template: '{origin}/cb/.*', matching: 'regex' };
    const url = 'https://acme\\.example/cb/.*';
    expect(captured('', [source])).toEqual([{ url, how: 'computed', matching: 'regex' }]);
  });

  it('keeps one address for both kinds', () => {
    const sources: CallbackSource[] = [
      { how: 'text', selector: '#cb' },
      { how: 'text', selector: '#cb', kind: 'logout' },
      { how: 'text', selector: '#cb' },
    ];
    expect(captured(`<p id="cb">${here}</p>`, sources)).toEqual([
      { url: here, how: 'read' },
      { url: here, how: 'read', kind: 'logout' },
    ]);
  });
});

describe('computed addresses stand in', () => {
  const computed = (name: string, kind?: 'logout'): CallbackSource => ({
    how: 'computed',
    template: `{origin}/${name}`,
    ...(kind && { kind }),
  });
  const urls = (html: string, sources: CallbackSource[]): string[] =>
    captured(html, sources).map(({ url }) => url.replace('https://acme.example/', ''));

  it('all of them, where the page shows none', () => {
    const text: CallbackSource = { how: 'text', selector: '#cb' };
    expect(urls('<p id="cb">none</p>', [text, computed('a'), computed('b')])).toEqual(['a', 'b']);
    expect(urls(`<p id="cb">${here}</p>`, [text, computed('a'), computed('b')])).toEqual(['tools/cb']);
  });

  it('for their own kind alone', () => {
    const text: CallbackSource = { how: 'text', selector: '#cb' };
    const sources = [text, computed('a'), computed('out', 'logout')];
    expect(urls(`<p id="cb">${here}</p>`, sources)).toEqual(['tools/cb', 'out']);
  });

  it('beside a fixed one, and not beside an example', () => {
    expect(urls('', [{ how: 'fixed', url: 'https://acme.example/fixed' }, computed('a')])).toEqual(['fixed', 'a']);
    const example: CallbackSource = { how: 'example', selector: '#cb' };
    expect(urls('<p id="cb">https://dummy.example/tools/cb</p>', [example, computed('a')])).toEqual(['tools/cb']);
  });

  it('and what comes only after saving is read nowhere', () => {
    expect(captured('', [{ how: 'after-save' }])).toEqual([]);
    expect(urls(`<p id="cb">${here}</p>`, [{ how: 'after-save' }, { how: 'text', selector: '#cb' }])).toEqual([
      'tools/cb',
    ]);
  });

  it('is read from the page as it is at the time', () => {
    const input: CallbackSource = { how: 'input', selector: '#cb' };
    const recognition = shown('<div id="form"><input id="cb"></div>', { callbacks: [input], fields: [] });
    expect(capture(recognition, page)).toEqual([]);
    boxOf('cb').value = here;
    expect(capture(recognition, page)).toEqual([{ url: here, how: 'read' }]);
  });
});
