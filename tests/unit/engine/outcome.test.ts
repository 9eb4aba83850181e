/** Why a field ended as it did, where the outcome alone does not say it. */
import { describe, expect, it } from 'vitest';
import { fill } from '@/engine/fill';
import { look } from '@/engine/look';
import type { FieldReport, SecretName } from '@/engine/model';
import { plan } from '@/engine/plan';
import type { Field } from '@/recipes/schema';
import { atOnce, boxOf, clientId, page, secret, show, signal, testSecret, textField, values } from './acme';

async function reported(
  html: string,
  fields: Field[],
  { kept = ['client_secret'], prepare }: { kept?: SecretName[]; prepare?: () => void } = {},
): Promise<FieldReport[]> {
  const find = show(`<div id="form">${html}</div>`, { fields });
  const recognition = find();
  if (!recognition) throw new Error('not recognised');
  const { rows } = plan(recognition.form, look(recognition, page), values, {}, kept);
  prepare?.();
  const secrets = { client_secret: testSecret, api_token: 'test-token-not-real' };
  const { report } = await atOnce(() => fill({ find, rows, secrets, signal }));
  return report.fields;
}

const boxes = '<input id="client_id"><input id="client_secret" type="password">';
const both = [clientId, secret];

describe('a secret', () => {
  it('the page threw away after it had been there is lost', async () => {
    const prepare = (): void =>
      boxOf('client_secret').addEventListener('change', () =>
        setTimeout(() => {
          boxOf('client_secret').value = '';
        }, 300),
      );
    expect(await reported(boxes, both, { prepare })).toEqual([
      { key: 'client_id', outcome: 'filled' },
      { key: 'client_secret', outcome: 'refused-by-page', because: 'lost' },
    ]);
  });

  it('whose box was closed again is lost', async () => {
    const prepare = (): void =>
      boxOf('client_secret').addEventListener('change', () =>
        setTimeout(() => {
          boxOf('client_secret').style.display = 'none';
        }, 300),
      );
    const [, report] = await reported(boxes, both, { prepare });
    expect(report).toEqual({ key: 'client_secret', outcome: 'refused-by-page', because: 'lost' });
  });

  it('the page never took is refused, and nothing was lost', async () => {
    document.execCommand = () => false;
    const prepare = (): void =>
      boxOf('client_secret').addEventListener('change', () => {
        boxOf('client_secret').value = '';
      });
    const [, report] = await reported(boxes, both, { prepare });
    expect(report).toEqual({ key: 'client_secret', outcome: 'refused-by-page' });
  });

  it('the profile has not got is left', async () => {
    const [, report] = await reported(boxes, both, { kept: ['api_token'] });
    expect(report).toEqual({ key: 'client_secret', outcome: 'left-for-you', because: 'no-secret' });
    expect(boxOf('client_secret').value).toBe('');
  });

  it('of another name never comes into its box, though it is at hand', async () => {
    const token = textField('api_token', {
      control: { kind: 'password' },
      value: { from: 'profile', name: 'api_token' },
    });
    const [report] = await reported('<input id="api_token" type="password">', [token]);
    expect(report).toEqual({ key: 'api_token', outcome: 'left-for-you', because: 'no-secret' });
    expect(boxOf('api_token').value).toBe('');
  });

  it('in a control of another kind is left for that reason alone', async () => {
    const [, report] = await reported('<input id="client_id"><select id="client_secret"></select>', both);
    expect(report).toEqual({ key: 'client_secret', outcome: 'left-for-you' });
  });
});

describe('anything else', () => {
  it('that was thrown away is refused, not lost', async () => {
    const prepare = (): void =>
      boxOf('client_id').addEventListener('change', () =>
        setTimeout(() => {
          boxOf('client_id').value = '';
        }, 300),
      );
    const [report] = await reported(boxes, both, { prepare });
    expect(report).toEqual({ key: 'client_id', outcome: 'refused-by-page' });
  });

  it('that is the own business of a person says no more', async () => {
    const own = textField('icon', { value: { from: 'user' } });
    expect(await reported('<input id="icon">', [own])).toEqual([{ key: 'icon', outcome: 'left-for-you' }]);
  });

  it('that saves at once is left, whatever value a recipe names', async () => {
    const enabled = textField('enabled', {
      control: { kind: 'switch' },
      value: { from: 'constant', text: 'on' },
      savesAtOnce: true,
    });
    let clicks = 0;
    const html = '<button id="enabled" role="switch" aria-checked="false"></button>';
    const reports = await reported(html, [enabled], {
      prepare: () => document.getElementById('enabled')?.addEventListener('click', () => clicks++),
    });
    expect(reports).toEqual([{ key: 'enabled', outcome: 'left-for-you', because: 'saves-at-once' }]);
    expect(clicks).toBe(0);
  });

  it('is warned about where the server has no use for it', () => {
    const field = textField('scopes', { rules: ['server-ignores'] });
    const recognition = show('<div id="form"><input id="scopes"></div>', { fields: [field] })();
    const rows = recognition && plan(recognition.form, look(recognition, page), values, {}, []).rows;
    expect(rows?.[0]?.warnings).toEqual(['server-ignores']);
  });
});
