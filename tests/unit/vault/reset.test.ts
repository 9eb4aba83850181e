// @vitest-environment node
/** After a reset nothing of the vault is left, whatever state it was in. */
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import * as z from 'zod/mini';
import { fail, ok } from '@/lib/result';
import { resetVault } from '@/vault/reset';
import { sessionItem, writeSessionItem } from '@/vault/session-items';
import { createVault, unlockVault, vaultState } from '@/vault/vault';
import { disk, notes, openVault, putNotes, setDisk, testPassphrase, testSecret, value } from './notes';

const session = () => fakeBrowser.storage.session.get(null);
const kept = sessionItem('origins', z.array(z.string()), { survivesLock: true });
const draft = sessionItem('draft', z.string());

beforeEach(async () => {
  await openVault();
  await putNotes({ id: 'a', text: 'one', secret: testSecret });
  await writeSessionItem(kept, ['https://portainer.company']);
  await writeSessionItem(draft, testSecret);
});

it.each<[string, (stored: Record<string, unknown>) => Record<string, unknown>]>([
  ['whole', (stored) => stored],
  ['without its key', ({ vault: _, ...rest }) => rest],
  ['without its index', ({ index: _, ...rest }) => rest],
  ['of a later version', (stored) => ({ ...stored, vault: { format: 2 } })],
  ['with leftovers of others', (stored) => ({ ...stored, 'record:x': 7, other: 'x' })],
])('leaves nothing on disk or in memory: a vault %s', async (_name, damage) => {
  await setDisk(damage(await disk()));
  expect(await resetVault()).toEqual(ok('none'));
  expect([await disk(), await session(), await vaultState()]).toEqual([{}, {}, 'none']);
  expect(await unlockVault(testPassphrase)).toEqual(fail('not-found'));
  value(await createVault({ mode: 'encrypted', passphrase: 'TEST another passphrase' }));
  expect(await notes()).toEqual([]);
});

it('helps where nothing can be read, or where there is no room to note a removal', async () => {
  vi.spyOn(fakeBrowser.storage.local, 'get').mockRejectedValueOnce(new Error('Corruption')).mockRejectedValueOnce('x');
  expect(await resetVault()).toEqual(ok('none'));
  await createVault({ mode: 'no-secrets' });
  vi.spyOn(fakeBrowser.storage.local, 'remove').mockRejectedValueOnce(new Error('FILE_ERROR_NO_SPACE'));
  expect(await resetVault()).toEqual(ok('none'));
  await createVault({ mode: 'no-secrets' });
  vi.spyOn(fakeBrowser.storage.local, 'clear').mockRejectedValueOnce(new Error('busy'));
  expect(await resetVault()).toEqual(ok('none'));
  expect(await disk()).toEqual({});
});

it('says so when something is left, and leaves it locked', async () => {
  vi.spyOn(fakeBrowser.storage.local, 'remove').mockRejectedValue(new Error('busy'));
  const clear = vi.spyOn(fakeBrowser.storage.local, 'clear').mockRejectedValueOnce(new Error('busy'));
  expect(await resetVault()).toEqual(fail('storage-failed'));
  clear.mockResolvedValueOnce();
  expect(await resetVault()).toEqual(fail('storage-failed'));
  expect([await session(), await vaultState()]).toEqual([{}, 'locked']);
  expect(await unlockVault(testPassphrase)).toEqual(ok('unlocked'));
  vi.spyOn(fakeBrowser.storage.session, 'clear').mockRejectedValueOnce(new Error('busy'));
  expect(await resetVault()).toEqual(fail('storage-failed'));
  expect(await notes()).toHaveLength(1);
});

it('waits for a write, and stops an unlock that would bring the old key back', async () => {
  const unlocking = unlockVault(testPassphrase);
  const [written, reset, unlocked] = await Promise.all([
    putNotes({ id: 'b', text: 'two' }),
    resetVault(),
    unlockVault(testPassphrase),
    unlocking,
  ]);
  expect([written.ok, reset, unlocked]).toEqual([true, ok('none'), fail('not-found')]);
  expect([await disk(), await session()]).toEqual([{}, {}]);
});
