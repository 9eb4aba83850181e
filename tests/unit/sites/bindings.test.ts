/** One profile per exact place; choosing again moves the binding. */
import { describe, expect, it } from 'vitest';
import {
  bind,
  bindingKind,
  boundOrigins,
  findBinding,
  rebind,
  rememberChoices,
  rememberFill,
  unbind,
  unbindProfile,
} from '@/sites/bindings';
import { emptyTransaction, place } from './fixtures';

describe('bind', () => {
  it('moves the binding of a place, and keeps its choices but not its fill', () => {
    const transaction = emptyTransaction();
    const first = bind(transaction, place, 'profile-1');
    rememberChoices(transaction, first, { identifier: 'email' });
    const chosen = findBinding(transaction, place);
    if (!chosen) throw new Error('no binding');
    rememberFill(transaction, chosen, { revision: 3, secretRevision: 2 });
    const moved = bind(transaction, place, 'profile-2');
    expect(transaction.list(bindingKind)).toEqual([moved]);
    expect(moved).toEqual({ ...place, id: first.id, profileId: 'profile-2', choices: { identifier: 'email' } });
  });

  it('changes nothing when the same profile is chosen again', () => {
    const transaction = emptyTransaction();
    rememberFill(transaction, bind(transaction, place, 'profile-1'), { revision: 3, secretRevision: 2 });
    expect(bind(transaction, place, 'profile-1')).toMatchObject({
      filledRevision: 3,
      filledSecretRevision: 2,
    });
    expect(transaction.list(bindingKind)).toHaveLength(1);
  });

  it('lets one profile be bound at several places', () => {
    const transaction = emptyTransaction();
    bind(transaction, place, 'profile-1');
    bind(transaction, { ...place, basePath: '/portainer/' }, 'profile-1');
    bind(transaction, { ...place, origin: 'https://other.company' }, 'profile-1');
    expect(transaction.list(bindingKind)).toHaveLength(3);
    expect(boundOrigins(transaction)).toEqual(['https://portainer.company', 'https://other.company']);
  });
});

describe('findBinding', () => {
  // Security rules, A5: only the exact origin, base path, app and form.
  it.each([
    ['http twin', { origin: 'http://portainer.company' }],
    ['other port', { origin: 'https://portainer.company:8443' }],
    ['default port spelt out', { origin: 'https://portainer.company:443' }],
    ['sub-domain', { origin: 'https://a.portainer.company' }],
    ['parent domain', { origin: 'https://company' }],
    ['sibling', { origin: 'https://portainer2.company' }],
    ['look-alike suffix', { origin: 'https://portainer.company-evil.test' }],
    ['look-alike prefix', { origin: 'https://portainer.company.evil.test' }],
    ['homograph', { origin: 'https://xn--portiner-x2g.company' }],
    ['final dot', { origin: 'https://portainer.company.' }],
    ['final slash', { origin: 'https://portainer.company/' }],
    ['upper case', { origin: 'https://PORTAINER.company' }],
    ['opaque origin', { origin: 'null' }],
    ['other base path', { basePath: '/portainer/' }],
    ['other app', { app: 'espocrm' }],
    ['other form', { form: 'microsoft' }],
  ])('does not find it for: %s', (_name, change) => {
    const transaction = emptyTransaction();
    const binding = bind(transaction, place, 'profile-1');
    expect(findBinding(transaction, { ...place, ...change })).toBeUndefined();
    expect(findBinding(transaction, place)).toEqual(binding);
  });
});

describe('unbind', () => {
  it('removes one binding, and says when there is none', () => {
    const transaction = emptyTransaction();
    const { id } = bind(transaction, place, 'profile-1');
    expect(unbind(transaction, id)).toBe(true);
    expect(findBinding(transaction, place)).toBeUndefined();
    expect(unbind(transaction, id)).toBe(false);
  });

  it('removes all of a profile, and puts back those whose place is still free', () => {
    const transaction = emptyTransaction();
    const other = { ...place, basePath: '/portainer/' };
    const first = bind(transaction, place, 'profile-1');
    bind(transaction, other, 'profile-1');
    const foreign = bind(transaction, { ...place, app: 'espocrm' }, 'profile-2');
    const removed = unbindProfile(transaction, 'profile-1');
    expect(transaction.list(bindingKind)).toEqual([foreign]);
    const taken = bind(transaction, other, 'profile-2');
    rebind(transaction, removed);
    expect(findBinding(transaction, place)).toEqual(first);
    expect(findBinding(transaction, other)).toEqual(taken);
  });
});
