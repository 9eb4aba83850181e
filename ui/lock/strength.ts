/** A rough hint at how hard a passphrase is to guess; it advises and never refuses. */
import { minimumLength } from '@/lib/passphrase';

export type Strength = { level: 'short'; missing: number } | { level: 'weak' | 'fair' | 'good' };

/** Bits from which a passphrase behind Argon2id is called fair, and strong. */
const fair = 50;
const good = 75;

export function strengthOf(passphrase: string): Strength {
  const characters = [...passphrase.normalize('NFKC')];
  if (characters.length < minimumLength) return { level: 'short', missing: minimumLength - characters.length };
  const bits = new Set(characters).size < 6 ? 0 : effectiveLength(characters) * bitsEach(passphrase);
  if (bits < fair) return { level: 'weak' };
  return { level: bits < good ? 'fair' : 'good' };
}

/** Runs (aaaa) and sequences (1234) count as one character. */
function effectiveLength(characters: string[]): number {
  return characters.filter((character, at) => {
    const step = character.charCodeAt(0) - (characters[at - 1]?.charCodeAt(0) ?? Number.NaN);
    return !(Math.abs(step) <= 1);
  }).length;
}

/** Letters of words carry less than letters drawn at random; three and a half bits is kind, not exact. */
function bitsEach(passphrase: string): number {
  const classes = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/].filter((kind) => kind.test(passphrase)).length;
  return 2.7 + 0.6 * classes;
}
