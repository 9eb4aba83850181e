/** The open form on authentik's page gives the secret of a client that was asked for, and of no other. */
import { afterEach, describe, expect, it } from 'vitest';
import { readOpenForm } from '@/authentik/admin/read-form';

const clientSecret = 'test-secret-of-a-form';

afterEach(() => document.body.replaceChildren());

function shadowIn(parent: Element | ShadowRoot, name: string, mode: ShadowRootMode = 'open'): ShadowRoot {
  const host = document.createElement(name);
  parent.append(host);
  return host.attachShadow({ mode });
}

function field(root: ShadowRoot, name: string, value: string): void {
  // Since 2025.8 the field of the secret stands in an element of its own.
  const wrapper = document.createElement('ak-hidden-text-input');
  const input = document.createElement('input');
  Object.assign(input, { name, value, type: 'password' });
  wrapper.append(input);
  root.append(wrapper);
}

/** Nested as the page nests it (authentik sheet 4.2). */
function showForm(clientId: string, secret = clientSecret, name = 'ak-provider-oauth2-form'): void {
  const page = shadowIn(document.body, 'ak-interface-admin');
  const form = shadowIn(shadowIn(shadowIn(page, 'ak-provider-view'), 'ak-provider-oauth2-view'), name);
  field(form, 'clientId', clientId);
  if (secret !== '') field(form, 'clientSecret', secret);
}

describe('readOpenForm', () => {
  it('finds the form in nested shadow roots', () => {
    showForm('client-1');
    expect(readOpenForm(document, ['client-0', 'client-1'])).toEqual({ clientId: 'client-1', clientSecret });
  });

  it('gives nothing of a client that was not asked for', () => {
    showForm('client-1');
    expect(readOpenForm(document, ['client-2'])).toBeNull();
    expect(readOpenForm(document, [])).toBeNull();
  });

  it('gives nothing of a form without a secret, of another element, or behind a closed root', () => {
    showForm('client-1', '');
    showForm('client-1', clientSecret, 'ak-some-form');
    const closed = shadowIn(shadowIn(document.body, 'ak-view', 'closed'), 'ak-provider-oauth2-form');
    field(closed, 'clientId', 'client-1');
    field(closed, 'clientSecret', clientSecret);
    expect(readOpenForm(document, ['client-1'])).toBeNull();
  });

  it('takes the form of the client among several', () => {
    showForm('client-1');
    showForm('client-2', 'test-secret-of-another');
    expect(readOpenForm(document, ['client-2'])?.clientId).toBe('client-2');
  });

  it('comes to an end on a page without one, however deep', () => {
    let root = shadowIn(document.body, 'ak-deep');
    for (let depth = 0; depth < 60; depth += 1) root = shadowIn(root, 'ak-deep');
    field(shadowIn(root, 'ak-provider-oauth2-form'), 'clientId', 'client-1');
    expect(readOpenForm(document, ['client-1'])).toBeNull();
  });
});
