/** What a passphrase must be, and a generator for people who want none of their own. */

/** Fewest characters, counted as code points after normalisation (issue 2, "Stored by one module"). */
export const minimumLength = 12;

/** 32 characters that are not mistaken for one another: no l, o, 0 or 1; five bits each, so no draw is biased. */
const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789';
const groups = 5;
const groupLength = 4;

/** The same text whichever keyboard or system it was typed on: Unicode NFKC. */
export function normalisePassphrase(passphrase: string): string {
  return passphrase.normalize('NFKC');
}

/** True when the passphrase has at least twelve characters. */
export function isLongEnough(passphrase: string): boolean {
  return [...normalisePassphrase(passphrase)].length >= minimumLength;
}

/** A random passphrase of 100 bits: five groups of four letters and digits, such as `k7mp-…`. */
export function generatePassphrase(): string {
  const random = crypto.getRandomValues(new Uint8Array(groups * groupLength));
  const characters = Array.from(random, (byte) => alphabet.charAt(byte % alphabet.length));
  return Array.from({ length: groups }, (_, group) =>
    characters.slice(group * groupLength, (group + 1) * groupLength).join(''),
  ).join('-');
}
