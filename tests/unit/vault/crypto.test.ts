// @vitest-environment node
/** Sealing is bound to its place, and the passphrase's key is Argon2id as other implementations compute it. */
import { argon2Sync, createHash } from 'node:crypto';
import { expect, it, vi } from 'vitest';
import { fail } from '@/lib/result';
import { fromBase64, toBase64 } from '@/vault/base64';
import { checksum, deriveKey, importKey, newDataKey, newKdf, open, seal } from '@/vault/crypto';
import { payTrueKeyCost } from '../key-cost';
import { value } from './notes';

payTrueKeyCost();

const bytes = new TextEncoder().encode('TEST content');
const place = { format: 1, id: 'a', field: 'record' };

it('opens what it sealed, and only in its place, with its key, unchanged', async () => {
  const key = await importKey(newDataKey());
  const sealed = await seal(key, place, bytes);
  expect(await open(key, place, sealed)).toEqual(bytes);
  expect(await open(await importKey(newDataKey()), place, sealed)).toBeUndefined();
  for (const other of [{ format: 2 }, { id: 'b' }, { field: 'index' }, { id: 'a","record', field: '' }]) {
    expect(await open(key, { ...place, ...other }, sealed)).toBeUndefined();
  }
  const raw = fromBase64(sealed.data) ?? new Uint8Array();
  expect(raw).toHaveLength(bytes.length + 16);
  for (let at = 0; at < raw.length; at += 1) {
    const changed = raw.map((byte, index) => (index === at ? byte ^ 128 : byte));
    expect(await open(key, place, { ...sealed, data: toBase64(changed) })).toBeUndefined();
  }
  for (const broken of [{ iv: '' }, { iv: '*' }, { data: '' }, { data: 'AAA' }]) {
    expect(await open(key, place, { ...sealed, ...broken })).toBeUndefined();
  }
});

it('keeps the derived key and the data key from being exported', async () => {
  const key = await importKey(newDataKey());
  await expect(globalThis.crypto.subtle.exportKey('raw', key)).rejects.toThrow();
});

it.each([
  ['a new vault', {}],
  ['other parameters', { memoryKiB: 19_456, passes: 3, lanes: 2 }],
])('derives the key that OpenSSL derives, from the normalised passphrase and %s', async (_name, changes) => {
  const kdf = { ...newKdf(), ...changes };
  const sealed = await seal(value(await deriveKey('TEST Schlu\u0308ssel', kdf)), place, bytes);
  const hash = argon2Sync('argon2id', {
    message: 'TEST Schl\u00FCssel',
    nonce: Buffer.from(kdf.salt, 'base64'),
    memory: kdf.memoryKiB,
    passes: kdf.passes,
    parallelism: kdf.lanes,
    tagLength: 32,
  });
  expect(await open(await importKey(Uint8Array.from(hash)), place, sealed)).toEqual(bytes);
});

it('derives another key from another salt, and the same from the same', async () => {
  const cheapest = { ...newKdf(), memoryKiB: 19_456 };
  const sealed = await seal(value(await deriveKey('TEST passphrase', cheapest)), place, bytes);
  expect(await open(value(await deriveKey('TEST passphrase', cheapest)), place, sealed)).toEqual(bytes);
  const salted = { ...cheapest, salt: newKdf().salt };
  expect(await open(value(await deriveKey('TEST passphrase', salted)), place, sealed)).toBeUndefined();
});

it.each([
  { memoryKiB: 19_455 },
  { memoryKiB: 1_048_577 },
  { memoryKiB: -47_104 },
  { memoryKiB: Number.NaN },
  { passes: 1 },
  { passes: 11 },
  { lanes: 0 },
  { lanes: 17 },
])('A11: computes nothing at a cost out of bounds: %o', async (change) => {
  expect(await deriveKey('TEST passphrase', { ...newKdf(), ...change })).toEqual(fail('kdf-out-of-bounds'));
});

it('says so when the key cannot be computed', async () => {
  vi.spyOn(globalThis.crypto.subtle, 'importKey').mockRejectedValue(new RangeError('Invalid typed array length'));
  expect(await deriveKey('TEST passphrase', { ...newKdf(), memoryKiB: 19_456 })).toEqual(fail('key-not-derived'));
});

it('never uses an IV, a salt or a data key twice', async () => {
  const key = await importKey(newDataKey());
  const sealed = await Promise.all(Array.from({ length: 2_000 }, () => seal(key, place, bytes)));
  expect(new Set(sealed.map(({ iv }) => iv)).size).toBe(2_000);
  const fresh = Array.from({ length: 200 }, () => [newKdf().salt, toBase64(newDataKey())]).flat();
  expect(new Set(fresh).size).toBe(400);
});

it('makes the checksum that others make', async () => {
  expect(await checksum('TEST')).toBe(createHash('sha256').update('TEST').digest('base64'));
});

it('makes base64 of any bytes and takes nothing else', () => {
  const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  expect(toBase64(all)).toBe(Buffer.from(all).toString('base64'));
  expect(fromBase64(toBase64(all))).toEqual(all);
  for (const text of ['A', 'AA', '====', 'AA=A', 'AA-_', 'AA==\n']) expect(fromBase64(text)).toBeUndefined();
});
