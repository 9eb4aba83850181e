// @vitest-environment node
/** Session items are parsed, changed one after the other, and gone with a lock unless they may stay. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import * as z from 'zod/mini';
import { ok } from '@/lib/result';
import {
  changeSessionItem,
  readSessionItem,
  removeSessionItem,
  sessionItem,
  writeSessionItem,
} from '@/vault/session-items';
import { createVault, lockVault } from '@/vault/vault';
import { testPassphrase, value } from './notes';

beforeEach(() => fakeBrowser.reset());

afterEach(() => void vi.useRealTimers());

const tickets = sessionItem('tickets', z.array(z.string()));
const origins = sessionItem('origins', z.array(z.string()), { survivesLock: true });

describe('session items', () => {
  it('are written, read and removed', async () => {
    expect(await readSessionItem(tickets)).toBeUndefined();
    expect(await writeSessionItem(tickets, ['a'])).toEqual(ok(null));
    expect(await readSessionItem(tickets)).toEqual(['a']);
    expect(await removeSessionItem(tickets)).toEqual(ok(null));
    expect(await readSessionItem(tickets)).toBeUndefined();
  });

  it('are nothing when they are not what they should be', async () => {
    await fakeBrowser.storage.session.set({ [tickets.key]: [7] });
    expect(await readSessionItem(tickets)).toBeUndefined();
    await changeSessionItem(tickets, (value) => ({ next: [...(value ?? ['new'])], result: null }));
    expect(await readSessionItem(tickets)).toEqual(['new']);
  });

  it('are spent once, however many ask at the same time', async () => {
    await writeSessionItem(tickets, ['a', 'b']);
    const spend = () =>
      changeSessionItem(tickets, (value = []) => ({
        next: value.filter((one) => one !== 'a'),
        result: value.includes('a'),
      }));
    const answers = await Promise.all(Array.from({ length: 10 }, spend));
    expect(answers.filter((answer) => answer.ok && answer.value)).toHaveLength(1);
    expect(await readSessionItem(tickets)).toEqual(['b']);
  });

  it('say so when the storage fails', async () => {
    await writeSessionItem(tickets, ['a']);
    const failed = { ok: false, failure: { kind: 'storage-failed' } };
    vi.spyOn(fakeBrowser.storage.session, 'set').mockRejectedValueOnce(new Error('busy'));
    expect(await writeSessionItem(tickets, ['b'])).toEqual(failed);
    vi.spyOn(fakeBrowser.storage.session, 'get').mockRejectedValue(new Error('IO error'));
    expect(await changeSessionItem(tickets, () => ({ next: undefined, result: 1 }))).toEqual(failed);
    expect(await readSessionItem(tickets)).toBeUndefined();
  });

  it('go with a lock, but for those that hold nothing confidential', async () => {
    await createVault({ mode: 'no-secrets' });
    await writeSessionItem(tickets, ['a']);
    await writeSessionItem(origins, ['https://portainer.company']);
    await lockVault();
    expect(await readSessionItem(tickets)).toBeUndefined();
    expect(await readSessionItem(origins)).toEqual(['https://portainer.company']);
  });
});

describe('A12: when the lock is due and nobody has locked yet', () => {
  it('are gone already, but for those that outlive a lock', async () => {
    value(await createVault({ mode: 'encrypted', passphrase: testPassphrase }));
    await writeSessionItem(tickets, ['a']);
    await writeSessionItem(origins, ['https://portainer.company']);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 15 * 60_000 });
    expect(await readSessionItem(tickets)).toBeUndefined();
    expect(await readSessionItem(origins)).toEqual(['https://portainer.company']);
    expect(await changeSessionItem(tickets, (found) => ({ next: undefined, result: found }))).toEqual(ok(undefined));
  });
});
