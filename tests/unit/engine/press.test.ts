/** The one place that clicks refuses everything that could save, submit or lock people out. */
import { describe, expect, it } from 'vitest';
import { press } from '@/engine/controls/press';
import type { Form } from '@/recipes/schema';
import { byId, shown } from './acme';

/** Presses the element with the id `x`, and says what the page noticed. */
function pressed(html: string, form: Partial<Form> = {}, how: 'click' | 'pointer' = 'click'): string[] {
  const recognition = shown(`<div id="form">${html}</div>`, form);
  const target = byId('x', HTMLElement);
  const events: string[] = [];
  for (const type of ['mousedown', 'mouseup', 'click', 'submit']) {
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
    expect(pressed('<div id="x">Option</div>', {}, 'pointer')).toEqual(['mousedown', 'mouseup', 'click']);
    expect(pressed('<button id="x">A button outside any form</button>')).toEqual(['click']);
    expect(pressed('<form><a id="x">Change</a></form>')).toEqual(['click']);
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
