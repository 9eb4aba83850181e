/** How much the unit tests do: everything in `npm test`, a sample of what is drawn by chance in `npm run check`. */
import process from 'node:process';

/** Set by `npm test`. */
const isThorough = process.env.LATCHKEY_TESTS === 'thorough';

/** How often a property is tried: a fifth in `npm run check`. */
export function runs(many: number): { numRuns: number } {
  return { numRuns: isThorough ? many : Math.ceil(many / 5) };
}
