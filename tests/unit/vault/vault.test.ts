// @vitest-environment node
/** Set-up, unlock and lock; what a passphrase costs is in the tests of `crypto` and `format`. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ok } from '@/lib/result';
import { guardStorage } from '@/vault/session';
import { readVault, updateVault } from '@/vault/store';
import { createVault, lockVault, unlockVault, vaultState } from '@/vault/vault';
import { disk, findMarker, notes, putNotes, setDisk, testPassphrase, testSecret, value } from './notes';

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

  it('stores its parameters and nothing that can be read', async () => {
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
    expect(session).toEqual({ key: { key: expect.stringMatching(/^.{43}=$/), lockAt: null } });
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

  it('refuses parameters under the floor, over the cap, and formats from the future, and overwrites nothing', async () => {
    await createVault({ mode: 'encrypted', passphrase: testPassphrase });
    await lockVault();
    const whole = await disk();
    const header = whole.vault as { kdf: object };
    const bad = [
      { memoryKiB: 19_455 },
      { memoryKiB: 1_048_577 },
      { passes: 1 },
      { passes: 11 },
      { lanes: 0 },
      { lanes: 17 },
      { salt: '' },
      { salt: 'AAAA' },
      { name: 'pbkdf2' },
      { memoryKiB: '47104' },
    ].map((change) => ({ ...header, kdf: { ...header.kdf, ...change } }));
    for (const vault of [...bad, { ...header, format: 2 }, { ...header, key: null }, 'x', 7]) {
      await setDisk({ ...whole, vault });
      expect(await unlockVault(testPassphrase)).toEqual(failed('vault-damaged'));
      expect(await vaultState()).toBe('locked');
      expect(await createVault({ mode: 'no-secrets' })).toEqual(failed('vault-exists'));
      expect(await disk()).toEqual({ ...whole, vault });
    }
    await setDisk(whole);
    expect(await unlockVault(testPassphrase)).toEqual(ok('unlocked'));
  });

  it('is damaged, not open, when its index is', async () => {
    await createVault({ mode: 'encrypted', passphrase: testPassphrase });
    await lockVault();
    const { index: _, ...rest } = await disk();
    await setDisk(rest);
    expect(await unlockVault(testPassphrase)).toEqual(failed('vault-damaged'));
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
  it('is always open, readable, and never holds a secret', async () => {
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
