/** The block a recipe may touch: the first that is there, the one around a line of text, and never one in doubt. */
import { describe, expect, it } from 'vitest';
import type { Form } from '@/recipes/schema';
import { show, textField } from './acme';

const bare: Partial<Form> = { fields: [], markers: { present: ['body'] } };

function blockIn(html: string, form: Partial<Form>): string | undefined {
  return show(html, { ...bare, ...form })()?.block.id;
}

describe('the first selector of a list that names one', () => {
  const within = { firstOf: ['.dialog', '.card'] };

  it.each([
    ['<div id="a" class="card"></div>', 'a'],
    ['<div id="a" class="card"></div><div id="b" class="dialog"></div>', 'b'],
    ['<div id="a" class="card"></div><div class="dialog"></div><div class="dialog"></div>', 'a'],
    ['<div class="dialog" style="display:none"></div><div class="dialog" id="b"></div>', 'b'],
    ['<div class="card"></div><div class="card"></div>', undefined],
    ['', undefined],
  ])('%s: %s', (html, id) => {
    expect(blockIn(html, { within })).toBe(id);
  });
});

describe('a line of text', () => {
  const within = { line: 'TYPE • own • *', closest: '.row' };
  const row = (id: string, line: string): string => `<div class="row" id="${id}"><p>Name</p>${line}</div>`;

  it.each([
    ['in one element', '<p>TYPE • own • Official</p>'],
    ['over many blanks and elements', '<p> <b>TYPE</b> •\n  own\t• <i>Official</i></p>'],
    ['in one element alone', '<div><div><p>TYPE • own • Official</p></div></div>'],
  ])('%s leads to its row', (_name, line) => {
    expect(blockIn(`${row('a', '<p>TYPE • other • Official</p>')}${row('b', line)}`, { within })).toBe('b');
  });

  it.each([
    ['more before it', '<p>The TYPE • own • Official</p>'],
    ['another name', '<p>TYPE • owner • Official</p>'],
    ['less after it', '<p>TYPE • own</p>'],
    ['a page of text', `<p>TYPE • own • ${'x'.repeat(300)}</p>`],
  ])('with %s is another line', (_name, line) => {
    expect(blockIn(row('a', line), { within })).toBeUndefined();
  });

  it('counts as a whole, not as what lies around it', () => {
    const nested = '<section class="row" id="a"><div class="row" id="b"><p>TYPE • own • Official</p></div></section>';
    expect(blockIn(nested, { within })).toBe('b');
  });

  it('that is there twice leads nowhere, unless both lie in one row', () => {
    const line = '<p>TYPE • own • Official</p>';
    expect(blockIn(`${row('a', line)}${row('b', line)}`, { within })).toBeUndefined();
    expect(blockIn(row('a', `${line}${line}`), { within })).toBe('a');
  });

  it('without such a row leads nowhere', () => {
    expect(blockIn('<div><p>TYPE • own • Official</p></div>', { within })).toBeUndefined();
  });
});

describe('words that must be on the page', () => {
  const words = (selector: string, ...oneOf: string[]): Partial<Form> => ({
    within: 'body',
    markers: { present: ['body'], texts: [{ selector, oneOf }] },
  });
  const isKnown = (html: string, form = words('h2', 'Own name', 'Eigener Name')): boolean =>
    show(html, { ...bare, ...form })() !== null;

  it('are one of the texts, as a whole, as a person sees it', () => {
    expect(isKnown('<h2>Own name</h2>')).toBe(true);
    expect(isKnown('<h2> Eigener\n Name </h2>')).toBe(true);
    expect(isKnown('<h2>Other</h2><h2>Own <b>name</b></h2>')).toBe(true);
    expect(isKnown('<h2>Own name<i style="display:none"> of another</i></h2>')).toBe(true);
    expect(isKnown('<h2>Own names</h2>')).toBe(false);
    expect(isKnown('<h2>own name</h2>')).toBe(false);
    expect(isKnown('<h3>Own name</h3>')).toBe(false);
    expect(isKnown('<h2 style="display:none">Own name</h2>')).toBe(false);
    expect(isKnown('<div style="display:none"><h2>Own name</h2></div>')).toBe(false);
  });

  it('are all there', () => {
    const texts = [
      { selector: 'h2', oneOf: ['Own name'] },
      { selector: 'p', oneOf: ['Ready'] },
    ];
    const form = { within: 'body', markers: { present: ['body'], texts } };
    expect(isKnown('<h2>Own name</h2><p>Ready</p>', form)).toBe(true);
    expect(isKnown('<h2>Own name</h2><p>Busy</p>', form)).toBe(false);
  });
});

describe('fields of a neighbouring form', () => {
  const labelled = (['token', 'issuer', 'claim'] as const).map((key) => textField(key, { find: { labels: [key] } }));
  const fields = { every: ['token' as const], none: ['issuer' as const] };
  const box = (label: string, more = ''): string => `<label>${label} <input ${more}></label>`;
  const isKnown = (html: string, within: Form['within']): boolean =>
    show(`<form id="form">${html}</form>`, {
      within,
      fields: labelled,
      markers: { present: ['body'], fields },
    })() !== null;

  it.each(['#form', 'fields'] as const)('keep a form from being taken for another: %s', (within) => {
    expect(isKnown(`${box('Token')}${box('Claim')}`, within)).toBe(true);
    expect(isKnown(`${box('Token')}${box('Claim')}${box('Issuer')}`, within)).toBe(false);
    expect(isKnown(`<div>${box('Token')}</div><div>${box('Claim')}${box('Issuer')}</div>`, within)).toBe(false);
    expect(isKnown(`${box('Token')}${box('Issuer')}${box('Issuer')}`, within)).toBe(false);
  });

  it('count in a block with a name even where they are locked', () => {
    expect(isKnown(`${box('Token')}${box('Issuer', 'disabled')}`, '#form')).toBe(false);
  });

  it('are no hindrance in another form of the page', () => {
    const html = `<form>${box('Token')}${box('Claim')}</form><form>${box('Issuer')}</form>`;
    const form = { within: 'fields' as const, fields: labelled, markers: { present: ['body'], fields } };
    expect(show(html, form)()).not.toBeNull();
  });
});
