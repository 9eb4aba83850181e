/** Callback addresses: read to the letter or not at all, computed only where none was read. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { capture } from '@/engine/capture';
import type { Callback } from '@/engine/model';
import type { Form } from '@/recipes/schema';
import { byId, page, shown, textField } from './acme';

const redirect = textField('redirect_uri', { value: { from: 'page', template: '{origin}{basePath}' } });
const computed = { how: 'computed', template: '{origin}{basePath}' } as const;

function captured(html: string, form: Partial<Form>): Callback[] {
  return capture(shown(`<div id="form">${html}</div>`, form), page);
}

/** What is captured from one element that holds this text. */
function text(content: string, more: Partial<Form> = {}): Callback[] {
  const recognition = shown('<div id="form"><p id="cb"></p></div>', {
    callbacks: [{ how: 'text', selector: '#cb' }],
    ...more,
  });
  byId('cb', HTMLElement).textContent = content;
  return capture(recognition, page);
}

describe('hostile text (security.md 6)', () => {
  it.each([
    ['an address', 'https://acme.example/tools/cb', true],
    ['a root without its slash', 'https://acme.example', true],
    ['the default port, written out', 'https://acme.example:443/tools/cb', true],
    ['a query', 'https://acme.example/tools/cb?provider=1', true],
    ['a backslash', 'https://acme.example\\@evil.test/cb', false],
    ['one slash', 'https:/evil.test/cb', false],
    ['no slash', 'https:evil.test/cb', false],
    ['user info', 'https://acme.example@evil.test/cb', false],
    ['letters of another script', 'https://аcme.example/cb', false],
    ['a wild host', 'https://*.example/cb', false],
    ['a wild path', 'https://acme.example/*', false],
    ['dots that collapse', 'https://acme.example/a/../cb', false],
    ['encoded dots that collapse', 'https://acme.example/%2e%2e/evil', false],
    ['an encoded dot in the host', 'https://acme%2eexample/cb', false],
    ['an ideographic full stop', 'https://acme。example/cb', false],
    ['a number for a host', 'https://0x7f.1/cb', false],
    ['script', 'javascript:alert(1)', false],
    ['data', 'data:text/html,x', false],
    ['no scheme', '//evil.test/cb', false],
    ['another scheme', 'ftp://acme.example/cb', false],
    ['markup', 'https://acme.example/<b>', false],
    ['a fragment', 'https://acme.example/cb#x', false],
    ['an empty fragment', 'https://acme.example/cb#', false],
    ["a login's own answer", 'https://acme.example/cb?code=1&state=2', false],
    ['a zero-width character', 'https://acme.example/c\u200bb', false],
    ['a direction mark', 'https://acme.example/\u202ecb', false],
    ['too much', `https://acme.example/${'x'.repeat(2048)}`, false],
  ])('%s', (_name, content, isAccepted) => {
    expect(text(content).map(({ url }) => url)).toEqual(isAccepted ? [content] : []);
  });

  it.each([
    ['http://nas.local/#sso', ['http://public.example/']],
    ['https://nas.local/#sso', ['http://nas.local/', 'http://public.example/']],
  ])('marks http, but for a private host read on a page of its kind: %s', (page, marked) => {
    const recognition = shown('<div id="form"><p id="cb">http://nas.local/ http://public.example/</p></div>', {
      callbacks: [{ how: 'text', selector: '#cb' }],
    });
    const captured = capture(recognition, new URL(page));
    expect(captured).toHaveLength(2);
    expect(captured.filter(({ warning }) => warning === 'not-https').map(({ url }) => url)).toEqual(marked);
  });

  it('never throws, and never lets another host in without a warning', () => {
    const recognition = shown('<div id="form"><p id="cb"></p></div>', {
      callbacks: [{ how: 'text', selector: '#cb' }],
    });
    const element = byId('cb', HTMLElement);
    const part = fc.constantFrom(
      'https:',
      '//',
      '/',
      '\\',
      '@',
      'acme.example',
      'evil.test',
      ':443',
      '?',
      '#',
      '.',
      '%2e',
      ' ',
      '\t',
      '*',
      'cb',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(part, { maxLength: 8 }).map((parts) => parts.join('')),
        ),
        (content) => {
          element.textContent = content;
          for (const { url, warning } of capture(recognition, page)) {
            expect(content).toContain(url);
            if (new URL(url).host !== page.host) expect(warning).toBe('other-origin');
          }
        },
      ),
      { numRuns: 1500 },
    );
  });
});

describe('what is odd about an address', () => {
  it.each([
    ['https://acme.example/tools/cb', undefined],
    ['https://acme.example/cb', 'other-folder'],
    ['https://acme.example/tools/more/cb', 'other-folder'],
    ['https://acme.example:8443/tools/cb', 'other-origin'],
    ['https://other.example/tools/cb', 'other-origin'],
    ['https://acme.example./tools/cb', 'other-origin'],
  ])('%s: %s', (content, warning) => {
    expect(text(content)[0]?.warning).toBe(warning);
  });

  it.each([
    ['https://login.vendor.example/cb', undefined],
    ['https://acme.example/anywhere/cb', undefined],
    ['https://evil.example/cb', 'foreign-host'],
    ['https://login.vendor.example.evil.test/cb', 'foreign-host'],
  ])('an app with hosts of its own, %s: %s', (content, warning) => {
    const own = { callbackHosts: ['login.vendor.example'], basePath: { from: 'origin' } } as const;
    expect(text(content, { ...own, callbackHosts: [...own.callbackHosts] })[0]?.warning).toBe(warning);
  });

  it('a path the recipe does not expect is warned about', () => {
    const callbacks = [{ how: 'text', selector: '#cb', path: '*/callback' }] as const;
    expect(text('https://acme.example/tools/callback', { callbacks: [...callbacks] })[0]?.warning).toBeUndefined();
    expect(text('https://acme.example/tools/other', { callbacks: [...callbacks] })[0]?.warning).toBe('other-folder');
  });
});

describe('sources', () => {
  it('reads a field to the letter, and computes only where it holds nothing usable', () => {
    const form = { fields: [redirect], callbacks: [{ how: 'field', key: 'redirect_uri' } as const, computed] };
    expect(captured('<input id="redirect_uri" value=" https://acme.example/tools ">', form)).toEqual([
      { url: 'https://acme.example/tools', how: 'read', warning: 'other-folder' },
    ]);
    for (const nothing of ['', 'javascript:alert(1)']) {
      expect(captured(`<input id="redirect_uri" value="${nothing}">`, form)).toEqual([
        { url: 'https://acme.example/tools/', how: 'computed' },
      ]);
    }
  });

  it('splits text on blanks, keeps the order and drops repetitions', () => {
    expect(
      text(' https://acme.example/tools/b\n https://acme.example/tools/a https://acme.example/tools/b None').map(
        ({ url }) => url,
      ),
    ).toEqual(['https://acme.example/tools/b', 'https://acme.example/tools/a']);
  });

  it("adds the vendor's fixed address to those that were read", () => {
    const callbacks = [
      { how: 'text', selector: '#cb' } as const,
      { how: 'fixed', url: 'https://login.vendor.example/cb' } as const,
    ];
    expect(text('https://acme.example/tools/a', { callbacks })).toEqual([
      { url: 'https://acme.example/tools/a', how: 'read' },
      { url: 'https://login.vendor.example/cb', how: 'fixed' },
    ]);
  });
});

describe('near a label', () => {
  const near: Partial<Form> = {
    fields: [redirect],
    basePath: { from: 'origin' },
    callbacks: [{ how: 'near-label', labels: ['callback urls', 'provider settings'] }],
  };
  const own =
    '<section><h3>Configuration</h3><p>Redirect</p><input id="redirect_uri" value="https://id.example/x"></section>';
  const urls = (html: string): string[] => captured(`${html}${own}`, near).map(({ url }) => url);

  it.each([
    ['text', '<p>https://acme.example/a</p>', ['a']],
    ['a read-only box', '<input readonly value="https://acme.example/a"><button>Copy</button>', ['a']],
    ['a list', '<ul><li>https://acme.example/a,</li><li>https://acme.example/b.</li></ul>', ['a', 'b']],
    [
      'one line with commas',
      '<p>https://acme.example/a, https://acme.example/b; (https://acme.example/c)</p>',
      ['a', 'b', 'c'],
    ],
    ['box before text', '<div><input value="https://acme.example/a"></div><p>https://acme.example/b</p>', ['a', 'b']],
    ['two lines', '<p>https://acme.example/a<br>https://acme.example/b</p>', ['a', 'b']],
    ['nothing', '<p>Not set up yet</p>', []],
  ])('%s', (_name, shownAs, names) => {
    const expected = names.map((name) => `https://acme.example/${name}`);
    expect(urls(`<section><h3>Provider settings</h3><div><b>Callback URLs:</b>${shownAs}</div></section>`)).toEqual(
      expected,
    );
  });

  it('reads what follows the heading where the page has no sections, up to the next heading', () => {
    const flat = '<h3>Provider settings</h3><p>https://acme.example/a</p><h3>Help</h3><p>https://acme.example/help</p>';
    expect(urls(flat)).toEqual(['https://acme.example/a']);
  });

  it("does not read the form's own fields", () => {
    expect(urls('<section><h3>Other</h3><p>https://acme.example/a</p></section>')).toEqual([]);
  });

  it('passes over a hidden part', () => {
    expect(
      urls('<section style="display:none"><h3>Provider settings</h3><p>https://acme.example/a</p></section>'),
    ).toEqual([]);
  });
});

describe('a regular expression', () => {
  it("takes the page's own words to the letter", () => {
    const template = '{origin}{basePath}t/[a-z]+/cb';
    const callbacks: Form['callbacks'] = [{ how: 'computed', template, matching: 'regex' }];
    expect(captured('', { callbacks })).toEqual([
      { url: 'https://acme\\.example/tools/t/[a-z]+/cb', how: 'computed', matching: 'regex' },
    ]);
  });
});
