import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

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
  },
});
