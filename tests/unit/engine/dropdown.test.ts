/** A button that opens a list somewhere in the page: chosen as a mouse does, and never left open. */
import { describe, expect, it } from 'vitest';
import { driverFor } from '@/engine/controls/drivers';
import type { Control } from '@/recipes/schema';
import { boxOf, byId, shown } from './acme';
import { heardBy, operate } from './operate';

const control: Control = {
  kind: 'dropdown',
  options: [
    { value: 'basic', labels: ['HTTP Basic', 'Basis'] },
    { value: 'post', labels: ['Client secret (POST)'] },
  ],
};
const button = '<button type="button" role="combobox" id="x">HTTP Basic</button>';
const option = (words: string, value?: string): string =>
  `<div role="option" ${value === undefined ? '' : `data-value="${value}"`}>${words}</div>`;
const options = `${option('HTTP Basic')}${option('Client secret (POST)')}`;

interface Page {
  /** What the list opens on, and what an option is taken on. */
  on?: string;
  take?: string;
  list?: string;
  /** How long the list takes to open. */
  later?: number;
}

/** A list at the end of the page, opened and closed by the button; an option's words go onto the button. */
function behave({ on = 'click', take = 'click', list = options, later = 50 }: Page = {}): () => boolean {
  const trigger = byId('x', HTMLElement);
  const close = (): void => document.getElementById('list')?.remove();
  const open = (): void => {
    document.body.insertAdjacentHTML('beforeend', `<div id="list" role="listbox">${list}</div>`);
    for (const one of document.querySelectorAll('#list > [role="option"]')) {
      one.addEventListener(take, () => {
        close();
        setTimeout(() => {
          trigger.textContent = one.textContent;
        }, later);
      });
    }
  };
  trigger.addEventListener(on, () => (document.getElementById('list') ? close() : setTimeout(open, later)));
  return () => document.getElementById('list') !== null;
}

describe('a drop-down', () => {
  it.each([
    ['click', 'click'],
    ['pointerdown', 'pointerup'],
    ['mousedown', 'click'],
  ])('opens on %s and takes its option on %s', async (on, take) => {
    let isOpen = (): boolean => true;
    const { isWritten, now, driver } = await operate(button, control, 'post', {
      prepare: () => {
        isOpen = behave({ on, take });
      },
    });
    expect([isWritten, now, driver.label(byId('x', HTMLElement)), isOpen()]).toEqual([
      true,
      'post',
      'Client secret (POST)',
      false,
    ]);
  });

  it('is pressed as by a hand: the release after its opening is none of an option', async () => {
    const { isWritten } = await operate(button, control, 'post', {
      prepare: () => {
        behave({ on: 'pointerdown', take: 'pointerup', later: 5 });
        byId('x', HTMLElement).addEventListener('pointerdown', () =>
          setTimeout(() => {
            const swallow = (event: Event): void => event.stopPropagation();
            document.addEventListener('pointerup', swallow, { capture: true, once: true });
          }, 5),
        );
      },
    });
    expect(isWritten).toBe(true);
  });

  it.each([
    ['its value before its words', `${option('Client secret (POST)', 'other')}${option('Basis', 'post')}`, 'Basis'],
    ['its words in any case', option('client SECRET (post) *'), 'client SECRET (post) *'],
  ])('is told by %s', async (_name, list, words) => {
    await operate(button, control, 'post', { prepare: () => void behave({ list }) });
    expect(byId('x', HTMLElement).textContent).toBe(words);
  });

  it('is not called set where its button shows other words', async () => {
    const list = option('Words of another language', 'post');
    const { isWritten } = await operate(button, control, 'post', { prepare: () => void behave({ list }) });
    expect(isWritten).toBe(false);
  });

  it.each([
    ['is not offered', option('Private key')],
    ['is only part of another', option('Client secret (POST) as JWT')],
    ['is offered twice', `${option('Client secret (POST)')}${option('client secret post')}`],
    ['is locked', '<div role="option" aria-disabled="true">Client secret (POST)</div>'],
    ['is hidden', '<div role="option" style="display:none">Client secret (POST)</div><div role="option">Other</div>'],
  ])('is closed again by its button where the choice %s', async (_name, list) => {
    let isOpen = (): boolean => true;
    const keys: string[] = [];
    const { isWritten, now } = await operate(button, control, 'post', {
      prepare: () => {
        isOpen = behave({ list });
        document.addEventListener('keydown', ({ key }) => keys.push(key));
      },
    });
    expect([isWritten, now, isOpen(), keys]).toEqual([false, 'basic', false, []]);
  });

  it('does not press again where nothing opened', async () => {
    let heard: string[] = [];
    const { isWritten } = await operate(button, control, 'post', {
      prepare: () => {
        heard = heardBy(byId('x', HTMLElement), 'click');
      },
    });
    expect([isWritten, heard]).toEqual([false, ['click']]);
  });

  it('takes no option of another list that is on the page', async () => {
    let heard: string[] = [];
    const other = '<div role="listbox"><div role="option" id="other">Client secret (POST)</div></div>';
    const { now } = await operate(`${button}${other}`, control, 'post', {
      prepare: () => {
        behave({ list: option('Private key') });
        heard = heardBy(byId('other', HTMLElement), 'pointerdown', 'click');
      },
    });
    expect([now, heard]).toEqual(['basic', []]);
  });

  it('is left alone where it is right, locked, hidden, or forbidden', async () => {
    const right = await operate(button, control, 'basic', { prepare: () => void behave() });
    expect(right.isWritten).toBe(true);
    for (const html of [
      button.replace('id="x"', 'id="x" disabled'),
      button.replace('id="x"', 'id="x" aria-disabled="true"'),
      button.replace('id="x"', 'id="x" style="display:none"'),
    ]) {
      expect((await operate(html, control, 'post', { prepare: () => void behave() })).isWritten).toBe(false);
    }
    const form = { neverTouch: ['#x'] };
    expect((await operate(button, control, 'post', { form, prepare: () => void behave() })).isWritten).toBe(false);
  });

  it('presses no option the recipe forbids', async () => {
    const form = { neverTouch: ['[role="option"]'] };
    const { isWritten, now } = await operate(button, control, 'post', { form, prepare: () => void behave() });
    expect([isWritten, now]).toEqual([false, 'basic']);
  });

  it('gives the focus back', async () => {
    await operate(`${button}<input id="y">`, control, 'post', {
      prepare: () => {
        behave();
        byId('x', HTMLElement).addEventListener('click', () => byId('x', HTMLElement).focus());
        boxOf('y').focus();
      },
    });
    expect(document.activeElement?.id).toBe('y');
  });

  it('without a choice holds nothing, whatever it says', () => {
    shown(`<div id="form">${button.replace('id="x"', 'id="x" data-placeholder')}</div>`);
    expect(driverFor(control).read(byId('x', HTMLElement))).toBe('');
  });

  it.each([
    [button, 'found'],
    [button.replace('id="x"', 'id="x" disabled'), 'managed'],
    ['<div role="combobox" id="x">A</div>', 'found'],
    ['<select id="x"></select>', 'unfit'],
    ['<input id="x" role="combobox">', 'unfit'],
  ])('%s is %s', (html, state) => {
    shown(`<div id="form">${html}</div>`);
    expect(driverFor(control).state(byId('x', HTMLElement))).toBe(state);
  });
});
