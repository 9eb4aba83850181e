// @vitest-environment node
/** Two windows with one profile: what each has changed stays, and what both have changed is asked about. */
import { describe, expect, it } from 'vitest';
import { instanceKind, profileKind } from '@/profiles/kinds';
import { textsOf } from '@/profiles/merge-draft';
import { duplicateProfile, saveProfile } from '@/profiles/profiles';
import type { Profile, ProfileDraft } from '@/profiles/schema';
import { draftOf } from '@/ui/shelf/profile-form';
import { draft, emptyTransaction, testSecret, tokenDraft } from './drafts';

function start(first: ProfileDraft = draft()) {
  const transaction = emptyTransaction();
  const save = (next: ProfileDraft) => {
    const saved = saveProfile(transaction, next);
    if (!saved.ok) throw new Error(saved.failure.kind);
    return saved.value;
  };
  const made = save(first);
  if (!('profile' in made)) throw new Error('the draft was refused');
  const { id } = made.profile;
  const stored = (): Profile => transaction.find(profileKind, id) as Profile;
  const instance = () => transaction.find(instanceKind, stored().instanceId);
  /** A window opens the form now. */
  const open = (changes: Partial<ProfileDraft> = {}): ProfileDraft => {
    const { hasSecret: _, ...summary } = made.profile;
    return { ...draftOf({ ...summary, ...stored(), hasSecret: true } as typeof made.profile, instance()), ...changes };
  };
  return { transaction, save, stored, instance, open };
}

describe('two windows that have opened one profile', () => {
  it('both keep what they have changed', () => {
    const { save, stored, instance, open } = start();
    const one = open({ clientId: 'client-of-one', instanceName: 'Headquarters' });
    const two = open({ scopes: 'openid email', redirectUris: 'https://portainer.company/' });
    expect(save(one)).toMatchObject({ profile: { clientId: 'client-of-one' } });
    save(two);
    expect(stored()).toMatchObject({
      clientId: 'client-of-one',
      scopes: ['openid', 'email'],
      redirectUris: ['https://portainer.company/'],
      clientSecret: testSecret,
    });
    expect(instance()?.name).toBe('Headquarters');
  });

  it('are asked about what both have changed: nothing is saved until the second has seen it', () => {
    const { save, stored, instance, open } = start();
    const one = open({ clientId: 'client-of-one', name: 'Same name' });
    const two = open({ clientId: 'client-of-two', name: 'Same name', scopes: 'openid' });
    save(one);
    const before = stored();
    expect(save(two)).toEqual({
      messages: [{ field: 'clientId', level: 'error', code: 'changedElsewhere', substitutions: ['client-of-one'] }],
    });
    expect(stored()).toEqual(before);
    // The form has shown what the other window saved, and saves again.
    save({ ...two, from: { ...textsOf(before, instance()), ...two.from, clientId: 'client-of-one' } });
    expect(stored()).toMatchObject({ clientId: 'client-of-two', name: 'Same name', scopes: ['openid'] });
  });

  it('goes for an API token, too', () => {
    const { save, stored, open } = start(tokenDraft());
    const one = open({ name: 'Staff' });
    const two = open({ name: 'Everybody' });
    save(one);
    expect(save(two)).toMatchObject({ messages: [{ field: 'name', substitutions: ['Staff'] }] });
    expect(stored().name).toBe('Staff');
  });

  it('of different profiles with one authentik, its new name stays', () => {
    const { transaction, save, open, instance } = start();
    const copy = duplicateProfile(transaction, open().id ?? '');
    if (!copy.ok) throw new Error('no copy');
    const two = { ...draftOf(copy.value.profile, instance()), slug: 'other', clientId: 'other' };
    save(open({ instanceName: 'Headquarters' }));
    save(two);
    expect(instance()?.name).toBe('Headquarters');
  });
});

it('a form that does not say what it started with is saved as it is', () => {
  const { save, stored, open } = start();
  const { from: _, ...bare } = open({ clientId: 'client-of-two' });
  save(open({ clientId: 'client-of-one' }));
  save(bare);
  expect(stored()).toMatchObject({ clientId: 'client-of-two' });
});

it.each([
  ['a client', draft({ redirectUris: 'https://a.company/\nhttps://b.company/' })],
  ['a token', tokenDraft()],
])('form and vault spell %s alike', (_name, first) => {
  const { stored, instance, open } = start(first);
  expect(open().from).toEqual(textsOf(stored(), instance()));
});
