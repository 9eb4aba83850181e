/** A box of tags on a page that forgets what comes too fast: one at a time, a turn after each, in order. */
import { describe, expect, it } from 'vitest';
import { driverFor } from '@/engine/controls/drivers';
import type { Control } from '@/recipes/schema';
import { byId, shown } from './acme';
import { type Operated, operate } from './operate';

const control: Control = { kind: 'tags', tag: '.tag', cross: 'button', input: 'input' };

interface Page {
  now: string[];
  /** What the box does not take. */
  refuses?: string[];
  /** Tags without a cross. */
  fixed?: string[];
}

/** As React pages do it: each step starts from what was drawn last, and is drawn a turn later. */
function behave({ now, refuses = [], fixed = [] }: Page): string[] {
  const box = byId('x', HTMLElement);
  const history: string[] = [];
  const draw = (tags: string[], typed: string): void => {
    const crosses = (tag: string): string => (fixed.includes(tag) ? '' : `<button type="button"><b>×</b></button>`);
    box.innerHTML = `${tags.map((tag) => `<span class="tag"> ${tag} ${crosses(tag)}</span>`).join('')}<input value="${typed}">`;
    const set = (next: string[], text: string): void => void setTimeout(() => draw(next, text));
    const [input] = box.getElementsByTagName('input');
    input?.addEventListener('input', () => set(tags, input.value));
    for (const [index, cross] of Array.from(box.querySelectorAll('button')).entries()) {
      cross.addEventListener('click', () => {
        history.push(`- ${tags[index]}`);
        set(tags.toSpliced(index, 1), typed);
      });
    }
    // What the last drawing knows of the text, not what stands in the box.
    box.onkeydown = ({ key }) => {
      if (key !== 'Enter' || refuses.includes(typed)) return;
      history.push(`+ ${typed}`);
      set([...tags, typed], '');
    };
  };
  draw(now, '');
  return history;
}

async function set(value: string[], page: Page): Promise<Operated & { history: string[] }> {
  let history: string[] = [];
  const prepare = (): void => {
    history = behave(page);
  };
  return { ...(await operate('<div id="x"></div>', control, value, { prepare })), history };
}

describe('tags', () => {
  it('are added one by one, and read without their crosses', async () => {
    const { isWritten, now, history } = await set(['openid', 'profile', 'email'], { now: ['openid'] });
    expect([isWritten, now]).toEqual([true, ['openid', 'profile', 'email']]);
    expect(history).toEqual(['+ profile', '+ email']);
  });

  it('that stand as they should stay; from the first that does not, all are set anew', async () => {
    const { isWritten, now, history } = await set(['a', 'b', 'c'], { now: ['a', 'x', 'b'] });
    expect([isWritten, now]).toEqual([true, ['a', 'b', 'c']]);
    expect(history).toEqual(['- b', '- x', '+ b', '+ c']);
  });

  it('are left alone where they are right', async () => {
    expect(await set(['a', 'b'], { now: ['a', 'b'] })).toMatchObject({ isWritten: true, history: [] });
  });

  it('are all removed for an empty list', async () => {
    expect(await set([], { now: ['a', 'b'] })).toMatchObject({ isWritten: true, now: [], history: ['- b', '- a'] });
  });

  it('are put back where the box does not take one', async () => {
    const { isWritten, now } = await set(['b', 'c'], { now: ['a', 'b'], refuses: ['c'] });
    expect([isWritten, now]).toEqual([false, ['a', 'b']]);
  });

  it('leave no word in a box that does not take it', async () => {
    const { isWritten, now } = await set(['a', 'c'], { now: ['a'], refuses: ['c'] });
    expect([isWritten, now]).toEqual([false, ['a']]);
    expect(byId('x', HTMLElement).querySelector('input')?.value).toBe('');
  });

  it('are not touched where one that is to go has no cross', async () => {
    const { isWritten, now, history } = await set(['a'], { now: ['a', 'b'], fixed: ['b'] });
    expect([isWritten, now, history]).toEqual([false, ['a', 'b'], []]);
  });

  it('are compared as sets', async () => {
    const { driver } = await set(['a', 'b'], { now: ['a', 'b'] });
    const box = byId('x', HTMLElement);
    expect([driver.holds(box, ['b', 'a']), driver.holds(box, ['a']), driver.holds(box, 'a')]).toEqual([
      true,
      false,
      false,
    ]);
    expect(driver.label(box)).toBe('a, b');
  });

  it('hear Enter alone, at the root of the page, too, and without a modifier', async () => {
    const keys: KeyboardEvent[] = [];
    const prepare = (): void => {
      behave({ now: [] });
      document.addEventListener('keydown', (event) => keys.push(event), { once: true });
    };
    await operate('<div id="x"></div>', control, ['a'], { prepare });
    expect(
      keys.map(({ key, ctrlKey, metaKey, altKey, shiftKey, bubbles }) => [
        key,
        [ctrlKey, metaKey, altKey, shiftKey],
        bubbles,
      ]),
    ).toEqual([['Enter', [false, false, false, false], true]]);
  });

  it('are taken on the key the recipe names', async () => {
    const keys: string[] = [];
    const prepare = (): void => {
      behave({ now: [] });
      document.addEventListener('keydown', ({ key, code, keyCode }) => keys.push(key, code, String(keyCode)), {
        once: true,
      });
    };
    const { isWritten } = await operate('<div id="x"></div>', { ...control, key: ',' }, ['a'], { prepare });
    // The page of this test knows Enter alone.
    expect([isWritten, keys]).toEqual([false, [',', 'Comma', '188']]);
  });

  it('get no other event than input, that key, and the click on a cross', async () => {
    const heard = new Set<string>();
    const prepare = (): void => {
      behave({ now: ['b'] });
      for (const type of ['keydown', 'keyup', 'keypress', 'change', 'submit', 'mousedown', 'pointerdown', 'click']) {
        document.addEventListener(type, () => heard.add(type));
      }
    };
    await operate('<form><div id="x"></div></form>', control, ['a'], { prepare });
    expect([...heard]).toEqual(['click', 'keydown']);
  });

  it('lose none by a cross that would submit', async () => {
    const html = '<form><div id="x"><i class="tag">a<button>×</button></i><input></div></form>';
    expect(await operate(html, control, ['b'])).toMatchObject({ isWritten: false, now: ['a'] });
  });

  it('lose none by a cross that the recipe forbids', async () => {
    const forbidden = { prepare: () => void behave({ now: ['a'] }), form: { neverTouch: ['.tag button'] } };
    const { isWritten, now } = await operate('<div id="x"></div>', control, ['b'], forbidden);
    expect([isWritten, now]).toEqual([false, ['a']]);
  });

  it('are not set in a box that is hidden, or by anything but a list', async () => {
    const prepare = (): void => void behave({ now: [] });
    const hidden = await operate('<div id="x" style="display:none"></div>', control, ['a'], { prepare });
    expect(hidden).toMatchObject({ isWritten: false, now: [] });
    expect(await operate('<div id="x"></div>', control, 'a', { prepare })).toMatchObject({ isWritten: false, now: [] });
  });

  it.each([
    ['<div id="x"><input></div>', 'found'],
    ['<div id="x"><input disabled></div>', 'managed'],
    ['<div id="x"></div>', 'unfit'],
  ])('%s is %s', (html, state) => {
    shown(`<div id="form">${html}</div>`);
    expect(driverFor(control).state(byId('x', HTMLElement))).toBe(state);
  });
});
