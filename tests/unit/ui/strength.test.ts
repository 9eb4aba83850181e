import { expect, it } from 'vitest';
import { generatePassphrase } from '@/lib/passphrase';
import { strengthOf } from '@/ui/lock/strength';

it.each([
  ['short', { level: 'short', missing: 7 }],
  ['aaaaaaaaaaaaaaaa', { level: 'weak' }],
  ['123456789012', { level: 'weak' }],
  ['abcdefghijklmnop', { level: 'weak' }],
  ['Passw0rd!Passw0rd!', { level: 'good' }],
  ['marble tunnel otter', { level: 'fair' }],
  ['marble tunnel otter violet dune', { level: 'good' }],
])('judges "%s"', (passphrase, strength) => {
  expect(strengthOf(passphrase)).toEqual(strength);
});

it('calls what Latchkey makes strong', () => {
  for (let round = 0; round < 50; round += 1) expect(strengthOf(generatePassphrase())).toEqual({ level: 'good' });
});
