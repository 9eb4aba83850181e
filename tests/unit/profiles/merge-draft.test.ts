// @vitest-environment node
/** Two windows with one profile: what each has changed stays, and what both have changed is asked about. */
import { describe, expect, it } from 'vitest';
import { instanceKind, profileKind } from '@/profiles/kinds';
import { startOf } from '@/profiles/merge-draft';
import { duplicateProfile, saveProfile } from '@/profiles/profiles';
import type { Profile, ProfileDraft } from '@/profiles/schema';
import { secretOf } from '@/profiles/secret';
import { draftOf } from '@/ui/shelf/profile-form';
import type { VaultMode } from '@/vault/transaction';
import { draft, emptyTransaction, testSecret, tokenDraft } from './drafts';

function start(first: ProfileDraft = draft(), mode: VaultMode = 'encrypted') {
  const transaction = emptyTransaction(mode);
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
    save({ ...two, from: { ...startOf(before, instance()), ...two.from, clientId: 'client-of-one' } });
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

describe.each([
  ['client secret', 'clientSecret', draft],
  ['API token', 'apiToken', tokenDraft],
] as const)('a new %s', (_name, field, make) => {
  const other = { [field]: 'TEST-secret-profiles-0002' };
  const mine = { [field]: 'TEST-secret-profiles-0003' };
  const kept = ({ stored }: ReturnType<typeof start>) => secretOf(stored());

  it('that both windows have typed is asked about without a word of it, and replaced by a second save', () => {
    const place = start(make());
    const one = place.open(other);
    const two = place.open(mine);
    place.save(one);
    const answer = place.save(two);
    expect(answer).toEqual({
      messages: [{ field, level: 'error', code: `${field}Elsewhere`, secretRevision: 1 }],
    });
    expect(kept(place)).toBe('TEST-secret-profiles-0002');
    place.save({ ...two, from: { ...startOf(place.stored(), place.instance()), secretRevision: 1 } });
    expect(kept(place)).toBe('TEST-secret-profiles-0003');
  });

  it('is asked about again when a third window has saved one, too', () => {
    const place = start(make());
    const two = place.open(mine);
    place.save(place.open(other));
    const seen = { ...two, from: startOf(place.stored(), place.instance()) };
    place.save(place.open({ [field]: 'TEST-secret-profiles-0004' }));
    expect(place.save(seen)).toMatchObject({ messages: [{ field, secretRevision: 2 }] });
    expect(kept(place)).toBe('TEST-secret-profiles-0004');
  });

  it('of another window stays where this one leaves its field empty, and nothing is asked', () => {
    const place = start(make());
    const two = place.open({ name: 'Renamed' });
    place.save(place.open(other));
    expect(place.save(two)).toMatchObject({ profile: { name: 'Renamed' } });
    expect(kept(place)).toBe('TEST-secret-profiles-0002');
  });

  it('is not asked about where another window has changed something else', () => {
    const place = start(make());
    const two = place.open(mine);
    place.save(place.open({ name: 'Renamed' }));
    expect(place.save(two)).toMatchObject({ profile: { name: 'Renamed' } });
    expect(kept(place)).toBe('TEST-secret-profiles-0003');
  });

  it('is nothing to ask about where no secrets are kept', () => {
    const place = start(make(), 'no-secrets');
    const two = place.open(mine);
    place.save(place.open(other));
    expect(place.save(two)).toHaveProperty('profile');
    expect(kept(place)).toBeUndefined();
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
  expect(open().from).toEqual(startOf(stored(), instance()));
});
