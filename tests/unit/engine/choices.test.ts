/** Choice lists, radio buttons and switches: chosen by value or words, by the means that pages hear of. */
import { describe, expect, it } from 'vitest';
import { driverFor } from '@/engine/controls/drivers';
import { locate } from '@/engine/locate';
import type { Control } from '@/recipes/schema';
import { byId, shown, textField } from './acme';
import { heardBy, operate } from './operate';

const stateOf = (html: string, control: Control): string => {
  shown(`<div id="form">${html}</div>`);
  return driverFor(control).state(byId('x', HTMLElement));
};

describe('a native choice list', () => {
  const control: Control = { kind: 'select' };
  const list = (more = ''): string => `
    <select id="x" ${more}><option value="">Choose</option><option value="post">Client secret (POST)</option>
    <option value="basic">HTTP Basic</option><option value="none" disabled>None</option></select>`;

  it('is set by value, once, with input and change', async () => {
    let heard: string[] = [];
    const { isWritten, now, driver } = await operate(list(), control, 'basic', {
      prepare: () => {
        heard = heardBy(document, 'input', 'change', 'click');
      },
    });
    expect([isWritten, now, driver.label(byId('x', HTMLElement))]).toEqual([true, 'basic', 'HTTP Basic']);
    expect(heard).toEqual(['input', 'change']);
  });

  it('is set by words where no value fits, and says the value', async () => {
    const { isWritten, now } = await operate(list(), control, 'http basic');
    expect([isWritten, now]).toEqual([true, 'basic']);
  });

  it('is set by value before words', async () => {
    const html =
      '<select id="x"><option value="a">A</option><option value="b">c</option><option value="c">d</option></select>';
    expect((await operate(html, control, 'c')).now).toBe('c');
  });

  it.each([
    ['what is not offered', list(), 'other'],
    ['part of the words', list(), 'http'],
    ['what is locked', list(), 'none'],
    [
      'words that stand there twice',
      '<select id="x"><option value="1">A</option><option value="2">a</option></select>',
      'A',
    ],
    ['a locked list', list('disabled'), 'basic'],
    ['a hidden list', list('style="display:none"'), 'basic'],
    ['a switch', list(), true],
  ])('is not set: %s', async (_name, html, value) => {
    const before = html.includes('value="1"') ? '1' : '';
    const { isWritten, now } = await operate(html, control, value);
    expect([isWritten, now]).toEqual([false, before]);
  });

  it('is left alone where it is right', async () => {
    let heard: string[] = [];
    const prepare = (): void => {
      byId('x', HTMLSelectElement).value = 'basic';
      heard = heardBy(document, 'input', 'change');
    };
    expect((await operate(list(), control, 'basic', { prepare })).isWritten).toBe(true);
    expect(heard).toEqual([]);
  });

  it('is believed only where the page leaves it', async () => {
    const prepare = (): void =>
      byId('x', HTMLElement).addEventListener('change', () => {
        byId('x', HTMLSelectElement).value = 'post';
      });
    expect((await operate(list(), control, 'basic', { prepare })).isWritten).toBe(false);
  });

  it.each([
    [list(), 'found'],
    [list('disabled'), 'managed'],
    [list('multiple'), 'unfit'],
    ['<input id="x">', 'unfit'],
    ['<button id="x" role="combobox"></button>', 'unfit'],
  ])('%s is %s', (html, state) => {
    expect(stateOf(html, control)).toBe(state);
  });

  it('is found by its label, and no text field is looked for in it', () => {
    const html = `<div id="form"><label for="x">Token method</label>${list()}</div>`;
    const find = { labels: ['token method'] };
    const located = (kind: 'select' | 'text'): string[] =>
      locate(shown(html, { fields: [textField('token_auth', { find, control: { kind } })] })).map(({ state }) => state);
    expect(located('select')).toEqual(['found']);
    expect(located('text')).toEqual(['unfit']);
  });
});

describe('a box of several lines', () => {
  const control: Control = { kind: 'textarea' };

  it('is written like any text', async () => {
    const { isWritten, now } = await operate('<textarea id="x">old</textarea>', control, 'two\nlines');
    expect([isWritten, now]).toEqual([true, 'two\nlines']);
  });

  it.each([
    ['<textarea id="x"></textarea>', 'found'],
    ['<textarea id="x" readonly></textarea>', 'managed'],
    ['<input id="x">', 'unfit'],
  ])('%s is %s', (html, state) => {
    expect(stateOf(html, control)).toBe(state);
  });
});

describe('a switch', () => {
  const control: Control = { kind: 'switch' };
  /** A button with a nameless box after it, as Radix makes them. */
  const dressed = (more = ''): string =>
    `<button type="button" role="switch" id="x" aria-checked="false" ${more}></button><input type="checkbox" id="box" aria-hidden="true">`;
  const follows = (): void => {
    const button = byId('x', HTMLElement);
    button.addEventListener('click', () =>
      setTimeout(() => button.setAttribute('aria-checked', String(button.ariaChecked !== 'true')), 50),
    );
  };

  it('is clicked once, and believed when it has turned; the box beside it is not touched', async () => {
    let heard: string[] = [];
    const prepare = (): void => {
      follows();
      heard = heardBy(byId('box', HTMLElement), 'click', 'input', 'change');
    };
    const { isWritten, now } = await operate(dressed(), control, true, { prepare });
    expect([isWritten, now, heard, byId('box', HTMLInputElement).checked]).toEqual([true, true, [], false]);
    expect((await operate(dressed(), control, false, { prepare: follows })).isWritten).toBe(true);
  });

  it.each([
    [dressed(), 'found'],
    [dressed('disabled'), 'managed'],
    ['<input type="checkbox" role="switch" id="x">', 'found'],
    ['<input type="checkbox" id="x">', 'unfit'],
    ['<input id="x">', 'unfit'],
  ])('%s is %s', (html, state) => {
    expect(stateOf(html, control)).toBe(state);
  });

  it('the hidden box is not a checkbox to anybody', () => {
    const hidden = '<input type="checkbox" aria-hidden="true" id="x">';
    expect(stateOf(hidden, { kind: 'checkbox' })).toBe('unfit');
    expect(stateOf(hidden.replace('true', 'false'), { kind: 'checkbox' })).toBe('found');
  });

  it('is found by its label, and means nothing to fields of another kind', () => {
    const html = `<div id="form"><label for="x">Auto register</label>${dressed()}</div>`;
    const find = { labels: ['auto register'] };
    const located = (kind: 'switch' | 'checkbox' | 'text' | 'select'): string[] =>
      locate(shown(html, { fields: [textField('claim', { find, control: { kind } })] })).map(({ state }) => state);
    expect([located('switch'), located('checkbox'), located('text'), located('select')]).toEqual([
      ['found'],
      ['found'],
      ['missing'],
      ['missing'],
    ]);
  });
});

describe('radio buttons', () => {
  const control: Control = { kind: 'radio' };
  const native = (more = ''): string => `
    <input type="radio" name="other" value="manual" id="z">
    <input type="radio" name="mode" value="auto" id="x" checked><label for="x">Find out</label>
    <input type="radio" name="mode" value="manual" id="y" ${more}><label for="y">By hand</label>`;

  it.each(['manual', 'by hand'])('are chosen by one click: %s', async (value) => {
    let heard: string[] = [];
    const prepare = (): void => {
      heard = heardBy(byId('y', HTMLElement), 'click', 'change');
    };
    const { isWritten, now, driver } = await operate(native(), control, value, { prepare });
    expect([isWritten, now, driver.label(byId('x', HTMLElement)), heard.includes('click')]).toEqual([
      true,
      'manual',
      'By hand',
      true,
    ]);
    expect(driver.holds(byId('x', HTMLElement), value)).toBe(true);
    expect(byId('z', HTMLInputElement).checked).toBe(false);
  });

  it('are chosen by the label where the button is dressed', async () => {
    const { now } = await operate(native('style="display:none"'), control, 'manual');
    expect(now).toBe('manual');
  });

  it.each([
    ['another group', native(), 'none'],
    ['a locked one', native('disabled'), 'manual'],
    [
      'one that is not to be seen at all',
      native('style="display:none"').replace('<label for="y">By hand</label>', ''),
      'manual',
    ],
  ])('are not chosen: %s', async (_name, html, value) => {
    const { isWritten, now } = await operate(html, control, value);
    expect([isWritten, now]).toEqual([false, 'auto']);
  });

  it('are not chosen where the recipe forbids it', async () => {
    const { isWritten } = await operate(native(), control, 'manual', { form: { neverTouch: ['#y'] } });
    expect(isWritten).toBe(false);
  });

  it('are not clicked where the choice is right', async () => {
    let heard: string[] = [];
    const prepare = (): void => {
      heard = heardBy(document, 'click');
    };
    expect((await operate(native(), control, 'auto', { prepare })).isWritten).toBe(true);
    expect(heard).toEqual([]);
  });

  const roles = (first: string, second: string): string => `
    <div role="radiogroup" id="x"><div role="radio" aria-checked="true" ${first}>Find out</div>
    <div role="radio" aria-checked="false" id="y" ${second}>By hand</div></div><i role="radio"></i>`;
  const turns = (): void => {
    const radios = Array.from(document.querySelectorAll('#x [role="radio"]'));
    for (const radio of radios) {
      radio.addEventListener('click', () =>
        setTimeout(() => {
          for (const one of radios) one.setAttribute('aria-checked', String(one === radio));
        }, 100),
      );
    }
  };

  it.each([
    ['value', 'value="a"', 'value="b"', 'b', 'b'],
    ['data-value', 'data-value="a"', 'data-value="b"', 'b', 'b'],
    ['words', '', '', 'by hand', 'By hand'],
  ])('of the role are told apart by %s', async (_name, first, second, value, expected) => {
    const { isWritten, now } = await operate(roles(first, second), control, value, { prepare: turns });
    expect([isWritten, now]).toEqual([true, expected]);
  });

  it('of the role are not chosen where they are locked', async () => {
    const html = roles('', 'aria-disabled="true"');
    expect((await operate(html, control, 'by hand', { prepare: turns })).isWritten).toBe(false);
  });

  it('of the role are believed only when they have turned', async () => {
    expect((await operate(roles('', ''), control, 'by hand')).isWritten).toBe(false);
  });

  it.each([
    [native(), 'found'],
    ['<input type="radio" id="x" disabled>', 'managed'],
    [roles('', ''), 'found'],
    ['<input id="x">', 'unfit'],
    ['<div id="x"></div>', 'unfit'],
  ])('%s is %s', (html, state) => {
    expect(stateOf(html, control)).toBe(state);
  });
});
