/** A recipe of an app that does not exist, and the page it fits; tests change one thing at a time. */
import { vi } from 'vitest';
import type { PageLook, ProfileValues, Reading, Recognition } from '@/engine/model';
import { recognise } from '@/engine/recognise';
import type { Field, FieldKey, Form, FormWithVariants, Notice, Recipe } from '@/recipes/schema';
import { pretendLayout } from '../recipes/layout';

export const page = new URL('https://acme.example/tools/#sso');

export const values = {
  base_url: 'https://id.example',
  tokens_page: 'https://id.example/if/admin/#/core/tokens',
  issuer: 'https://id.example/application/o/acme/',
  discovery: 'https://id.example/application/o/acme/.well-known/openid-configuration',
  authorization: 'https://id.example/application/o/authorize/',
  token: 'https://id.example/application/o/token/',
  userinfo: 'https://id.example/application/o/userinfo/',
  jwks: 'https://id.example/application/o/acme/jwks/',
  end_session: 'https://id.example/application/o/acme/end-session/',
  client_id: 'test-client',
  scopes: ['openid', 'email', 'profile'],
} satisfies ProfileValues;

export const testSecret = 'test-secret-not-real';

export function textField(key: FieldKey, more: Partial<Field> = {}): Field {
  return {
    key,
    find: { selectors: [`#${key}`] },
    control: { kind: 'text' },
    value: { from: 'constant', text: `wanted ${key}` },
    ...more,
  };
}

export const clientId = textField('client_id', { value: { from: 'profile', name: 'client_id' } });
export const secret = textField('client_secret', {
  control: { kind: 'password' },
  value: { from: 'profile', name: 'client_secret' },
});

export function formWith(more: Partial<Form> = {}): Form {
  return {
    id: 'sso',
    page: { hashes: ['#sso'] },
    markers: { present: ['#form'] },
    within: '#form',
    basePath: { from: 'path' },
    fields: [clientId, secret],
    callbacks: [],
    button: { beside: 'block', at: 'top-right' },
    save: { selectors: ['#save'] },
    authentik: { needs: 'provider', signingKey: true, clientType: 'confidential' },
    afterwards: [],
    ...more,
  };
}

type Variants = NonNullable<FormWithVariants['variants']>;

export function recipeWith(form: Partial<Form> = {}, notices?: Notice[], variants?: Variants): Recipe {
  return {
    schema: 1,
    id: 'acme',
    name: 'Acme',
    docs: 'https://acme.example/docs',
    versions: '1',
    tried: 'not tried on the live page',
    forms: [{ ...formWith(form), ...(variants && { variants }) }],
    ...(notices && { notices }),
  };
}

/** Puts markup into the document, with a layout, and gives a look at the form in it. */
export function show(html: string, form: Partial<Form> = {}): () => Recognition | null {
  pretendLayout();
  document.body.innerHTML = html;
  const recipes = [recipeWith(form)];
  return () => recognise(document, page, recipes);
}

/** The same, where the test could not go on without the form. */
export function shown(html: string, form: Partial<Form> = {}): Recognition {
  const recognition = show(html, form)();
  if (!recognition) throw new Error('the form was not recognised');
  return recognition;
}

export function lookOf(readings: Reading[], more: Partial<PageLook> = {}): PageLook {
  return {
    app: 'acme',
    form: 'sso',
    origin: 'https://acme.example',
    basePath: '/tools/',
    readings,
    callbacks: [],
    notices: [],
    ...more,
  };
}

/** The element with this id, as the kind the test expects. */
export function byId<T extends HTMLElement>(id: string, kind: new () => T): T {
  const element = document.getElementById(id);
  if (!(element instanceof kind)) throw new Error(`no such element: ${id}`);
  return element;
}

export function boxOf(id: string): HTMLInputElement {
  return byId(id, HTMLInputElement);
}

/** Lets the engine's waits pass at once. */
export async function atOnce<T>(run: () => Promise<T>): Promise<T> {
  vi.useFakeTimers();
  try {
    const result = run();
    await vi.runAllTimersAsync();
    return await result;
  } finally {
    vi.useRealTimers();
  }
}

export const signal = new AbortController().signal;
