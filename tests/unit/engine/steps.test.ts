/** Methods, tabs and cards are operated until the fields are there, and no oftener than needed. */
import { describe, expect, it } from 'vitest';
import { fill } from '@/engine/fill';
import { look } from '@/engine/look';
import { plan } from '@/engine/plan';
import { restore } from '@/engine/restore';
import { openFields, switchMethod } from '@/engine/steps';
import type { Card, Form, Step } from '@/recipes/schema';
import { atOnce, boxOf, byId, clientId, page, show, signal, values } from './acme';

const card = (value: string): Card => ({ value, input: `#${value}`, label: `label[for="${value}"]` });
const method: NonNullable<Form['method']> = {
  find: { selectors: ['#single'] },
  control: { kind: 'cards', cards: [card('plain'), card('single')] },
  wanted: { value: 'single', label: 'Single sign-on' },
};
const radio = (group: string, id: string, checked = ''): string =>
  `<input type="radio" name="${group}" id="${id}" ${checked}><label for="${id}">${id}</label>`;
const methods = `${radio('m', 'plain', 'checked')}${radio('m', 'single')}`;
const html = `<div id="form">${methods}<div id="fields"></div></div>`;
const form: Partial<Form> = { method, fields: [clientId] };

function showFields(): void {
  byId('fields', HTMLElement).innerHTML = '<input id="client_id" value="before">';
}

/** Counts the clicks on a card, and does something on each. */
function onCard(id: string, act: (count: number) => void): () => number {
  let count = 0;
  document.querySelector(`label[for=${id}]`)?.addEventListener('click', () => act(++count));
  return () => count;
}

describe('the sign-in method', () => {
  it('is set, and its fields are waited for', async () => {
    const find = show(html, form);
    const clicks = onCard('single', () => setTimeout(showFields, 600));
    expect(await atOnce(() => switchMethod(find, signal))).toBe(true);
    expect(clicks()).toBe(1);
  });

  it('is set once more when late settings have taken it back', async () => {
    const find = show(html, form);
    const clicks = onCard('single', (count) => {
      if (count === 1) setTimeout(() => byId('plain', HTMLInputElement).click(), 2500);
      else showFields();
    });
    expect(await atOnce(() => switchMethod(find, signal))).toBe(true);
    expect(clicks()).toBe(2);
  });

  it('is given up after the second try', async () => {
    const find = show(html, form);
    const clicks = onCard('single', () => setTimeout(() => byId('plain', HTMLInputElement).click(), 300));
    expect(await atOnce(() => switchMethod(find, signal))).toBe(false);
    expect(clicks()).toBe(2);
  });

  it('is left alone when it is right', async () => {
    const find = show(html, form);
    byId('single', HTMLInputElement).checked = true;
    showFields();
    const clicks = onCard('single', () => {});
    expect(await atOnce(() => switchMethod(find, signal))).toBe(true);
    expect(clicks()).toBe(0);
  });

  it("is told by its value and the page's own words", () => {
    const recognition = show(html, form)();
    expect(recognition && look(recognition, page).method).toEqual({ now: 'plain', nowLabel: 'plain', isWanted: false });
  });

  it('goes back last, once, and only where we switched it', async () => {
    const find = show(html, form);
    onCard('single', showFields);
    await atOnce(() => switchMethod(find, signal));
    const fillNow = () =>
      atOnce(async () => {
        const recognition = find();
        if (!recognition) throw new Error('not recognised');
        const { rows } = plan(recognition.form, look(recognition, page), values, {}, []);
        return fill({ find, rows, secrets: {}, signal });
      });
    const { undo } = await fillNow();
    expect(undo.method).toBe('plain');
    expect((await fillNow()).undo).not.toHaveProperty('method');
    const order: string[] = [];
    boxOf('client_id').addEventListener('change', () => order.push('field'));
    onCard('plain', () => order.push('method'));
    const { fields } = await atOnce(() => restore(find, undo, signal));
    expect(fields.map(({ key, outcome }) => `${key} ${outcome}`)).toEqual(['client_id filled', 'method filled']);
    expect(order).toEqual(['field', 'method']);
    expect(boxOf('client_id').value).toBe('before');
  });

  it('does not go back where somebody has changed it', async () => {
    const find = show(html, form);
    const { fields } = await atOnce(() => restore(find, { values: [], secret: false, method: 'plain' }, signal));
    expect(fields).toEqual([{ key: 'method', outcome: 'left-for-you' }]);
  });
});

describe('cards before the fields', () => {
  const steps: Step[] = [{ do: 'choose-card', wanted: 'own', cards: [card('ready'), card('own')] }];
  const cards = (chosen: 'ready' | 'own'): string =>
    `<div id="form">${radio('p', 'ready', chosen === 'ready' ? 'checked' : '')}${radio('p', 'own', chosen === 'own' ? 'checked' : '')}<div id="fields"></div></div>`;

  it('are chosen, and the fields waited for', async () => {
    const find = show(cards('ready'), { steps, fields: [clientId] });
    const clicks = onCard('own', () => setTimeout(showFields, 500));
    expect(await atOnce(() => openFields(find, signal))).toBe(true);
    expect(clicks()).toBe(1);
  });

  it('are not pressed where ours is chosen: that could empty the fields', async () => {
    const find = show(cards('own'), { steps, fields: [clientId] });
    showFields();
    const clicks = onCard('own', () => {});
    expect(await atOnce(() => openFields(find, signal))).toBe(true);
    expect(clicks()).toBe(0);
  });

  it('are not needed where the version has none', async () => {
    const find = show('<div id="form"><input id="client_id"></div>', { steps, fields: [clientId] });
    expect(await atOnce(() => openFields(find, signal))).toBe(true);
  });

  it('are pressed once more when the page lost the first click', async () => {
    const find = show(cards('ready'), { steps, fields: [clientId] });
    const clicks = onCard('own', (count) =>
      setTimeout(() => (count === 1 ? boxOf('ready').click() : showFields()), 100),
    );
    expect(await atOnce(() => openFields(find, signal))).toBe(true);
    expect(clicks()).toBe(2);
  });

  it('say so when the fields do not come, or come twice', async () => {
    const find = show(cards('ready'), { steps, fields: [clientId] });
    expect(await atOnce(() => openFields(find, signal))).toBe(false);
    byId('fields', HTMLElement).innerHTML = '<input id="client_id"><input id="client_id">';
    expect(await atOnce(() => openFields(find, signal))).toBe(false);
  });
});

describe('tabs', () => {
  const steps: Step[] = [{ do: 'open-tab', panel: '#panel', tab: '.tab', attribute: 'data-tab' }];
  const tabbed = (shown: string): string => `
    <div id="form"><a class="tab" data-tab="1" id="one">One</a><a class="tab" data-tab="2" id="two">Two</a>
    <div data-tab="1" id="first" style="display:${shown === 'first' ? 'block' : 'none'}">${methods}</div>
    <div data-tab="2" id="panel" style="display:${shown === 'panel' ? 'block' : 'none'}"><input id="client_id"></div></div>`;
  /** Shows one panel for each tab, and counts. */
  function operate(): string[] {
    const pressed: string[] = [];
    for (const [tab, opened, closed] of [
      ['one', 'first', 'panel'],
      ['two', 'panel', 'first'],
    ] as const) {
      byId(tab, HTMLElement).addEventListener('click', () => {
        pressed.push(tab);
        byId(opened, HTMLElement).style.display = 'block';
        byId(closed, HTMLElement).style.display = 'none';
      });
    }
    return pressed;
  }

  it('are opened by the attribute they share with their panel', async () => {
    const find = show(tabbed('first'), { steps, fields: [clientId] });
    const pressed = operate();
    expect(await atOnce(() => openFields(find, signal))).toBe(true);
    expect(pressed).toEqual(['two']);
  });

  it('are not pressed when the panel is open, or there is no tab for it', async () => {
    const find = show(tabbed('panel'), { steps, fields: [clientId] });
    const pressed = operate();
    await atOnce(() => openFields(find, signal));
    byId('panel', HTMLElement).style.display = 'none';
    byId('two', HTMLElement).remove();
    await atOnce(() => openFields(find, signal));
    expect(pressed).toEqual([]);
  });

  it('show the method where it lies behind another one', async () => {
    const find = show(tabbed('panel'), { steps, method, fields: [clientId] });
    const pressed = operate();
    expect(await atOnce(() => switchMethod(find, signal))).toBe(true);
    expect(pressed).toEqual(['one']);
  });
});
