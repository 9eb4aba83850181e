/** What a page answers is taken only when it is exactly a look, within its limits. */
import { describe, expect, it } from 'vitest';
import type { PageLook } from '@/engine/model';
import { fieldReports, tabRead } from '@/messaging/page-schemas';
import { noticeIds } from '@/recipes/notice-ids';

const look: PageLook = {
  app: 'portainer',
  form: 'custom',
  variant: 'before-2.9',
  isClosed: true,
  origin: 'https://portainer.company',
  basePath: '/portainer/',
  readings: [
    { key: 'client_id', state: 'found', now: 'test-client-id' },
    { key: 'client_secret', state: 'found', holdsSecret: true },
    { key: 'scopes', state: 'found', now: ['openid', 'email'] },
    { key: 'allow_admin', state: 'managed', now: false },
    { key: 'jwks', state: 'unfit' },
    { key: 'api_token', state: 'exposed', holdsSecret: true },
  ],
  method: { now: '1', nowLabel: 'Internal', isWanted: false },
  callbacks: [
    { url: 'https://portainer.company/portainer/', how: 'computed', warning: 'other-folder' },
    { url: 'https://portainer.company/out', how: 'fixed', matching: 'regex', kind: 'logout' },
  ],
  notices: ['checking', 'read-only'],
  saveName: 'Save settings',
};

const accepts = (data: unknown): boolean => tabRead.safeParse(data).success;

describe('tabRead', () => {
  it('takes a full look, a bare one, notices alone and nothing', () => {
    const { method: _method, saveName: _saveName, variant: _variant, isClosed: _isClosed, ...bare } = look;
    expect(tabRead.parse(look)).toEqual(look);
    expect(accepts({ ...bare, readings: [], callbacks: [], notices: [] })).toBe(true);
    const notice = { app: 'openlane', notices: [...noticeIds] };
    expect(tabRead.parse(notice)).toEqual(notice);
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
    ['a huge variant', { ...look, variant: 'x'.repeat(81) }],
    ['a form that is not closed', { ...look, isClosed: false }],
    ['a way of comparing nobody knows', { ...look, callbacks: [{ url: 'https://a/', how: 'read', matching: 'glob' }] }],
    ['a use nobody knows', { ...look, callbacks: [{ url: 'https://a/', how: 'read', kind: 'login' }] }],
    ['a notice nobody knows', { ...look, notices: ['constructor'] }],
    ['a notice that is words', { app: 'openlane', notices: ['Your token is invalid'] }],
    ['a thousand notices', { app: 'openlane', notices: Array(1000).fill('healthy') }],
    ['notices of no app', { notices: ['healthy'] }],
    ['notices and nothing at once', { app: 'openlane', notices: ['healthy'], nothing: true }],
    ['notices with an extra key', { app: 'openlane', notices: ['healthy'], form: 'page' }],
    ['a look without notices', { ...look, notices: undefined }],
  ])('A7: refuses %s', (_name, data) => {
    expect(accepts(data)).toBe(false);
  });
});

describe('fieldReports', () => {
  const key = 'api_token';

  it.each(['saves-at-once', 'exposed', 'no-secret', 'other-step', 'lost'])('takes the reason %s', (because) => {
    expect(fieldReports.safeParse([{ key, outcome: 'left-for-you', because }]).success).toBe(true);
  });

  it.each([
    ['a reason nobody knows', [{ key, outcome: 'left-for-you', because: 'TEST-token' }]],
    ['an extra key', [{ key, outcome: 'filled', value: 'TEST-token' }]],
    ['a thousand reports', Array(1000).fill({ key, outcome: 'filled' })],
  ])('refuses %s', (_name, data) => {
    expect(fieldReports.safeParse(data).success).toBe(false);
  });
});
