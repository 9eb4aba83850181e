// @vitest-environment node
/** Client ID and secret are letters and digits, each as likely as any other. */
import { describe, expect, it, vi } from 'vitest';
import { makeCredentials } from '@/entrypoints/background/authentik/credentials';

describe('makeCredentials', () => {
  it('makes 40 and 128 letters and digits, others every time', () => {
    const made = Array.from({ length: 50 }, makeCredentials);
    for (const { clientId, clientSecret } of made) {
      expect(clientId).toMatch(/^[A-Za-z0-9]{40}$/);
      expect(clientSecret).toMatch(/^[A-Za-z0-9]{128}$/);
    }
    expect(new Set(made.flatMap(({ clientId, clientSecret }) => [clientId, clientSecret])).size).toBe(100);
  });

  it('throws away the bytes that would make the first signs likelier, and takes new ones', () => {
    const rounds = [248, 255, 247, 0];
    let round = 0;
    vi.spyOn(crypto, 'getRandomValues').mockImplementation((array) => {
      if (array instanceof Uint8Array) array.fill(rounds[round++ % rounds.length] ?? 0);
      return array;
    });
    // The third round is the last byte that counts, the fourth the first.
    expect(makeCredentials()).toEqual({ clientId: '9'.repeat(40), clientSecret: 'A'.repeat(128) });
  });
});
