/** The attackers of the threat model in `SECURITY.md`, in its order; each has a line in what `npm run test:hostile` prints. */

export const threats = {
  A1: 'a copy of the browser profile',
  A2: 'a page that makes up presses',
  A3: 'a page that tricks somebody into a press',
  A4: 'a script on a bound page',
  A5: 'places that look like the bound one',
  A6: 'frames',
  A7: 'a page as a source of data',
  A8: 'a page that swaps the form',
  A9: 'another extension',
  A10: 'our own page script, taken over',
  A11: 'import files',
  A12: 'a machine left alone',
  A13: 'requests that nobody asked for',
  A14: 'what is built from, and how',
} as const;

export type Threat = keyof typeof threats;

/** Nothing to run: Latchkey promises nothing against other extensions, and what it puts into a page holds no secret. */
export const byReview: readonly Threat[] = ['A9'];

export function isThreat(name: string): name is Threat {
  return Object.hasOwn(threats, name);
}
