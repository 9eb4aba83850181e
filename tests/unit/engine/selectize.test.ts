/** Lists and choices of the real Selectize, operated by its own gestures; its hidden input is never written. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { runInThisContext } from 'node:vm';
import { beforeAll, describe, expect, it } from 'vitest';
import { driverFor } from '@/engine/controls/drivers';
import type { FieldValue } from '@/engine/model';
import type { Form } from '@/recipes/schema';
import { atOnce, boxOf, byId, shown, signal } from './acme';

/** The library's own settings, as far as these tests need them. */
type Make = (selector: string) => { selectize(options: object): void };

let $: Make;

/** As a page loads them: scripts that know nothing of modules and leave their names on the window. */
beforeAll(() => {
  const { resolve } = createRequire(import.meta.url);
  for (const name of ['jquery', '@selectize/selectize/dist/js/standalone/selectize.js']) {
    runInThisContext(readFileSync(resolve(name), 'utf8'));
  }
  $ = (globalThis as unknown as { jQuery: Make }).jQuery;
});

const list = { kind: 'selectize-list' } as const;
const choice = { kind: 'selectize-choice' } as const;

function listOf(items: string[], options: object = {}): void {
  byId('in', HTMLInputElement).value = items.join('|');
  $('#in').selectize({
    delimiter: '|',
    plugins: ['remove_button'],
    create: true,
    persist: false,
    valueField: 'value',
    labelField: 'value',
    searchField: ['value'],
    options: ['profile', 'email', 'phone', 'address'].map((value) => ({ value })),
    ...options,
  });
}

async function set(
  value: FieldValue,
  kind: typeof list | typeof choice,
  prepare: () => void,
  form: Partial<Form> = {},
) {
  const control =
    kind === list ? '<input id="in">' : '<select id="in"><option value="Plain" selected>Plain</option></select>';
  const recognition = shown(`<div id="form"><div id="x">${control}</div></div>`, form);
  prepare();
  const element = byId('x', HTMLElement);
  const driver = driverFor(kind);
  const isWritten = await atOnce(() => driver.write({ resolve: () => ({ element, recognition }), value, signal }));
  return { isWritten, now: driver.read(element), driver, element };
}

describe('a list', () => {
  it('holds ours in our order, own items too', async () => {
    const { isWritten, now } = await set(['openid', 'profile', 'email'], list, () =>
      listOf(['profile', 'email', 'phone']),
    );
    expect([isWritten, now]).toEqual([true, ['openid', 'profile', 'email']]);
    expect(boxOf('in').value).toBe('openid|profile|email');
  });

  it('leaves items alone that stand where they should', async () => {
    const removed: string[] = [];
    const { now } = await set(['profile', 'groups', 'openid'], list, () =>
      listOf(['profile', 'groups'], { onItemRemove: (value: string) => removed.push(value) }),
    );
    expect(now).toEqual(['profile', 'groups', 'openid']);
    expect(removed).toEqual([]);
  });

  it('takes its own word, not an option that contains it', async () => {
    const { isWritten, now } = await set(['mail'], list, () => listOf([]));
    expect([isWritten, now]).toEqual([true, ['mail']]);
  });

  it("is put back when the box takes no items of one's own", async () => {
    const { isWritten, now } = await set(['openid', 'email'], list, () =>
      listOf(['profile', 'email'], { create: false }),
    );
    expect([isWritten, now]).toEqual([false, ['profile', 'email']]);
  });

  it('presses no key but Enter, without a modifier, with the code the library reads', async () => {
    const keys: KeyboardEvent[] = [];
    await set(['openid'], list, () => {
      listOf([]);
      document.addEventListener('keydown', (event) => keys.push(event), true);
    });
    expect(
      keys.map(({ key, keyCode, ctrlKey, metaKey, bubbles }) => [key, keyCode, ctrlKey, metaKey, bubbles]),
    ).toEqual([['Enter', 13, false, false, false]]);
  });

  it("never scrolls the page by a focus, its own or the library's", async () => {
    const scrolling: unknown[] = [];
    await set(['openid', 'email'], list, () => {
      listOf(['profile']);
      const [inner] = document.querySelectorAll<HTMLInputElement>('.selectize-input input');
      const focus = inner?.focus.bind(inner);
      if (inner && focus) {
        // Defined, not assigned: user-event leaves a getter for `focus` on the prototype of a shared environment.
        Object.defineProperty(inner, 'focus', {
          value: (options?: FocusOptions) => {
            if (document.activeElement !== inner && options?.preventScroll !== true) scrolling.push(options);
            focus(options);
          },
        });
      }
    });
    expect(scrolling).toEqual([]);
  });

  it('gives the focus back to who had it', async () => {
    await set(['openid'], list, () => {
      listOf([]);
      const button = document.body.appendChild(document.createElement('button'));
      button.id = 'panel';
      button.focus();
    });
    expect(document.activeElement?.id).toBe('panel');
  });

  it('closes its suggestions', async () => {
    const { element } = await set(['openid'], list, () => listOf([]));
    expect(element.querySelector('.dropdown-active')).toBeNull();
  });

  it('is managed while it is locked, and no list without the library', async () => {
    const { driver, element } = await set(['openid'], list, () => listOf([]));
    element.querySelector('.selectize-input')?.classList.add('disabled');
    expect(driver.state(element)).toBe('managed');
    expect(driver.state(document.body.appendChild(document.createElement('div')))).toBe('unfit');
  });
});

describe('a choice', () => {
  const make = (options: object = {}): void =>
    $('#in').selectize({
      options: ['Plain', 'Single'].map((value) => ({ value, text: `The ${value}` })),
      items: ['Plain'],
      ...options,
    });

  it('is made in the open list', async () => {
    const { isWritten, now, driver, element } = await set('Single', choice, make);
    expect([isWritten, now, driver.label(element)]).toEqual([true, 'Single', 'The Single']);
  });

  it('is left again, also where the box takes the focus back after it', async () => {
    await set('Single', choice, () => {
      const inner = (): HTMLElement | null => document.querySelector('.selectize-input input');
      make({ onChange: () => setTimeout(() => inner()?.focus(), 120) });
      const button = document.body.appendChild(document.createElement('button'));
      button.id = 'panel';
      button.focus();
    });
    expect(document.activeElement?.id).toBe('panel');
  });

  it('is refused where the list does not offer it', async () => {
    const { isWritten, now } = await set('Other', choice, make);
    expect([isWritten, now]).toEqual([false, 'Plain']);
  });

  it('presses nothing the recipe forbids', async () => {
    const { isWritten, now } = await set('Single', choice, make, { neverTouch: ['.selectize-control'] });
    expect([isWritten, now]).toEqual([false, 'Plain']);
  });
});
