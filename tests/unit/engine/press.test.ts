/** The one place that clicks refuses everything that could save, submit or lock people out. */
import { describe, expect, it } from 'vitest';
import { press } from '@/engine/controls/press';
import type { Field, Form } from '@/recipes/schema';
import { byId, clientId, shown, textField } from './acme';

/** Presses the element with the id `x`, and says what the page noticed. */
function pressed(html: string, form: Partial<Form> = {}, how: 'click' | 'pointer' = 'click'): string[] {
  const recognition = shown(`<div id="form">${html}</div>`, form);
  const target = byId('x', HTMLElement);
  const events: string[] = [];
  for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'submit']) {
    document.addEventListener(type, (event) => {
      if (target.contains(event.target instanceof Node ? event.target : null) || type === 'submit') events.push(type);
    });
  }
  const isPressed = press(target, recognition, how);
  expect(isPressed).toBe(events.length > 0);
  return events;
}

describe('presses', () => {
  it('a control, by a click or by what a pointer sends', () => {
    expect(pressed('<button id="x" type="button">Change</button>')).toEqual(['click']);
    expect(pressed('<div id="x">Option</div>', {}, 'pointer')).toEqual([
      'pointerdown',
      'mousedown',
      'pointerup',
      'mouseup',
      'click',
    ]);
    expect(pressed('<button id="x">A button outside any form</button>')).toEqual(['click']);
    expect(pressed('<form><a id="x">Change</a></form>')).toEqual(['click']);
  });

  it('with the main button of a mouse, and no key held', () => {
    const recognition = shown('<div id="form"><div id="x">Option</div></div>');
    const seen: Event[] = [];
    for (const type of ['pointerdown', 'pointerup', 'click']) {
      byId('x', HTMLElement).addEventListener(type, (event) => seen.push(event));
    }
    press(byId('x', HTMLElement), recognition, 'pointer');
    const mouse = { button: 0, ctrlKey: false, bubbles: true, cancelable: true, composed: true };
    const pointer = { ...mouse, pointerType: 'mouse', isPrimary: true };
    expect(seen).toMatchObject([pointer, pointer, mouse]);
  });
});

describe('refuses', () => {
  it.each([
    ["the page's Save", '<button id="x" type="button" class="save">Store</button>', { save: { selectors: ['.save'] } }],
    [
      'what lies in it',
      '<button type="button" class="save"><i id="x">Store</i></button>',
      { save: { selectors: ['.save'] } },
    ],
    [
      'Save by its words',
      '<button id="x" type="button"> SAVE settings </button>',
      { save: { labels: ['save settings'] } },
    ],
    ['Save by role', '<a role="button"><b id="x">Save</b></a>', { save: { labels: ['save'] } }],
    [
      'what is never to be touched',
      '<label><input id="x" type="checkbox" class="danger"></label>',
      { neverTouch: ['.danger'] },
    ],
    ['what lies in it', '<div class="danger"><a id="x">Go</a></div>', { neverTouch: ['#none', '.danger'] }],
    [
      'words in a label of such a control',
      '<label for="y"><i id="x">On</i></label><input id="y" type="checkbox" class="danger">',
      { neverTouch: ['.danger'] },
    ],
    [
      'a label of such a control',
      '<label id="x" for="y">On</label><input id="y" type="checkbox" class="danger">',
      { neverTouch: ['.danger'] },
    ],
    ['a submit button', '<form><button id="x" type="submit">Go</button></form>', {}],
    ['a submit button of no form', '<button id="x" type="submit">Go</button>', {}],
    ['a button without type in a form', '<form><button id="x">Go</button></form>', {}],
    ['what lies in one', '<form><button><i id="x">Go</i></button></form>', {}],
    ['a submit input', '<form><input id="x" type="submit"></form>', {}],
    ['an image input', '<form><input id="x" type="image"></form>', {}],
    ['a reset', '<form><input id="x" type="reset"></form>', {}],
  ] as [string, string, Partial<Form>][])('%s', (_name, html, form) => {
    expect(pressed(html, form)).toEqual([]);
    expect(pressed(html, form, 'pointer')).toEqual([]);
  });

  it('what has left the page', () => {
    const recognition = shown('<div id="form"><a id="x">Go</a></div>');
    const target = byId('x', HTMLElement);
    target.remove();
    expect(press(target, recognition)).toBe(false);
  });
});
describe('a control that saves at once', () => {
  const enabled = (find: Field['find']): Partial<Form> => ({
    fields: [clientId, textField('enabled', { find, value: { from: 'user' }, savesAtOnce: true })],
  });
  const named = enabled({ selectors: ['#live'] });
  const live = (inner = ''): string => `<button type="button" role="switch" id="live">${inner}</button>`;

  it.each([
    ['itself', live().replace('id="live"', 'id="x" class="live"'), enabled({ selectors: ['.live'] })],
    ['what lies in it', live('<i id="x"></i>'), named],
    ['its label', `<label id="x" for="live">On</label>${live()}`, named],
    ['what lies in its label', `<label for="live"><i id="x">On</i></label>${live()}`, named],
    ['a label around it', `<label id="x">On ${live()}</label>`, named],
    ['words in a label around it', `<label><b id="x">On</b><input type="checkbox" id="live"></label>`, named],
    ['a button around it', `<div role="button" id="x">On ${live()}</div>`, named],
    ['one found by its label', '<label>Live <input type="checkbox" id="x"></label>', enabled({ labels: ['live'] })],
    [
      'a switch found by its label',
      '<button type="button" role="switch" aria-label="Go live" id="x"></button>',
      enabled({ labels: ['live'] }),
    ],
    [
      'the one at its place',
      '<i role="switch" id="x"></i><i role="switch"></i>',
      enabled({ selectors: ['[role="switch"]'], position: { index: 0, of: 2 } }),
    ],
    [
      'any that may be the one at its place',
      '<i role="switch"></i><i role="switch"></i><i role="switch" id="x"></i>',
      enabled({ selectors: ['[role="switch"]'], position: { index: 0, of: 2 } }),
    ],
    ['any of several', '<i class="live"></i><i class="live" id="x"></i>', enabled({ selectors: ['.live'] })],
    ['what a later selector names', '<i id="x"></i>', enabled({ selectors: ['.live', '#x'] })],
  ] as [string, string, Partial<Form>][])('is never pressed: %s', (_name, html, form) => {
    expect(pressed(html, form)).toEqual([]);
    expect(pressed(html, form, 'pointer')).toEqual([]);
  });

  it('is never pressed outside the block', () => {
    const recognition = shown(`<div id="form"></div>${live()}`, named);
    let clicks = 0;
    const button = document.getElementById('live');
    button?.addEventListener('click', () => clicks++);
    expect([button && press(button, recognition), clicks]).toEqual([false, 0]);
  });

  it('keeps nothing else from being pressed', () => {
    const html = '<i role="switch"></i><i role="switch" id="x"></i><button type="button">Other</button>';
    const form = enabled({ selectors: ['[role="switch"]'], position: { index: 0, of: 2 } });
    expect(pressed(html, form)).toEqual(['click']);
    expect(pressed(`${live()}<label id="x">Other</label>`, named)).toEqual(['click']);
  });
});
