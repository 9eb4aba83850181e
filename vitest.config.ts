import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/** Files that want the same environment follow each other: a worker can only be kept for its own. */
class ByEnvironment extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const { false: inPage = [], true: inNode = [] } = Object.groupBy(await super.sort(files), wantsNode);
    return [...inPage, ...inNode];
  }
}

function wantsNode({ moduleId }: TestSpecification): 'true' | 'false' {
  return readFileSync(moduleId, 'utf8').startsWith('// @vitest-environment node') ? 'true' : 'false';
}

export default defineConfig({
  plugins: [WxtVitest()],
  test: {
    environment: 'happy-dom',
    include: ['tests/*.test.{ts,tsx}', 'tests/unit/**/*.test.{ts,tsx}'],
    setupFiles: ['tests/unit/set-up.ts'],
    restoreMocks: true,
    // Property tests and real Argon2id on a busy machine; no test measures time.
    testTimeout: 30_000,
    unstubGlobals: true,
    // One environment per worker instead of one per file: half the time of `npm run check`.
    pool: 'threads',
    isolate: false,
    maxWorkers: '100%',
    sequence: { sequencer: ByEnvironment },
  },
});
