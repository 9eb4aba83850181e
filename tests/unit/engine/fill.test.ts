/** A fill reports only what the page still holds at the end, and restore puts back only what is still ours. */
import { describe, expect, it } from 'vitest';
import { fill } from '@/engine/fill';
import { look } from '@/engine/look';
import type { FieldReport, Recognition, Undo } from '@/engine/model';
import { plan } from '@/engine/plan';
import { restore } from '@/engine/restore';
import type { FieldKey, Form } from '@/recipes/schema';
import { atOnce, boxOf, byId, clientId, page, secret, show, signal, testSecret, textField, values } from './acme';

const claim = textField('claim', { optional: true });
const fields = [clientId, secret, claim];
const html =
  '<div id="form"><input id="client_id"><input id="client_secret" type="password"><input id="claim" value="old"></div>';

interface Filled {
  outcomes: Record<string, string>;
  undo: Undo;
  find: () => Recognition | null;
}

async function filled(
  content: string,
  form: Partial<Form>,
  {
    prepare,
    untick = [],
    secrets = { client_secret: ` ${testSecret}\n` },
  }: {
    prepare?: () => void;
    untick?: FieldKey[];
    secrets?: Partial<Record<FieldKey, string>>;
  } = {},
): Promise<Filled> {
  const find = show(content, { fields, ...form });
  const recognition = find();
  if (!recognition) throw new Error('not recognised');
  const { rows } = plan(recognition.form, look(recognition, page), values, {}, ['client_secret']);
  const ticked = rows.map((row) => (untick.includes(row.key) ? { ...row, ticked: false } : row));
  prepare?.();
  const { report, undo } = await atOnce(() => fill({ find, rows: ticked, secrets, signal }));
  return { outcomes: byKey(report.fields), undo, find };
}

function byKey(reports: FieldReport[]): Record<string, string> {
  return Object.fromEntries(reports.map(({ key, outcome }) => [key, outcome]));
}

describe('outcomes', () => {
  it('are filled where the page kept the value, the secret without its blanks', async () => {
    const { outcomes } = await filled(html, {});
    expect(outcomes).toEqual({ client_id: 'filled', client_secret: 'filled', claim: 'filled' });
    expect(boxOf('client_secret').value).toBe(testSecret);
    expect([boxOf('client_id').value, boxOf('claim').value]).toEqual(['test-client', 'wanted claim']);
  });

  it('name every field once, whatever becomes of it', async () => {
    const others: Form['fields'] = [
      textField('issuer'),
      textField('token', { optional: true }),
      textField('userinfo'),
      textField('jwks'),
      textField('scopes', { value: { from: 'user' } }),
      textField('base_url'),
    ];
    const content = html.replace(
      '</div>',
      '<input id="issuer" value="wanted issuer"><input id="userinfo" disabled><input id="jwks"><input id="jwks"><input id="scopes"><input id="base_url"></div>',
    );
    const { outcomes } = await filled(content, { fields: [...fields, ...others] }, { untick: ['base_url'] });
    expect(outcomes).toEqual({
      client_id: 'filled',
      client_secret: 'filled',
      claim: 'filled',
      issuer: 'already-right',
      token: 'not-on-this-version',
      userinfo: 'managed-by-server',
      jwks: 'ambiguous',
      scopes: 'left-for-you',
      base_url: 'left-for-you',
    });
  });

  it('are not filled where a later render throws the value away, twice', async () => {
    const { outcomes } = await filled(
      html,
      {},
      {
        prepare: () => {
          boxOf('claim').addEventListener('change', () => setTimeout(() => (boxOf('claim').value = 'old'), 300));
        },
      },
    );
    expect(outcomes).toMatchObject({ client_id: 'filled', claim: 'refused-by-page' });
  });

  it('are filled where the second try stays', async () => {
    let renders = 0;
    const { outcomes } = await filled(
      html,
      {},
      {
        prepare: () => {
          boxOf('claim').addEventListener('change', () => {
            if (renders++ === 0) setTimeout(() => (boxOf('claim').value = 'old'), 300);
          });
        },
      },
    );
    expect(outcomes).toMatchObject({ claim: 'filled' });
    expect(renders).toBe(2);
  });

  it('survive a form that is built anew', async () => {
    let builds = 0;
    const { outcomes } = await filled(
      html,
      {},
      {
        prepare: () => {
          boxOf('client_id').addEventListener('change', () => {
            if (builds++ === 0) setTimeout(() => (document.body.innerHTML = html), 200);
          });
        },
      },
    );
    expect(outcomes).toEqual({ client_id: 'filled', client_secret: 'filled', claim: 'filled' });
    expect(boxOf('client_id').value).toBe('test-client');
  });

  it("open a secret's box again when a render has closed it", async () => {
    const closed = `
      <div id="form"><input id="client_id"><a id="reveal">change</a>
      <p id="p" style="display:none"><input id="client_secret" type="password"></p></div>`;
    const password = { ...secret, control: { kind: 'password', reveal: '#reveal' } } as const;
    let opened = 0;
    const setOpen = (isOpen: boolean): void => {
      byId('p', HTMLElement).style.display = isOpen ? 'block' : 'none';
      byId('reveal', HTMLElement).style.display = isOpen ? 'none' : 'block';
    };
    const { outcomes } = await filled(
      closed,
      { fields: [clientId, password] },
      {
        prepare: () => {
          byId('reveal', HTMLElement).addEventListener('click', () => {
            setOpen(true);
            if (++opened === 1) setTimeout(() => setOpen(false), 300);
          });
        },
      },
    );
    expect([outcomes.client_secret, opened]).toEqual(['filled', 2]);
  });

  it('leave a secret that did not come', async () => {
    const { outcomes } = await filled(html, {}, { secrets: { client_secret: '  ' } });
    expect(outcomes).toMatchObject({ client_id: 'filled', client_secret: 'left-for-you' });
    expect(boxOf('client_secret').value).toBe('');
  });
});

describe('A8: a page that has changed since the preview', () => {
  it('gets nothing when a needed field is gone or doubled', async () => {
    for (const change of [
      () => boxOf('client_secret').remove(),
      () => boxOf('client_id').after(boxOf('client_id').cloneNode()),
    ]) {
      await filled(html, {}, { prepare: change });
      expect(boxOf('claim').value).toBe('old');
      expect(boxOf('client_id').value).toBe('');
    }
  });

  it('gets the rest when an optional field is gone', async () => {
    const { outcomes } = await filled(html, {}, { prepare: () => boxOf('claim').remove() });
    expect(outcomes).toMatchObject({ client_id: 'filled', claim: 'refused-by-page' });
  });

  it('gets nothing when the form is gone', async () => {
    const { outcomes } = await filled(html, {}, { prepare: () => byId('form', HTMLElement).removeAttribute('id') });
    expect(Object.values(outcomes)).toEqual(['refused-by-page', 'refused-by-page', 'refused-by-page']);
    expect(boxOf('client_id').value).toBe('');
  });

  it('gets no more once the signal is aborted', async () => {
    const life = new AbortController();
    const find = show(html, { fields });
    const recognition = find();
    if (!recognition) throw new Error('not recognised');
    const { rows } = plan(recognition.form, look(recognition, page), values, {}, ['client_secret']);
    boxOf('client_id').addEventListener('change', () => life.abort());
    const { report } = await atOnce(() =>
      fill({ find, rows, secrets: { client_secret: testSecret }, signal: life.signal }),
    );
    expect(byKey(report.fields)).not.toMatchObject({ client_secret: 'filled' });
    expect(boxOf('client_secret').value).toBe('');
  });

  it('gets nothing chosen either once the signal is aborted', async () => {
    const life = new AbortController();
    const list = textField('claim', { control: { kind: 'select' }, value: { from: 'constant', text: 'email' } });
    const options = '<select id="claim"><option>name</option><option>email</option></select>';
    const find = show(`<div id="form"><input id="client_id">${options}</div>`, { fields: [clientId, list] });
    const recognition = find();
    if (!recognition) throw new Error('not recognised');
    const { rows } = plan(recognition.form, look(recognition, page), values, {}, []);
    expect(rows).toMatchObject([{ ticked: true }, { ticked: true }]);
    boxOf('client_id').addEventListener('change', () => life.abort());
    await atOnce(() => fill({ find, rows, secrets: {}, signal: life.signal }));
    expect(byId('claim', HTMLSelectElement).value).toBe('name');
  });
});

describe('restore', () => {
  it('puts back what still holds our value, and never empties a secret', async () => {
    const { undo, find } = await filled(html, {});
    const { fields: restored, secretKept } = await atOnce(() => restore(find, undo, signal));
    expect(byKey(restored)).toEqual({ client_id: 'filled', claim: 'filled' });
    expect([boxOf('client_id').value, boxOf('claim').value, boxOf('client_secret').value]).toEqual([
      '',
      'old',
      testSecret,
    ]);
    expect(secretKept).toBe(true);
  });

  it('leaves what somebody changed since', async () => {
    const { undo, find } = await filled(html, {});
    boxOf('claim').value = 'typed by hand';
    const { fields: restored } = await atOnce(() => restore(find, undo, signal));
    expect(byKey(restored)).toEqual({ client_id: 'filled', claim: 'left-for-you' });
    expect(boxOf('claim').value).toBe('typed by hand');
  });

  it('keeps no secret in what it remembers', async () => {
    const { undo } = await filled(html, {});
    expect(JSON.stringify(undo)).not.toContain(testSecret);
    expect(undo.values.map(({ key }) => key)).toEqual(['client_id', 'claim']);
  });

  it('keeps no earlier secret either, in a box that can be read', async () => {
    const readable = { ...secret, control: { kind: 'text' } } as const;
    const { undo } = await filled(html.replace('type="password"', 'value="TEST-earlier"'), {
      fields: [clientId, readable],
    });
    expect(boxOf('client_secret').value).toBe(testSecret);
    expect(JSON.stringify(undo)).not.toContain('TEST-earlier');
  });

  it('says that no secret was written where none was', async () => {
    const { undo, find } = await filled(html, {}, { untick: ['client_secret'] });
    expect((await atOnce(() => restore(find, undo, signal))).secretKept).toBe(false);
  });
});
