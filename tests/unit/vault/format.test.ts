// @vitest-environment node
/** Every format ever written opens: one stored sample per version, kept for ever, and the steps between versions. */
import { readdirSync, readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ok } from '@/lib/result';
import { instanceKind, profileKind } from '@/profiles/kinds';
import { formatVersion, isNewer, migrate } from '@/vault/format';
import { readVault } from '@/vault/store';
import { lockVault, unlockVault, vaultState } from '@/vault/vault';
import { payTrueKeyCost } from '../key-cost';
import { setDisk, value } from './notes';

interface Sample {
  passphrase: string;
  stored: Record<string, unknown>;
  instances: unknown[];
  profiles: unknown[];
}

/** Versions that learnt to hold more without a new format: what they wrote then opens for ever, too. */
const additions = ['encrypted.1.api-token.json', 'no-secrets.1.api-token.json'];

const folder = new URL('samples/', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
const samples = names.map((name) => ({
  name,
  sample: JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Sample,
}));

beforeEach(() => fakeBrowser.reset());

describe('stored samples', () => {
  payTrueKeyCost();

  it('has one of each mode for every version', () => {
    const versions = Array.from({ length: formatVersion }, (_, index) => index + 1);
    const wanted = versions.flatMap((version) => [`encrypted.${version}.json`, `no-secrets.${version}.json`]);
    expect(samples.map(({ name }) => name).sort()).toEqual([...wanted, ...additions].sort());
  });

  it.each(samples)('opens $name', async ({ name, sample }) => {
    await setDisk(sample.stored);
    value(await unlockVault(sample.passphrase));
    const found = await readVault((snapshot) => ({
      instances: snapshot.list(instanceKind),
      profiles: snapshot.list(profileKind),
      damaged: snapshot.damaged(),
    }));
    expect(found).toEqual(ok({ instances: sample.instances, profiles: sample.profiles, damaged: [] }));
    await lockVault();
    expect(await vaultState()).toBe(name.startsWith('encrypted') ? 'locked' : 'open');
  });
});

describe('migrate', () => {
  const steps = [
    (field: string, content: unknown) => `${field} 2 < ${content}`,
    (field: string, content: unknown) => `${field} 3 < ${content}`,
  ];

  it('takes every step from the version an entry was written in', () => {
    expect(migrate('record', '1', 1, steps)).toBe('record 3 < record 2 < 1');
    expect(migrate('index', '2', 2, steps)).toBe('index 3 < 2');
    expect(migrate('record', '3', 3, steps)).toBe('3');
  });
});

it('knows what a later version has written', () => {
  expect(isNewer({ format: formatVersion + 1, sealed: 7, more: [] })).toBe(true);
  const others = [
    { format: formatVersion },
    { format: 0 },
    { format: '2' },
    { format: 1.5 },
    {},
    null,
    undefined,
    7,
    'x',
  ];
  expect(others.filter(isNewer)).toEqual([]);
});
