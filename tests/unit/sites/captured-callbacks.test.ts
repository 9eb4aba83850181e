/** A captured callback is kept once per address, app and origin. */
import { describe, expect, it } from 'vitest';
import { callbackKind, removeCallback, storeCallback } from '@/sites/captured-callbacks';
import { emptyTransaction } from './fixtures';

const found = {
  url: 'https://portainer.company/',
  app: 'portainer',
  origin: 'https://portainer.company',
  profileId: 'profile-1',
  at: 1,
  how: 'computed',
} as const;

describe('storeCallback', () => {
  it('renews what is known already', () => {
    const transaction = emptyTransaction();
    const first = storeCallback(transaction, found);
    const again = storeCallback(transaction, { ...found, at: 2, profileId: 'profile-2' });
    expect(again).toEqual({ ...found, id: first.id, at: 2, profileId: 'profile-2' });
    expect(transaction.list(callbackKind)).toEqual([again]);
  });

  it.each([
    ['address', { url: 'https://portainer.company/portainer/' }],
    ['app', { app: 'espocrm' }],
    ['origin', { origin: 'https://other.company' }],
  ])('keeps another one apart: %s', (_name, change) => {
    const transaction = emptyTransaction();
    storeCallback(transaction, found);
    storeCallback(transaction, { ...found, ...change });
    expect(transaction.list(callbackKind)).toHaveLength(2);
  });
});

describe('the use of a callback', () => {
  it('keeps the address for the logout apart from the same one for the authorization', () => {
    const transaction = emptyTransaction();
    storeCallback(transaction, found);
    storeCallback(transaction, { ...found, kind: 'logout' });
    storeCallback(transaction, { ...found, kind: 'logout', at: 2 });
    expect(transaction.list(callbackKind).map(({ kind, at }) => [kind, at])).toEqual([
      [undefined, 1],
      ['logout', 2],
    ]);
  });

  it('keeps how authentik is to compare it', () => {
    const transaction = emptyTransaction();
    storeCallback(transaction, { ...found, matching: 'regex' });
    expect(transaction.list(callbackKind)).toMatchObject([{ matching: 'regex' }]);
  });

  it('is absent in what was stored before there were any', () => {
    const old = { id: 'callback-1', ...found };
    expect(callbackKind.parse(old)).toEqual(old);
    expect(callbackKind.parse({ ...old, kind: 'login' })).toBeUndefined();
  });
});

describe('removeCallback', () => {
  it('removes one, and says when there is none', () => {
    const transaction = emptyTransaction();
    const { id } = storeCallback(transaction, found);
    expect(removeCallback(transaction, id)).toBe(true);
    expect(transaction.list(callbackKind)).toEqual([]);
    expect(removeCallback(transaction, id)).toBe(false);
  });
});
