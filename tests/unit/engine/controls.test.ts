/** Text, secret, checkbox and cards: the order of events, and nothing called written that did not stay. */
import { describe, expect, it } from 'vitest';
import type { Driver, Target } from '@/engine/controls/driver';
import { driverFor } from '@/engine/controls/drivers';
import type { FieldValue } from '@/engine/model';
import type { Control } from '@/recipes/schema';
import { atOnce, boxOf, byId, shown, signal, testSecret } from './acme';

/** Writes into the element with the id `x`, found anew each time. */
function write(html: string, control: Control, value: FieldValue, prepare?: () => void): Promise<[boolean, Driver]> {
  const recognition = shown(`<div id="form">${html}</div>`);
  prepare?.();
  const driver = driverFor(control);
  const resolve = (): Target | null => {
    const element = document.getElementById('x');
    return element && { element, recognition };
  };
  return atOnce(async () => [await driver.write({ resolve, value, signal }), driver]);
}

function recordEvents(box: HTMLElement): Event[] {
  const events: Event[] = [];
  for (const type of ['focus', 'input', 'change', 'blur', 'keydown', 'keyup', 'click']) {
    box.addEventListener(type, (event) => events.push(event));
  }
  return events;
}

describe('text', () => {
  const text: Control = { kind: 'text' };

  it('focuses, assigns, sends input and change, and leaves', async () => {
    let events: Event[] = [];
    let atInput = '';
    const [isWritten] = await write('<input id="x" value="old">', text, 'new', () => {
      events = recordEvents(boxOf('x'));
      boxOf('x').addEventListener('input', () => {
        atInput = boxOf('x').value;
      });
    });
    expect(isWritten).toBe(true);
    expect(events.map(({ type }) => type)).toEqual(['focus', 'input', 'change', 'blur']);
    expect(atInput).toBe('new');
    const [, input, change] = events;
    expect(input).toMatchObject({ bubbles: true, composed: true, inputType: 'insertReplacementText' });
    expect(change).toMatchObject({ bubbles: true });
  });

  it("goes past a setter of the page's own, which would keep the change from its framework", async () => {
    const seen: unknown[] = [];
    await write('<input id="x" value="old">', text, 'new', () => {
      Object.defineProperty(boxOf('x'), 'value', {
        configurable: true,
        get: () => Reflect.get(HTMLInputElement.prototype, 'value', boxOf('x')),
        set: (value: unknown) => seen.push(value),
      });
    });
    expect([boxOf('x').value, seen]).toEqual(['new', []]);
  });

  it('gives the focus back', async () => {
    await write('<input id="x"><input id="y">', text, 'new', () => boxOf('y').focus());
    expect(document.activeElement?.id).toBe('y');
  });

  it('tries once more where the first write is thrown back', async () => {
    let writes = 0;
    const [isWritten] = await write('<input id="x">', text, 'new', () => {
      boxOf('x').addEventListener('change', () => {
        if (++writes === 1) boxOf('x').value = '';
      });
    });
    expect([isWritten, writes]).toEqual([true, 2]);
  });

  it('has the browser type as a last resort, then says that it was refused', async () => {
    const typed: string[] = [];
    document.execCommand = (command, _ui, value) => {
      typed.push(`${command} ${value}`);
      return true;
    };
    const [isWritten] = await write('<input id="x">', text, 'new', () => {
      boxOf('x').addEventListener('input', () => {
        boxOf('x').value = '';
      });
    });
    expect(isWritten).toBe(false);
    expect(typed).toEqual(['insertText new']);
  });

  it('writes to the element that is there now, not to one that was replaced', async () => {
    const [isWritten] = await write('<input id="x">', text, 'new', () => {
      const first = boxOf('x');
      first.addEventListener(
        'change',
        () => {
          first.outerHTML = '<input id="x">';
        },
        { once: true },
      );
    });
    expect(isWritten).toBe(true);
    expect(boxOf('x').value).toBe('new');
  });

  it.each([
    ['hidden', '<p style="display:none"><input id="x"></p>'],
    ['nearly invisible', '<p style="opacity:0.5"><input id="x" style="opacity:0.5"></p>'],
    ['disabled', '<input id="x" disabled>'],
    ['read-only', '<input id="x" readonly>'],
    ['of another type', '<input id="x" type="checkbox">'],
    ['gone', ''],
  ])('A4: never writes a box that is %s', async (_name, html) => {
    const [isWritten] = await write(html, text, 'new');
    expect(isWritten).toBe(false);
    expect(document.querySelector('input')?.value).not.toBe('new');
  });

  it('compares addresses decoded when it reads back', async () => {
    const [isWritten, driver] = await write('<input id="x">', text, 'https://id.example/ä/', () => {
      boxOf('x').addEventListener('change', () => {
        boxOf('x').value = 'https://id.example/%C3%A4/';
      });
    });
    expect(isWritten).toBe(true);
    expect(driver.holds(boxOf('x'), 'https://id.example/ä/')).toBe(true);
  });
});

describe('secret', () => {
  const closed = '<a id="reveal">change</a><p id="p" style="display:none"><input id="x" type="password"></p>';
  const control: Control = { kind: 'password', reveal: '#reveal' };
  const opens = (): void => {
    byId('reveal', HTMLElement).addEventListener('click', () => {
      byId('p', HTMLElement).style.display = 'block';
      byId('reveal', HTMLElement).style.display = 'none';
    });
  };

  it('opens its box first', async () => {
    const [isWritten] = await write(closed, control, testSecret, opens);
    expect([isWritten, boxOf('x').value]).toEqual([true, testSecret]);
  });

  it('writes nothing into a box that stays closed', async () => {
    const [isWritten] = await write(closed, control, testSecret);
    expect([isWritten, boxOf('x').value]).toEqual([false, '']);
    expect((await write(closed, { kind: 'password' }, testSecret))[0]).toBe(false);
  });

  it('does not press the link of an open box', async () => {
    let presses = 0;
    await write('<a id="reveal">change</a><input id="x" type="password">', control, testSecret, () => {
      byId('reveal', HTMLElement).addEventListener('click', () => presses++);
    });
    expect(presses).toBe(0);
  });

  it('is never read, and held only while its box is open', async () => {
    const [, driver] = await write(closed, control, testSecret, opens);
    expect(driver.read(boxOf('x'))).toBeNull();
    expect(driver.holds(boxOf('x'), testSecret)).toBe(true);
    byId('p', HTMLElement).style.display = 'none';
    expect(driver.holds(boxOf('x'), testSecret)).toBe(false);
  });
});

describe('checkbox', () => {
  const control: Control = { kind: 'checkbox' };

  it('clicks once, and only when it differs', async () => {
    let clicks = 0;
    const count = (): void => boxOf('x').addEventListener('click', () => clicks++);
    expect((await write('<input id="x" type="checkbox">', control, true, count))[0]).toBe(true);
    expect((await write('<input id="x" type="checkbox" checked>', control, true, count))[0]).toBe(true);
    expect(clicks).toBe(1);
  });

  it('reads a switch by its state, and does not fight a page that turns it back', async () => {
    let clicks = 0;
    const [isWritten, driver] = await write(
      '<button type="button" role="switch" id="x" aria-checked="false"></button>',
      control,
      true,
      () => {
        byId('x', HTMLElement).addEventListener('click', () => clicks++);
      },
    );
    expect([isWritten, clicks, driver.read(byId('x', HTMLElement))]).toEqual([false, 1, false]);
  });

  it('touches none that is disabled or hidden', async () => {
    expect((await write('<input id="x" type="checkbox" disabled>', control, true))[0]).toBe(false);
    expect((await write('<p style="display:none"><input id="x" type="checkbox"></p>', control, true))[0]).toBe(false);
  });
});

describe('cards', () => {
  const cards = ['a', 'b'].map((value) => ({ value, input: `#${value}`, label: `label[for="${value}"]` }));
  const control: Control = { kind: 'cards', cards };
  const html = (chosen: string): string =>
    `<i id="x"></i>${['a', 'b'].map((id) => `<input type="radio" name="g" id="${id}" ${id === chosen ? 'checked' : ''}><label for="${id}"><b>Card ${id}</b><p>explained</p></label>`).join('')}`;

  it('clicks the label of the wanted card', async () => {
    const clicked: string[] = [];
    const [isWritten, driver] = await write(html('a'), control, 'b', () => {
      document.querySelector('label[for=b]')?.addEventListener('click', () => clicked.push('label'));
    });
    expect([isWritten, clicked]).toEqual([true, ['label']]);
    expect([driver.read(byId('x', HTMLElement)), driver.label(byId('x', HTMLElement))]).toEqual(['b', 'Card b']);
  });

  it('is called by its own words, not by a picture or a link in its label', () => {
    document.body.innerHTML = html('a');
    document
      .querySelector('label[for=a]')
      ?.insertAdjacentHTML(
        'afterbegin',
        '<div><a href="https://vendor.example/">Paid feature</a></div><svg><title>Picture</title></svg>',
      );
    expect(driverFor(control).label(byId('x', HTMLElement))).toBe('Card a');
  });

  it('is believed when the page shows it late, and not when it falls back at once', async () => {
    const throwBack = (later: number) => () => {
      for (const id of ['a', 'b']) {
        boxOf(id).addEventListener('click', (event) => {
          event.preventDefault();
          if (later > 0) setTimeout(() => Object.assign(boxOf(id), { checked: true }), later);
        });
      }
    };
    expect((await write(html('a'), control, 'b', throwBack(300)))[0]).toBe(true);
    expect((await write(html('a'), control, 'b', throwBack(0)))[0]).toBe(false);
  });

  it('never clicks a card that is chosen', async () => {
    let clicks = 0;
    const [isWritten] = await write(html('b'), control, 'b', () => {
      document.querySelector('label[for=b]')?.addEventListener('click', () => clicks++);
    });
    expect([isWritten, clicks]).toEqual([true, 0]);
  });

  it('never sets the state itself: a page that ignores the click is believed', async () => {
    const [isWritten] = await write(html('a'), control, 'b', () => {
      document.querySelector('label[for=b]')?.addEventListener('click', (event) => event.preventDefault());
    });
    expect([isWritten, boxOf('b').checked]).toEqual([false, false]);
  });
});
