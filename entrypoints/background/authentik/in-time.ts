/** An answer of a script in a tab; one that never comes is none. */

/** Longer than a call to authentik may take, so that a call's own end is heard. */
const longest = 30_000;

export function inTime<T>(answer: Promise<T>): Promise<T | undefined> {
  return Promise.race([answer, new Promise<undefined>((resolve) => setTimeout(resolve, longest))]);
}
