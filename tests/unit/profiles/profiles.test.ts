// @vitest-environment node
/** Profiles are created, changed, copied, removed and brought back, and instances follow them. */
import { describe, expect, it } from 'vitest';
import { instanceKind, profileKind } from '@/profiles/kinds';
import { duplicateProfile, removeProfile, restoreProfile, saveProfile } from '@/profiles/profiles';
import type { ProfileDraft, ProfileSummary } from '@/profiles/schema';
import { summarise } from '@/profiles/summarise';
import type { Transaction } from '@/vault/transaction';
import { draft, emptyTransaction, testSecret, testToken, tokenDraft } from './drafts';

function save(transaction: Transaction, changes: Partial<ProfileDraft> = {}): ProfileSummary {
  const saved = saveProfile(transaction, draft(changes));
  if (!saved.ok || !('profile' in saved.value)) throw new Error(`not saved: ${JSON.stringify(saved)}`);
  return saved.value.profile;
}

function saveToken(transaction: Transaction, changes: Partial<ProfileDraft> = {}): ProfileSummary {
  return save(transaction, tokenDraft(changes));
}

function removed(transaction: Transaction, id: string) {
  const answer = removeProfile(transaction, id);
  if (!answer.ok) throw new Error(answer.failure.kind);
  return answer.value;
}

describe('saveProfile', () => {
  it('makes profile and instance, and answers without the secret', () => {
    const transaction = emptyTransaction();
    const profile = save(transaction);
    const [instance] = transaction.list(instanceKind);
    expect(instance).toEqual({
      id: profile.instanceId,
      name: 'Company',
      baseUrl: 'https://authentik.company',
      issuerMode: 'per_provider',
    });
    expect(profile).toMatchObject({ kind: 'oidc-client', revision: 1, slug: 'portainer', hasSecret: true });
    expect(JSON.stringify(profile)).not.toContain(testSecret);
    expect(transaction.find(profileKind, profile.id)).toMatchObject({ clientSecret: testSecret });
  });

  it('saves nothing and answers with the messages when something is wrong', () => {
    const transaction = emptyTransaction();
    const answer = saveProfile(transaction, draft({ slug: 'token' }));
    expect(answer).toMatchObject({ ok: true, value: { messages: [{ field: 'slug', code: 'slugReserved' }] } });
    expect(transaction.changes.size).toBe(0);
  });

  it('uses one instance for one base URL and issuer mode, and names it by its host when it has no name', () => {
    const transaction = emptyTransaction();
    const first = save(transaction, { instanceName: '' });
    const second = save(transaction, {
      slug: 'other',
      address: 'https://authentik.company/if/admin/',
      instanceName: '',
    });
    expect(second.instanceId).toBe(first.instanceId);
    expect(transaction.find(instanceKind, first.instanceId)?.name).toBe('authentik.company');
    const third = save(transaction, { slug: 'third', instanceName: 'Head office' });
    expect(third.instanceId).toBe(first.instanceId);
    expect(transaction.list(instanceKind).map(({ name }) => name)).toEqual(['Head office']);
  });

  it('changes the issuer of no other profile', () => {
    const transaction = emptyTransaction();
    const first = save(transaction);
    const second = save(transaction, { slug: 'other' });
    const changed = save(transaction, { id: second.id, slug: 'other', issuerMode: 'global' });
    expect(transaction.find(instanceKind, first.instanceId)?.issuerMode).toBe('per_provider');
    expect(transaction.find(instanceKind, changed.instanceId)?.issuerMode).toBe('global');
    expect(transaction.find(profileKind, first.id)?.revision).toBe(1);
  });

  it.each<[string, Partial<ProfileDraft>, number]>([
    ['nothing', {}, 1],
    ['the name', { name: 'Docker' }, 1],
    ["the instance's name", { instanceName: 'Head office' }, 1],
    ['the redirect URIs', { redirectUris: 'https://portainer.company/' }, 1],
    ['the client ID', { clientId: 'test-other' }, 2],
    ['the secret', { clientSecret: 'TEST-other' }, 2],
    ['the slug', { slug: 'docker' }, 2],
    ['the order of the scopes', { scopes: 'email openid profile' }, 2],
    ['the base URL', { address: 'https://sso.company' }, 2],
    ['the issuer mode', { issuerMode: 'global' }, 2],
  ])('counts the revision when a filled value changes: %s', (_what, changes, revision) => {
    const transaction = emptyTransaction();
    const { id } = save(transaction);
    const changed = save(transaction, { id, clientSecret: '', ...changes });
    expect(changed).toMatchObject({ id, revision });
    expect(transaction.list(instanceKind)).toHaveLength(1);
  });

  it('keeps the stored secret when the field is empty', () => {
    const transaction = emptyTransaction();
    const { id } = save(transaction);
    expect(save(transaction, { id, clientSecret: '', name: 'New' }).hasSecret).toBe(true);
    expect(transaction.find(profileKind, id)).toMatchObject({ name: 'New', clientSecret: testSecret });
  });

  it('removes the old instance with its last profile', () => {
    const transaction = emptyTransaction();
    const first = save(transaction);
    const second = save(transaction, { slug: 'other' });
    save(transaction, { id: first.id, address: 'https://sso.company' });
    expect(transaction.list(instanceKind)).toHaveLength(2);
    save(transaction, { id: second.id, slug: 'other', address: 'https://sso.company' });
    expect(transaction.list(instanceKind).map(({ baseUrl }) => baseUrl)).toEqual(['https://sso.company']);
  });

  it('says so when the profile is gone', () => {
    expect(saveProfile(emptyTransaction(), draft({ id: 'gone' }))).toEqual({
      ok: false,
      failure: { kind: 'not-found' },
    });
  });

  it('keeps no secret where none are kept', () => {
    const transaction = emptyTransaction('no-secrets');
    const profile = save(transaction);
    expect(profile.hasSecret).toBe(false);
    expect(JSON.stringify([...transaction.changes])).not.toContain(testSecret);
    expect(save(transaction, { id: profile.id, clientSecret: '' }).revision).toBe(1);
  });
});

describe('duplicateProfile', () => {
  it('copies everything but id, name, slug and revision', () => {
    const transaction = emptyTransaction();
    const original = save(transaction, { redirectUris: 'https://portainer.company/' });
    const changed = save(transaction, {
      id: original.id,
      clientId: 'test-new',
      redirectUris: 'https://portainer.company/',
    });
    const copy = duplicateProfile(transaction, original.id);
    if (!copy.ok) throw new Error(copy.failure.kind);
    expect(copy.value.profile).toEqual({
      ...changed,
      id: copy.value.profile.id,
      revision: 1,
      name: 'Portainer 2',
      slug: 'portainer-2',
    });
    expect(transaction.find(profileKind, copy.value.profile.id)).toMatchObject({ clientSecret: testSecret });
    const next = duplicateProfile(transaction, original.id);
    expect(next).toMatchObject({ ok: true, value: { profile: { name: 'Portainer 3', slug: 'portainer-3' } } });
  });

  it('keeps the slug within fifty characters', () => {
    const transaction = emptyTransaction();
    const { id } = save(transaction, { slug: 's'.repeat(50) });
    expect(duplicateProfile(transaction, id)).toMatchObject({
      ok: true,
      value: { profile: { slug: `${'s'.repeat(48)}-2` } },
    });
  });

  it('says so when the profile is gone', () => {
    expect(duplicateProfile(emptyTransaction(), 'gone')).toEqual({ ok: false, failure: { kind: 'not-found' } });
  });
});

describe('removeProfile and restoreProfile', () => {
  it('bring a profile back as it was, secret and id included', () => {
    const transaction = emptyTransaction();
    const profile = save(transaction);
    const before = transaction.find(profileKind, profile.id);
    const gone = removed(transaction, profile.id);
    expect(transaction.list(profileKind)).toEqual([]);
    expect(transaction.list(instanceKind)).toEqual([]);
    expect(restoreProfile(transaction, gone).ok).toBe(true);
    const after = transaction.find(profileKind, profile.id);
    expect(after && { ...after, instanceId: profile.instanceId }).toEqual(before);
    expect(transaction.list(instanceKind)).toMatchObject([{ id: after?.instanceId, name: 'Company' }]);
  });

  it('keep an instance that another profile belongs to', () => {
    const transaction = emptyTransaction();
    const { id } = save(transaction);
    const other = save(transaction, { slug: 'other' });
    const gone = removed(transaction, id);
    expect(transaction.list(instanceKind)).toHaveLength(1);
    restoreProfile(transaction, gone);
    expect(transaction.find(profileKind, id)?.instanceId).toBe(other.instanceId);
    expect(transaction.list(instanceKind)).toHaveLength(1);
  });

  it('do not make the same application twice', () => {
    const transaction = emptyTransaction();
    const gone = removed(transaction, save(transaction).id);
    save(transaction, { name: 'Again' });
    expect(restoreProfile(transaction, gone)).toEqual({
      ok: false,
      failure: { kind: 'draft-invalid', detail: 'portainer' },
    });
    expect(transaction.list(profileKind).map(({ name }) => name)).toEqual(['Again']);
  });

  it('say so when the profile is gone', () => {
    expect(removeProfile(emptyTransaction(), 'gone')).toEqual({ ok: false, failure: { kind: 'not-found' } });
  });
});

describe('an API token', () => {
  it('is saved with its instance, and answered without the token', () => {
    const transaction = emptyTransaction();
    const profile = saveToken(transaction);
    expect(profile).toEqual({
      kind: 'api-token',
      id: profile.id,
      revision: 1,
      instanceId: profile.instanceId,
      name: 'Directory sync',
      hasSecret: true,
    });
    expect(transaction.find(profileKind, profile.id)).toMatchObject({ token: testToken });
    expect(transaction.find(instanceKind, profile.instanceId)).toMatchObject({
      name: 'Company',
      baseUrl: 'https://authentik.company',
      issuerMode: 'per_provider',
    });
  });

  it.each(['per_provider', 'global'] as const)('shares the instance of a client, whose issuer is %s', (issuerMode) => {
    const transaction = emptyTransaction();
    const client = save(transaction, { issuerMode });
    expect(saveToken(transaction, { instanceName: '' }).instanceId).toBe(client.instanceId);
    expect(transaction.list(instanceKind)).toMatchObject([{ issuerMode, name: 'Company' }]);
  });

  it('follows a client of its authentik, whose issuer is another', () => {
    const transaction = emptyTransaction();
    const token = saveToken(transaction);
    const client = save(transaction, { issuerMode: 'global' });
    expect(transaction.list(instanceKind)).toMatchObject([{ id: client.instanceId, issuerMode: 'global' }]);
    expect(transaction.find(profileKind, token.id)).toMatchObject({ instanceId: client.instanceId, revision: 1 });
    const changed = save(transaction, { id: client.id, issuerMode: 'per_provider' });
    expect(transaction.list(instanceKind).map(({ id }) => id)).toEqual([changed.instanceId]);
    expect(transaction.find(profileKind, token.id)?.instanceId).toBe(changed.instanceId);
  });

  it('keeps the instance it has where two would do', () => {
    const transaction = emptyTransaction();
    save(transaction, { slug: 'first' });
    const second = save(transaction, { slug: 'second', issuerMode: 'global', instanceName: 'Head office' });
    const token = saveToken(transaction);
    transaction.put(profileKind, { ...token, kind: 'api-token', instanceId: second.instanceId });
    expect(saveToken(transaction, { id: token.id, instanceName: '' }).instanceId).toBe(second.instanceId);
  });

  it('keeps an instance on which it is the last, which goes with it', () => {
    const transaction = emptyTransaction();
    const client = save(transaction);
    const token = saveToken(transaction);
    removeProfile(transaction, client.id);
    expect(transaction.list(instanceKind)).toHaveLength(1);
    removeProfile(transaction, token.id);
    expect(transaction.list(instanceKind)).toEqual([]);
  });

  it.each<[string, Partial<ProfileDraft>, number]>([
    ['nothing', {}, 1],
    ['the name', { name: 'Sync' }, 1],
    ["the instance's name", { instanceName: 'Head office' }, 1],
    ['what only a client has', { issuerMode: 'global', slug: 'x', clientId: 'y' }, 1],
    ['the token', { apiToken: 'TEST-other' }, 2],
    ['the base URL', { address: 'https://sso.company' }, 2],
  ])('counts the revision when a filled value changes: %s', (_what, changes, revision) => {
    const transaction = emptyTransaction();
    const { id } = saveToken(transaction);
    expect(saveToken(transaction, { id, apiToken: '', ...changes })).toMatchObject({ id, revision, hasSecret: true });
    expect(transaction.list(instanceKind)).toHaveLength(1);
  });

  it('never becomes a client, nor a client a token', () => {
    const transaction = emptyTransaction();
    const token = saveToken(transaction);
    const client = save(transaction);
    const refused = (name: string) => ({ ok: false, failure: { kind: 'draft-invalid', detail: name } });
    expect(saveProfile(transaction, draft({ id: token.id, slug: 'x' }))).toEqual(refused('Directory sync'));
    expect(saveProfile(transaction, tokenDraft({ id: client.id, name: 'x' }))).toEqual(refused('Portainer'));
  });

  it('is not kept where no secrets are', () => {
    const transaction = emptyTransaction('no-secrets');
    expect(saveToken(transaction).hasSecret).toBe(false);
    // Even a record that holds one is written without it.
    transaction.put(profileKind, {
      kind: 'api-token',
      id: 'smuggled',
      revision: 1,
      instanceId: 'i',
      name: 'n',
      token: testToken,
    });
    expect(JSON.stringify([...transaction.changes])).not.toContain(testToken);
  });

  it('is copied under the next free name, token included', () => {
    const transaction = emptyTransaction();
    const { id } = saveToken(transaction);
    saveToken(transaction, { name: 'Directory sync 2' });
    save(transaction, { name: 'Directory sync 3' });
    const copy = duplicateProfile(transaction, id);
    if (!copy.ok) throw new Error(copy.failure.kind);
    expect(copy.value.profile).toMatchObject({ kind: 'api-token', name: 'Directory sync 3', revision: 1 });
    expect(copy.value.profile.id).not.toBe(id);
    expect(transaction.find(profileKind, copy.value.profile.id)).toMatchObject({ token: testToken });
  });

  it('comes back as it was, to whatever instance its authentik has by then', () => {
    const transaction = emptyTransaction();
    const { id } = saveToken(transaction);
    const gone = removed(transaction, id);
    expect(transaction.list(instanceKind)).toEqual([]);
    const client = save(transaction, { issuerMode: 'global' });
    expect(restoreProfile(transaction, gone)).toMatchObject({ ok: true, value: { profile: { id } } });
    expect(transaction.find(profileKind, id)).toMatchObject({ instanceId: client.instanceId, token: testToken });
    expect(transaction.list(instanceKind)).toHaveLength(1);
  });

  it('does not come back beside one of the same name', () => {
    const transaction = emptyTransaction();
    const gone = removed(transaction, saveToken(transaction).id);
    saveToken(transaction);
    expect(restoreProfile(transaction, gone)).toEqual({
      ok: false,
      failure: { kind: 'draft-invalid', detail: 'Directory sync' },
    });
  });
});

describe('summarise', () => {
  it.each([
    ['a client', draft(), 'clientSecret'],
    ['a token', tokenDraft(), 'token'],
  ])('of %s tells whether there is a secret and leaves it out', (_name, typed, field) => {
    const transaction = emptyTransaction();
    const profile = transaction.find(profileKind, save(transaction, typed).id);
    if (!profile) throw new Error('not saved');
    expect(profile).toHaveProperty(field);
    expect(summarise(profile)).not.toHaveProperty(field);
    expect(summarise(profile).hasSecret).toBe(true);
    const bare = { ...profile, [field]: undefined };
    expect(summarise(bare).hasSecret).toBe(false);
  });
});
