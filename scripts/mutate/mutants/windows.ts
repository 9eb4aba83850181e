/** Two of Latchkey's windows at once: neither takes anything from the other. */
import type { Mutant } from '../mutant.ts';

export const windows: readonly Mutant[] = [
  {
    name: 'a secret that both windows have typed is asked about',
    file: 'profiles/merge-draft.ts',
    find: "if (now === from || draft[field] === '') return [];",
    replace: 'return [];',
    tests: ['tests/unit/profiles/merge-draft.test.ts'],
  },
  {
    name: 'what is typed stays with its window while that is open',
    file: 'entrypoints/background/draft-handlers.ts',
    find: '(open.has(kept.window) ? kept : { ...kept, window })',
    replace: '({ ...kept, window })',
    tests: ['tests/unit/background/drafts.test.ts'],
  },
  {
    name: 'a form writes over its own draft alone',
    file: 'entrypoints/background/draft-handlers.ts',
    find: '...all.filter(({ key }) => key !== kept.key), kept',
    replace: 'kept',
    tests: ['tests/unit/background/drafts.test.ts'],
  },
];
