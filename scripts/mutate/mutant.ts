/** What `npm run mutate` and the runners in its copies say to each other. */

/** One guard taken away: the test files must have a test that notices. */
export interface Mutant {
  /** The guard, in words. */
  name: string;
  /** Path in the checkout. */
  file: string;
  /** Stands in the file exactly once. */
  find: string;
  replace: string;
  /** Test files that may notice, the likeliest first. */
  tests: readonly string[];
}

/** Without a mutant, the tests run as they are. */
export interface Ask {
  tests: readonly string[];
  mutant?: Mutant;
}

export interface Tried {
  /** The test that failed; null when none did. */
  noticed: string | null;
  /** Why that shows nothing. */
  trouble?: string;
}
