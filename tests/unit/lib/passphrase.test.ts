// @vitest-environment node
/** A passphrase has twelve characters, whatever they are made of, and the generator makes strong ones. */
import { describe, expect, it, vi } from 'vitest';
import { generatePassphrase, isLongEnough, normalisePassphrase } from '@/lib/passphrase';

describe('isLongEnough', () => {
  it.each([
    ['elevenchars', false],
    ['twelve chars', true],
    ['🔑'.repeat(11), false],
    ['🔑'.repeat(12), true],
    // Twelve pieces as typed, six characters once composed.
    ['e\u0301'.repeat(6), false],
    ['e\u0301'.repeat(12), true],
  ])('%s: %s', (passphrase, expected) => {
    expect(isLongEnough(passphrase)).toBe(expected);
  });
});

describe('normalisePassphrase', () => {
  it('makes one text of composed, decomposed and compatible spellings', () => {
    expect(normalisePassphrase('Schlu\u0308ssel\uFF01')).toBe('Schl\u00FCssel!');
  });
});

describe('generatePassphrase', () => {
  it('makes five groups of four easily told characters, long enough and never the same', () => {
    const made = Array.from({ length: 200 }, generatePassphrase);
    for (const passphrase of made) expect(passphrase).toMatch(/^[a-km-np-z2-9]{4}(-[a-km-np-z2-9]{4}){4}$/);
    expect(new Set(made).size).toBe(made.length);
    expect(made.every(isLongEnough)).toBe(true);
  });

  it('draws every character equally often from equally frequent bytes', () => {
    const counts = new Map<string, number>();
    let next = 0;
    vi.spyOn(crypto, 'getRandomValues').mockImplementation((array) => {
      if (array instanceof Uint8Array) for (let at = 0; at < array.length; at += 1) array[at] = next++ % 256;
      return array;
    });
    // 64 passphrases of 20 characters use each of the 256 bytes five times.
    for (let round = 0; round < 64; round += 1) {
      for (const character of generatePassphrase().replaceAll('-', '')) {
        counts.set(character, (counts.get(character) ?? 0) + 1);
      }
    }
    expect(counts.size).toBe(32);
    expect(new Set(counts.values())).toEqual(new Set([40]));
  });
});
