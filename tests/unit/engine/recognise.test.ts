/** A form is recognised by address, markers and block; in doubt it is none. */
import { describe, expect, it } from 'vitest';
import { recognise } from '@/engine/recognise';
import type { Form } from '@/recipes/schema';
import { pretendLayout } from '../recipes/layout';
import { recipeWith, show, shown, textField } from './acme';

const form = '<div id="form"><input id="client_id"><input id="client_secret" type="password"></div>';

describe('markers', () => {
  it('needs the address and every marker, and none that must be absent', () => {
    pretendLayout();
    document.body.innerHTML = form;
    const at = (address: string, more: Partial<Form> = {}) => recognise(document, new URL(address), [recipeWith(more)]);
    expect(at('https://acme.example/#sso')?.form.id).toBe('sso');
    expect(at('https://acme.example/#other')).toBeNull();
    expect(at('https://acme.example/#sso', { markers: { present: ['#form', '#none'] } })).toBeNull();
    expect(at('https://acme.example/#sso', { markers: { present: ['#form'], absent: ['#client_id'] } })).toBeNull();
  });

  it('needs the block, once', () => {
    expect(show(form, { within: '#none' })()).toBeNull();
    expect(show(`${form}${form}`)()).toBeNull();
  });

  it('needs the fields that prove the form in a block named by selector, too', () => {
    const markers = { present: ['#form'], fields: { every: ['client_id', 'token'] as const } };
    const proof = { present: markers.present, fields: { every: [...markers.fields.every] } };
    expect(show(form, { markers: proof })()).toBeNull();
    expect(show(form, { markers: { ...proof, fields: { every: ['client_id'] } } })()).not.toBeNull();
    expect(
      show('<div id="form"><input id="client_id" disabled></div>', {
        markers: { ...proof, fields: { every: ['client_id'] } },
      })(),
    ).toBeNull();
  });
});

describe('base path', () => {
  it.each([
    ['/', '/'],
    ['portal', '/portal/'],
    ['/portal/', '/portal/'],
    ['https://evil.example/portal/', '/'],
    ['//evil.example/portal/', '/'],
    ['', '/tools/'],
  ])('attribute %s', (href, path) => {
    const html = `<i id="base" data-href="${href}"></i>${form}`;
    const basePath = { from: 'attribute' as const, selector: '#base', attribute: 'data-href' };
    expect(shown(html, { basePath }).basePath).toBe(path);
  });

  it('is where the page is served from when the element is not there', () => {
    const basePath = { from: 'attribute' as const, selector: '#none', attribute: 'href' };
    expect(shown(form, { basePath }).basePath).toBe('/tools/');
  });

  it.each([
    ['https://acme.example/#sso', '/'],
    ['https://acme.example/?lang=de#sso', '/'],
    ['https://acme.example/crm/#sso', '/crm/'],
    ['https://acme.example/crm/index.php#sso', '/crm/'],
    ['https://acme.example/crm#sso', '/crm/'],
    ['https://acme.example/tools/crm?v=1.2#sso', '/tools/crm/'],
  ])('from the path of %s', (address, path) => {
    pretendLayout();
    document.body.innerHTML = form;
    expect(recognise(document, new URL(address), [recipeWith({})])?.basePath).toBe(path);
  });

  it('is the path up to its last slash, or the root', () => {
    expect(shown(form).basePath).toBe('/tools/');
    expect(shown(form, { basePath: { from: 'origin' } }).basePath).toBe('/');
  });
});

describe('the smallest block around fields found by label', () => {
  const labelled = (['issuer', 'token', 'scopes', 'claim'] as const).map((key) =>
    textField(key, { find: { labels: [key] } }),
  );
  const around: Partial<Form> = {
    within: 'fields',
    markers: {
      present: ['body'],
      fields: { every: ['issuer', 'token'], atLeast: { count: 1, of: ['scopes', 'claim'] } },
    },
    fields: labelled,
  };
  const box = (label: string) => `<label>${label} <input></label>`;

  it('is the smallest that proves the form', () => {
    const html = `<main><div id="other">${box('Search')}</div><div id="block">${box('Issuer')}${box('Token')}${box('Scopes')}</div></main>`;
    expect(shown(html, around).block.id).toBe('block');
  });

  it('grows while that brings fields without doubt, and never out of a dialog', () => {
    const core = `<div>${box('Issuer')}${box('Token')}${box('Scopes')}</div>`;
    expect(shown(`<main><div id="block">${core}<div>${box('Claim')}</div></div></main>`, around).block.id).toBe(
      'block',
    );
    const dialog = `<div>${box('Claim')}</div><div role="dialog" id="dialog">${core}<p></p></div>`;
    expect(shown(dialog, around).block.closest('[role=dialog]')).not.toBeNull();
  });

  it('is none when a needed field, or one of the others, is missing', () => {
    expect(show(`<div>${box('Issuer')}${box('Token')}</div>`, around)()).toBeNull();
    expect(show(`<div>${box('Issuer')}${box('Scopes')}${box('Claim')}</div>`, around)()).toBeNull();
  });

  it('is none when the form is there twice', () => {
    const core = `<div>${box('Issuer')}${box('Token')}${box('Scopes')}</div>`;
    expect(show(`${core}${core}`, around)()).toBeNull();
    expect(show(`${core}<div style="display:none">${core}</div>`, around)()).not.toBeNull();
  });
});
