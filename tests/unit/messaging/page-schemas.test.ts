/** What a page answers is taken only when it is exactly a look, within its limits. */
import { describe, expect, it } from 'vitest';
import type { PageLook } from '@/engine/model';
import { tabRead } from '@/messaging/page-schemas';

const look: PageLook = {
  app: 'portainer',
  form: 'custom',
  origin: 'https://portainer.company',
  basePath: '/portainer/',
  readings: [
    { key: 'client_id', state: 'found', now: 'test-client-id' },
    { key: 'client_secret', state: 'found', holdsSecret: true },
    { key: 'scopes', state: 'found', now: ['openid', 'email'] },
    { key: 'allow_admin', state: 'managed', now: false },
    { key: 'jwks', state: 'unfit' },
  ],
  method: { now: '1', nowLabel: 'Internal', isWanted: false },
  callbacks: [{ url: 'https://portainer.company/portainer/', how: 'computed', warning: 'other-folder' }],
  saveName: 'Save settings',
};

const accepts = (data: unknown): boolean => tabRead.safeParse(data).success;

describe('tabRead', () => {
  it('takes a full look, a bare one and nothing', () => {
    const { method: _method, saveName: _saveName, ...bare } = look;
    expect(tabRead.parse(look)).toEqual(look);
    expect(accepts({ ...bare, readings: [], callbacks: [] })).toBe(true);
    expect(accepts({ nothing: true })).toBe(true);
  });

  it.each<[string, unknown]>([
    ['no object', 'look'],
    ['nothing and a look at once', { ...look, nothing: true }],
    ['nothing that is false', { nothing: false }],
    ['an unknown key', { ...look, profile: 'x' }],
    ['an own key __proto__', JSON.parse(`{"__proto__":{"app":"x"},${JSON.stringify(look).slice(1)}`)],
    ['a huge value', { ...look, readings: [{ key: 'client_id', state: 'found', now: 'x'.repeat(10_001) }] }],
    ['a huge list', { ...look, readings: [{ key: 'scopes', state: 'found', now: Array(201).fill('openid') }] }],
    ['a thousand readings', { ...look, readings: Array(1000).fill({ key: 'client_id', state: 'found' }) }],
    ['a huge save name', { ...look, saveName: 'x'.repeat(61) }],
    ['a huge callback', { ...look, callbacks: [{ url: `https://a/${'x'.repeat(2048)}`, how: 'read' }] }],
    ['a field no recipe knows', { ...look, readings: [{ key: 'constructor', state: 'found' }] }],
    ['a state nobody knows', { ...look, readings: [{ key: 'client_id', state: 'filled' }] }],
    ['a value of the wrong type', { ...look, readings: [{ key: 'client_id', state: 'found', now: { toString: 1 } }] }],
    ['a base path without slashes', { ...look, basePath: 'portainer' }],
    ['a method that is text', { ...look, method: 'OAuth' }],
  ])('refuses %s', (_name, data) => {
    expect(accepts(data)).toBe(false);
  });
});
