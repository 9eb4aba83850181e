/** What is said about a page of a known app; while a notice declines it, nothing on it is a form. */
import { describe, expect, it } from 'vitest';
import { look } from '@/engine/look';
import { noticesOf } from '@/engine/notices';
import { recognise } from '@/engine/recognise';
import type { Form, Notice, Recipe } from '@/recipes/schema';
import { pretendLayout } from '../recipes/layout';
import { page, recipeWith, textField } from './acme';

const form = '<div id="form"></div>';
const says = (id: Notice['id'], selector: string, more: Partial<Notice> = {}): Notice => ({
  id,
  page: { hashes: ['#sso'] },
  markers: { present: [selector] },
  ...more,
});
const notices = [says('read-only', '#locked'), says('custom-provider', '#custom', { declines: true })];

function on(html: string, recipes: Recipe[], url = page) {
  pretendLayout();
  document.body.innerHTML = html;
  const recognition = recognise(document, url, recipes);
  return {
    noticed: noticesOf(document, url, recipes),
    form: recognition?.form.id,
    look: recognition && look(recognition, url),
  };
}

describe('a notice', () => {
  const recipe = recipeWith({}, notices);

  it('holds by its own address and markers, beside a form', () => {
    const seen = on(`${form}<i id="locked"></i>`, [recipe]);
    expect(seen.noticed).toEqual({ recipe, ids: ['read-only'], declines: false });
    expect(seen.form).toBe('sso');
    expect(seen.look?.notices).toEqual(['read-only']);
    expect(on(form, [recipe])).toMatchObject({ noticed: null, form: 'sso', look: { notices: [] } });
    expect(on('<i id="locked"></i>', [recipe], new URL('https://acme.example/#other')).noticed).toBeNull();
  });

  it('holds where there is no form', () => {
    const seen = on('<i id="locked"></i>', [recipe]);
    expect([seen.noticed?.ids, seen.form]).toEqual([['read-only'], undefined]);
  });

  it('that declines keeps the form from being recognised, alone or among others', () => {
    const seen = on(`${form}<i id="custom"></i><i id="locked"></i>`, [recipe]);
    expect(seen.noticed).toEqual({ recipe, ids: ['read-only', 'custom-provider'], declines: true });
    expect(seen.form).toBeUndefined();
    expect(on(`${form}<i id="custom"></i>`, [recipe]).form).toBeUndefined();
  });

  it('of one recipe is no business of another', () => {
    const other = { ...recipeWith({ id: 'others' }), id: 'other' };
    const seen = on(`${form}<i id="custom"></i>`, [recipe, other]);
    expect(seen.form).toBe('others');
    expect(on('<i id="custom"></i>', [other, recipe]).noticed?.recipe).toBe(recipe);
    expect(on('<i id="custom"></i>', [{ ...recipe, id: 'first' }, recipe]).noticed?.recipe.id).toBe('first');
  });
});

describe('a notice that rests on fields', () => {
  const fields: Form['fields'] = (['client_id', 'client_secret', 'issuer'] as const).map((key) =>
    textField(key, { find: { labels: [key.replace('_', ' ')] } }),
  );
  const old = says('old-oauth-form', 'body', {
    form: 'sso',
    markers: { present: ['body'], fields: { every: ['client_id', 'client_secret'], none: ['issuer'] } },
  });
  const box = (label: string): string => `<label>${label} <input></label>`;
  const idsOn = (html: string, notice = old): string[] =>
    on(`<form>${html}</form>`, [recipeWith({ fields }, [notice])]).noticed?.ids ?? [];

  it('finds them by their labels in the page', () => {
    expect(idsOn(`${box('Client ID')}${box('Client secret')}`)).toEqual(['old-oauth-form']);
    expect(idsOn(box('Client ID'))).toEqual([]);
    expect(idsOn(`${box('Client ID')}${box('Client secret')}${box('Issuer')}`)).toEqual([]);
  });

  it('needs the form whose fields they are', () => {
    expect(idsOn(`${box('Client ID')}${box('Client secret')}`, { ...old, form: 'none' })).toEqual([]);
  });
});
