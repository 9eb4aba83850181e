/** Fields behind a button, on other steps, or shown as text: planned as they will be, and never called missing. */
import { describe, expect, it } from 'vitest';
import { fill } from '@/engine/fill';
import { look } from '@/engine/look';
import type { PlanRow, Recognition } from '@/engine/model';
import { plan } from '@/engine/plan';
import { openFields, switchMethod } from '@/engine/steps';
import type { Field, Form, Step } from '@/recipes/schema';
import { atOnce, boxOf, byId, clientId, page, secret, show, signal, testSecret, textField, values } from './acme';

const steps: Step[] = [{ do: 'reveal', control: '.pen', part: '.part' }];
const pen = (id: string, more = ''): string => `<button type="button" class="pen" id="${id}" ${more}>Edit</button>`;
const part = '<div class="part"><input id="client_id"></div>';

/** Opens the part on a press after a while, and counts the presses. */
function opens(later = 100, html = part): () => number {
  let presses = 0;
  for (const button of document.querySelectorAll('.pen')) {
    button.addEventListener('click', () => {
      presses++;
      setTimeout(() => byId('form', HTMLElement).insertAdjacentHTML('beforeend', html), later);
    });
  }
  return () => presses;
}

function rowsOf(recognition: Recognition | null): PlanRow[] {
  if (!recognition) throw new Error('not recognised');
  return plan(recognition.form, look(recognition, page), values, {}, ['client_secret']).rows;
}

describe('a part behind a button', () => {
  it('is opened by one press, and waited for', async () => {
    const find = show(`<div id="form">${pen('a')}</div>`, { steps, fields: [clientId] });
    const presses = opens(1000);
    expect(await atOnce(() => openFields(find, signal))).toBe(true);
    expect(presses()).toBe(1);
  });

  it('is left alone where it is open: the button would close it', async () => {
    const find = show(`<div id="form">${pen('a')}${part}</div>`, { steps, fields: [clientId] });
    const presses = opens();
    expect(await atOnce(() => openFields(find, signal))).toBe(true);
    expect(presses()).toBe(0);
  });

  it.each([
    ['there are two buttons', `<div id="form">${pen('a')}${pen('b')}</div>`],
    ['the button is hidden', `<div id="form">${pen('a', 'style="display:none"')}</div>`],
    ['the button lies outside the block', `${pen('a')}<div id="form"></div>`],
    ['the button would save', `<div id="form">${pen('a', 'class="pen save"').replace('class="pen" ', '')}</div>`],
  ])('stays closed where %s', async (_name, html) => {
    const find = show(html, { steps, fields: [clientId], save: { selectors: ['.save'] } });
    const presses = opens();
    expect(await atOnce(() => openFields(find, signal))).toBe(false);
    expect(presses()).toBe(0);
  });

  it('is opened by the one button that is seen', async () => {
    const hidden = pen('a', 'style="display:none"');
    const find = show(`<div id="form">${hidden}${pen('b')}</div>`, { steps, fields: [clientId] });
    const presses = opens();
    expect(await atOnce(() => openFields(find, signal))).toBe(true);
    expect(presses()).toBe(1);
  });

  it('that is open elsewhere on the page does not count', () => {
    const recognition = show(`${part}<div id="form">${pen('a')}</div>`, { steps, fields: [clientId] })();
    expect(recognition && look(recognition, page).isClosed).toBe(true);
  });
});

describe('while a part is closed', () => {
  const optional = textField('token', { optional: true });
  const own = textField('icon', { value: { from: 'user' } });
  const closed = (html: string): Recognition | null =>
    show(html, { steps, fields: [clientId, secret, optional, own] })();

  it('its fields are still to come', () => {
    const recognition = closed(`<div id="form">${pen('a')}</div>`);
    expect(recognition && look(recognition, page).isClosed).toBe(true);
    expect(rowsOf(recognition)).toMatchObject([
      { key: 'client_id', state: 'change', now: '', next: 'test-client', ticked: true, warnings: [] },
      { key: 'client_secret', state: 'change', ticked: true, warnings: [] },
      { key: 'token', state: 'change', ticked: true },
      { key: 'icon', state: 'left' },
    ]);
  });

  it.each([
    ['it is open', `<div id="form">${pen('a')}<div class="part"></div></div>`],
    ['nothing opens it', '<div id="form"></div>'],
  ])('means what it says: not where %s', (_name, html) => {
    const recognition = closed(html);
    expect(recognition && look(recognition, page)).not.toHaveProperty('isClosed');
    expect(rowsOf(recognition).map(({ state }) => state)).toEqual(['missing', 'missing', 'absent', 'missing']);
  });

  it('the sign-in method is switched all the same', async () => {
    const method: Form['method'] = {
      find: { selectors: ['#method'] },
      control: { kind: 'select' },
      wanted: { value: 'single', label: 'Single' },
    };
    const list = '<select id="method"><option value="plain"></option><option value="single"></option></select>';
    const find = show(`<div id="form">${list}${pen('a')}</div>`, { steps, method, fields: [clientId] });
    expect(await atOnce(() => switchMethod(find, signal))).toBe(true);
  });
});

describe('a form in steps', () => {
  const fields: Field[] = [clientId, secret, textField('token', { optional: true })];
  const find = (html: string) => show(`<div id="form">${html}</div>`, { stepwise: true, fields });
  const reports = async (again: () => Recognition | null) => {
    const rows = rowsOf(again());
    const { report } = await atOnce(() => fill({ find: again, rows, secrets: { client_secret: testSecret }, signal }));
    return report.fields;
  };

  it('is ready where one of its fields is here, and the others come later', async () => {
    const again = find('<input id="client_id">');
    expect(await atOnce(() => openFields(again, signal))).toBe(true);
    expect(rowsOf(again()).map(({ state, ticked }) => [state, ticked])).toEqual([
      ['change', true],
      ['later', false],
      ['later', false],
    ]);
    expect(await reports(again)).toEqual([
      { key: 'client_id', outcome: 'filled' },
      { key: 'client_secret', outcome: 'left-for-you', because: 'other-step' },
      { key: 'token', outcome: 'left-for-you', because: 'other-step' },
    ]);
  });

  it('is not ready without any, or with one in doubt', async () => {
    expect(await atOnce(() => openFields(find('<p></p>'), signal))).toBe(false);
    expect(await atOnce(() => openFields(find('<input id="client_id"><input id="client_id">'), signal))).toBe(false);
  });

  it('A8: gets nothing once the step is another one', async () => {
    const again = find('<input id="client_id">');
    const rows = rowsOf(again());
    byId('form', HTMLElement).innerHTML = '<input id="client_secret" type="password">';
    const { report } = await atOnce(() => fill({ find: again, rows, secrets: { client_secret: testSecret }, signal }));
    expect(report.fields.map(({ outcome }) => outcome)).toEqual(['refused-by-page', 'left-for-you', 'left-for-you']);
    expect(boxOf('client_secret').value).toBe('');
  });
});

describe('a secret that the page shows as text', () => {
  const shown = { ...secret, control: { kind: 'password', eye: true } } satisfies Field;
  const html = (type: string): string =>
    `<div id="form"><input id="client_id"><input id="client_secret" type="${type}"></div>`;
  const find = (type: string) => show(html(type), { fields: [clientId, shown] });

  it('is not written, and everything else is', async () => {
    const again = find('text');
    const rows = rowsOf(again());
    expect(rows[1]).toMatchObject({ state: 'exposed', ticked: false });
    const secrets = { client_secret: testSecret };
    const { report } = await atOnce(() => fill({ find: again, rows, secrets, signal }));
    expect(report.fields).toEqual([
      { key: 'client_id', outcome: 'filled' },
      { key: 'client_secret', outcome: 'left-for-you', because: 'exposed' },
    ]);
    expect(boxOf('client_secret').value).toBe('');
  });

  it('A8: is not written when it is shown after the preview, though it was ticked', async () => {
    const again = find('password');
    const rows = rowsOf(again());
    boxOf('client_id').addEventListener('change', () => {
      boxOf('client_secret').type = 'text';
    });
    const secrets = { client_secret: testSecret };
    const { report } = await atOnce(() => fill({ find: again, rows, secrets, signal }));
    expect(report.fields[1]).toEqual({ key: 'client_secret', outcome: 'left-for-you', because: 'exposed' });
    expect(boxOf('client_secret').value).toBe('');
  });

  it('A8: is not written when it is shown before the fill begins', async () => {
    const again = find('password');
    const rows = rowsOf(again());
    boxOf('client_secret').type = 'text';
    const secrets = { client_secret: testSecret };
    const { report } = await atOnce(() => fill({ find: again, rows, secrets, signal }));
    expect(report.fields).toEqual([
      { key: 'client_id', outcome: 'filled' },
      { key: 'client_secret', outcome: 'left-for-you', because: 'exposed' },
    ]);
  });

  it('is filled where the person looks at it afterwards', async () => {
    const again = find('password');
    const rows = rowsOf(again());
    boxOf('client_secret').addEventListener('change', () =>
      setTimeout(() => {
        boxOf('client_secret').type = 'text';
      }, 300),
    );
    const secrets = { client_secret: testSecret };
    const { report } = await atOnce(() => fill({ find: again, rows, secrets, signal }));
    expect(report.fields[1]).toEqual({ key: 'client_secret', outcome: 'filled' });
  });

  it('is filled while it is hidden, and where no recipe knows of an eye', async () => {
    expect(rowsOf(find('password')())[1]).toMatchObject({ state: 'change', ticked: true });
    expect(rowsOf(show(html('text'), { fields: [clientId, secret] })())[1]).toMatchObject({ state: 'change' });
  });

  it('is never read, whatever its box looks like', () => {
    const plain: Field = { ...secret, control: { kind: 'text' } };
    for (const field of [shown, plain]) {
      const again = show(html('text'), { fields: [clientId, field] });
      boxOf('client_secret').value = testSecret;
      const recognition = again();
      expect(JSON.stringify(recognition && look(recognition, page))).not.toContain(testSecret);
      expect(recognition && look(recognition, page).readings[1]).toMatchObject({ holdsSecret: true });
    }
  });

  it('is left where the profile has none', () => {
    const recognition = find('text')();
    const seen = recognition && look(recognition, page);
    const rows = recognition && seen ? plan(recognition.form, seen, values, {}, []).rows : [];
    expect(rows[1]).toMatchObject({ state: 'left' });
  });
});
