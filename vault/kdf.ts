/** The cost of a passphrase as it is stored, and the bounds outside which it is never paid. */
import * as z from 'zod/mini';

/** 16 bytes in base64. */
const salt = z.string().check(z.regex(/^[A-Za-z0-9+/]{22}==$/));

/** The shape alone; whether the cost may be paid is for `isWithinBounds`. */
export const kdfSchema = z.object({
  name: z.literal('argon2id'),
  memoryKiB: z.int(),
  passes: z.int(),
  lanes: z.int(),
  salt,
});

export type Kdf = z.infer<typeof kdfSchema>;

/** Security sheet 4.2: below the floor is a downgrade (OWASP's minimum), above the ceiling a denial of service. */
const floor = { memoryKiB: 19_456, passes: 2, lanes: 1 };
const ceiling = { memoryKiB: 1_048_576, passes: 10, lanes: 16 };

/** True when Latchkey is willing to derive a key at this cost. */
export function isWithinBounds(kdf: Kdf): boolean {
  return (['memoryKiB', 'passes', 'lanes'] as const).every(
    (name) => kdf[name] >= floor[name] && kdf[name] <= ceiling[name],
  );
}
