// @vitest-environment node
/** Set-up, unlock and lock; what a passphrase costs is in the tests of `crypto` and `format`. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ok } from '@/lib/result';
import { changePassphrase, verifyPassphrase } from '@/vault/passphrase';
import { guardStorage } from '@/vault/session';
import { readVault, updateVault } from '@/vault/store';
import { createVault, lockVault, unlockVault, vaultState, vaultTrouble } from '@/vault/vault';
import { disk, findMarker, notes, openVault, putNotes, setDisk, testPassphrase, testSecret, value } from './notes';

beforeEach(() => fakeBrowser.reset());

const failed = (kind: string) => ({ ok: false, failure: { kind } });

describe('an encrypted vault', () => {
  it('is made, locked and unlocked again, and keeps what was put in', async () => {
    expect(await vaultState()).toBe('none');
    expect(await createVault({ mode: 'encrypted', passphrase: testPassphrase })).toEqual(ok('unlocked'));
    await putNotes({ id: 'a', text: 'visible', secret: testSecret });
    expect(await lockVault()).toEqual(ok('locked'));
    expect(await vaultState()).toBe('locked');
    expect(await readVault(() => 1)).toEqual(failed('vault-locked'));
    expect(await updateVault(() => ok(1))).toEqual(failed('vault-locked'));
    expect(await unlockVault(`${testPassphrase}!`)).toEqual(failed('wrong-passphrase'));
    expect(await vaultState()).toBe('locked');
    expect(await unlockVault(testPassphrase)).toEqual(ok('unlocked'));
    expect(await notes()).toEqual([{ id: 'a', text: 'visible', secret: testSecret }]);
  });

  it('A1: stores its parameters and nothing that can be read', async () => {
    await createVault({ mode: 'encrypted', passphrase: testPassphrase });
    await putNotes({ id: 'a', text: 'VISIBLE-text-vault', secret: testSecret });
    const stored = await disk();
    expect(stored.vault).toMatchObject({
      format: 1,
      mode: 'encrypted',
      kdf: { name: 'argon2id', memoryKiB: 47_104, passes: 2, lanes: 1, salt: expect.stringMatching(/^.{22}==$/) },
    });
    const text = JSON.stringify(stored);
    for (const marker of [testSecret, testPassphrase, 'VISIBLE-text-vault']) {
      expect(findMarker(text, marker)).toEqual([]);
    }
    const session = await fakeBrowser.storage.session.get(null);
    expect(findMarker(JSON.stringify(session), testPassphrase)).toEqual([]);
    expect(session).toEqual({
      key: {
        key: expect.stringMatching(/^.{43}=$/),
        lockAt: expect.any(Number),
        autoLock: { minutes: 15, onSystemLock: true },
      },
    });
    // The data key itself lies on no disk.
    const { key } = session as { key: { key: string } };
    expect(text).not.toContain(key.key);
    // The same search finds what is not encrypted.
    for (const spelling of [
      testSecret,
      Buffer.from(testSecret).toString('base64'),
      Buffer.from(`xy${testSecret}`).toString('base64'),
    ]) {
      expect(findMarker(JSON.stringify({ ...stored, spelling }), testSecret)).not.toEqual([]);
    }
  });

  it('takes the passphrase in any Unicode spelling', async () => {
    await createVault({ mode: 'encrypted', passphrase: 'TEST Schl\u00FCssel 12' });
    await lockVault();
    expect(await unlockVault('TEST Schlu\u0308ssel 12')).toEqual(ok('unlocked'));
  });

  it('is not made twice, nor with a short passphrase', async () => {
    expect(await createVault({ mode: 'encrypted', passphrase: 'elevenchars' })).toEqual(failed('passphrase-too-short'));
    expect(await disk()).toEqual({});
    const both = await Promise.all([
      createVault({ mode: 'encrypted', passphrase: testPassphrase }),
      createVault({ mode: 'no-secrets' }),
    ]);
    expect(both).toEqual([ok('unlocked'), failed('vault-exists')]);
    expect(await vaultState()).toBe('unlocked');
  });

  it.each<[string, object | string | number | boolean]>([
    ['kdf-out-of-bounds', { kdf: { memoryKiB: 19_455 } }],
    ['kdf-out-of-bounds', { kdf: { memoryKiB: 1_048_577 } }],
    ['kdf-out-of-bounds', { kdf: { passes: 1 } }],
    ['kdf-out-of-bounds', { kdf: { passes: 11 } }],
    ['kdf-out-of-bounds', { kdf: { lanes: 0 } }],
    ['kdf-out-of-bounds', { kdf: { lanes: 17 } }],
    ['key-damaged', { kdf: { memoryKiB: 47_105 } }],
    ['key-damaged', { kdf: { memoryKiB: '47104' } }],
    ['key-damaged', { kdf: { salt: '' } }],
    ['key-damaged', { kdf: { salt: `${'A'.repeat(22)}==` } }],
    ['key-damaged', { kdf: { name: 'pbkdf2' } }],
    ['key-damaged', { key: { iv: 'A'.repeat(16) } }],
    ['key-damaged', { key: { data: '' } }],
    ['key-damaged', { key: null }],
    ['key-damaged', { check: 'A' }],
    ['key-damaged', { mode: 'other' }],
    ['key-damaged', { format: 0 }],
    ['vault-newer', { format: 2 }],
    ['vault-newer', { format: 2, mode: 'other', kdf: null }],
    ['key-damaged', 'x'],
    ['key-damaged', 7],
    ['key-damaged', false],
  ])('is not opened with a header that is not its own, and overwritten by nothing: %s, %o', async (kind, change) => {
    await openVault();
    await putNotes({ id: 'a', text: 'kept' });
    const session = await fakeBrowser.storage.session.get(null);
    await lockVault();
    const whole = await disk();
    const broken = { ...whole, vault: changed(whole.vault, change) };
    await setDisk(broken);
    const importKey = vi.spyOn(crypto.subtle, 'importKey');
    expect(await unlockVault(testPassphrase)).toEqual(failed(kind));
    expect(await verifyPassphrase(testPassphrase)).toEqual(failed(kind));
    // No key was made, so nothing was computed at that cost.
    expect(importKey).not.toHaveBeenCalled();
    expect(await vaultState()).toBe('locked');
    expect(await vaultTrouble()).toEqual({ kind });
    expect(await createVault({ mode: 'no-secrets' })).toEqual(failed('vault-exists'));
    // Nor with the key of a session that is still there.
    await fakeBrowser.storage.session.set(session);
    expect(await readVault(() => 1)).toEqual(failed(kind));
    expect(await putNotes({ id: 'b', text: 'new' })).toEqual(failed(kind));
    expect(await changePassphrase(testPassphrase, `${testPassphrase}!`)).toEqual(failed(kind));
    expect(await disk()).toEqual(broken);
    await setDisk(whole);
    await lockVault();
    expect(await vaultTrouble()).toBeUndefined();
    expect(await unlockVault(testPassphrase)).toEqual(ok('unlocked'));
    expect(await notes()).toHaveLength(1);
  });

  it('is damaged, not gone, when its header is', async () => {
    await createVault({ mode: 'encrypted', passphrase: testPassphrase });
    const { vault: _, ...rest } = await disk();
    await setDisk(rest);
    expect(await vaultState()).toBe('locked');
    expect(await vaultTrouble()).toEqual({ kind: 'key-damaged' });
    expect(await unlockVault(testPassphrase)).toEqual(failed('key-damaged'));
    expect(await createVault({ mode: 'no-secrets' })).toEqual(failed('vault-exists'));
    expect(await disk()).toEqual(rest);
  });

  it('takes a vault of the first days, which had no checksum', async () => {
    await createVault({ mode: 'encrypted', passphrase: testPassphrase });
    await lockVault();
    const whole = await disk();
    const { check: _, ...header } = whole.vault as { check: string };
    await setDisk({ ...whole, vault: header });
    expect(await unlockVault('TEST another passphrase')).toEqual(failed('wrong-passphrase'));
    expect(await unlockVault('')).toEqual(failed('wrong-passphrase'));
    expect(await unlockVault(testPassphrase)).toEqual(ok('unlocked'));
  });

  it('is damaged, not open, when neither its index nor any record can be read', async () => {
    await createVault({ mode: 'encrypted', passphrase: testPassphrase });
    await putNotes({ id: 'a', text: 'one' });
    const { key } = await fakeBrowser.storage.session.get('key');
    await lockVault();
    const { index: _, ...rest } = await disk();
    for (const items of [
      { ...rest, 'record:a': 0 },
      { vault: rest.vault, index: 'x' },
    ]) {
      await setDisk(items);
      expect(await unlockVault(testPassphrase)).toEqual(failed('vault-damaged'));
      expect(await vaultState()).toBe('locked');
      await fakeBrowser.storage.session.set({ key });
      expect(await putNotes({ id: 'b', text: 'two' })).toEqual(failed('vault-damaged'));
      await lockVault();
      expect(await disk()).toEqual(items);
    }
  });

  it('opens with a key of its own alone, and not without any', async () => {
    await createVault({ mode: 'encrypted', passphrase: testPassphrase });
    await putNotes({ id: 'a', text: 'one' });
    const { key } = await fakeBrowser.storage.session.get('key');
    for (const broken of [
      { ...(key as object), key: 'A'.repeat(44) },
      { ...(key as object), key: null },
      { ...(key as object), autoLock: {} },
      { ...(key as object), lockAt: 'never' },
      'x',
    ]) {
      await fakeBrowser.storage.session.set({ key: broken });
      expect((await readVault(() => 1)).ok).toBe(false);
      expect((await putNotes({ id: 'b', text: 'two' })).ok).toBe(false);
    }
    await fakeBrowser.storage.session.set({ key });
    expect(await notes()).toHaveLength(1);
  });

  it('stays shut when the session cannot be read or written', async () => {
    await createVault({ mode: 'encrypted', passphrase: testPassphrase });
    const get = vi.spyOn(fakeBrowser.storage.session, 'get').mockRejectedValue(new Error('IO error'));
    expect(await vaultState()).toBe('locked');
    expect(await readVault(() => 1)).toEqual(failed('storage-failed'));
    expect(await changePassphrase(testPassphrase, `${testPassphrase}!`)).toEqual(failed('storage-failed'));
    expect(await lockVault()).toEqual(failed('storage-failed'));
    get.mockRestore();
    await lockVault();
    vi.spyOn(fakeBrowser.storage.session, 'set').mockRejectedValue(new Error('IO error'));
    expect(await unlockVault(testPassphrase)).toEqual(failed('storage-failed'));
    expect(await vaultState()).toBe('locked');
  });
});

describe('without a vault', () => {
  it('there is nothing to unlock, read or write', async () => {
    expect(await unlockVault(testPassphrase)).toEqual(failed('not-found'));
    expect(await readVault(() => 1)).toEqual(failed('vault-locked'));
    expect(await putNotes({ id: 'a', text: 'x' })).toEqual(failed('vault-locked'));
    expect(await disk()).toEqual({});
  });
});

describe('a vault without secrets', () => {
  it('A1: is always open, readable, and never holds a secret', async () => {
    expect(await createVault({ mode: 'no-secrets' })).toEqual(ok('open'));
    const hidden: object = { id: 'b', text: 'two', other: `other ${testSecret}` };
    value(await putNotes({ id: 'a', text: 'one', secret: testSecret }, hidden as { id: string; text: string }));
    expect(await notes()).toEqual([
      { id: 'a', text: 'one' },
      { id: 'b', text: 'two' },
    ]);
    const text = JSON.stringify(await disk());
    expect(findMarker(text, testSecret)).toEqual([]);
    expect(text).toContain('one');
    expect(await lockVault()).toEqual(ok('open'));
    expect(await unlockVault('anything')).toEqual(ok('open'));
    expect(await notes()).toHaveLength(2);
  });
});

describe('guardStorage', () => {
  it('shuts content scripts out of both areas where the browser can, and says so when that fails', async () => {
    const session = vi.spyOn(fakeBrowser.storage.session, 'setAccessLevel').mockResolvedValue();
    const local = vi.spyOn(fakeBrowser.storage.local, 'setAccessLevel').mockResolvedValue();
    expect(await guardStorage()).toEqual(ok(undefined));
    expect(session.mock.calls).toEqual([[{ accessLevel: 'TRUSTED_CONTEXTS' }]]);
    expect(local.mock.calls).toEqual([[{ accessLevel: 'TRUSTED_CONTEXTS' }]]);
    session.mockRejectedValue(new Error('refused'));
    expect(await guardStorage()).toEqual(failed('storage-failed'));
  });
});

/** The stored header with some members of it changed, or something else in its place. */
function changed(header: unknown, change: object | string | number | boolean): unknown {
  if (typeof change !== 'object') return change;
  const before = header as Record<string, object>;
  const members = Object.entries(change).map(([name, member]) => [
    name,
    typeof member === 'object' && member !== null ? { ...before[name], ...member } : member,
  ]);
  return { ...before, ...Object.fromEntries(members) };
}
