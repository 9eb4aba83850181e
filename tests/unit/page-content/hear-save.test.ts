/** Only what a person presses in the page saves the page: the panel's own keys end no offer to restore. */
import { describe, expect, it, vi } from 'vitest';
import { hearSave } from '@/entrypoints/page.content/hear-save';
import { card, openPage } from './page-world';

function page() {
  document.body.innerHTML =
    '<form><input><button><b>Save</b></button><button>Cancel</button></form><div id="panel"></div>';
  const [panel, input, words] = ['#panel', 'input', 'b'].map((selector) => document.querySelector(selector));
  if (!panel || !input || !words) throw new Error('no page');
  const onSave = vi.fn();
  const end = new AbortController();
  hearSave(
    onSave,
    (element) => element.matches('button:first-of-type'),
    (target) => target === panel,
    end.signal,
  );
  return { onSave, end, input, words, panel };
}

function make(target: Element, event: Event, isTrusted = true): void {
  Object.defineProperty(event, 'isTrusted', { value: isTrusted });
  target.dispatchEvent(event);
}

const path = { bubbles: true, composed: true };
const enter = (keys: KeyboardEventInit) => new KeyboardEvent('keydown', { key: 'Enter', ...path, ...keys });

describe('hearSave', () => {
  it.each([{ ctrlKey: true }, { metaKey: true }])('hears Enter with %j in the page, not in the panel', (keys) => {
    const { onSave, input, panel } = page();
    // The document hears the closed box itself as the target, whatever in it was pressed.
    make(panel, enter(keys));
    expect(onSave).not.toHaveBeenCalled();
    make(input, enter(keys));
    expect(onSave).toHaveBeenCalledTimes(1);
  });

  it('hears a press on the words of Save, and on no other button', () => {
    const { onSave, words } = page();
    make(words, new MouseEvent('click', path));
    make(document.querySelectorAll('button')[1] ?? words, new MouseEvent('click', path));
    expect(onSave).toHaveBeenCalledTimes(1);
  });

  it('A2: hears no plain Enter, nothing a script makes, and nothing once the visit is over', () => {
    const { onSave, end, input, words } = page();
    make(input, enter({}));
    make(input, enter({ ctrlKey: true }), false);
    make(words, new MouseEvent('click', path), false);
    end.abort();
    make(input, enter({ ctrlKey: true }));
    expect(onSave).not.toHaveBeenCalled();
  });
});

it('asks the panel of the visit whether the key was its own', async () => {
  const { panels } = openPage('/sync', `${card}<p id="box"></p>`);
  await vi.waitFor(() => expect(panels).toHaveLength(1));
  const { panel } = panels[0] ?? {};
  const box = document.querySelector('#box');
  if (!panel || !box) throw new Error('no panel');
  panel.holds.mockImplementation((target: unknown) => target === box);
  make(box, enter({ ctrlKey: true }));
  expect(panel.saved).not.toHaveBeenCalled();
  make(document.body, enter({ ctrlKey: true }));
  expect(panel.saved).toHaveBeenCalledTimes(1);
});
