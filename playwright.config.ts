import { defineConfig } from '@playwright/test';

/** Playwright runs the tests; the browsers are driven through puppeteer-core, which reaches popups and Firefox. */
export default defineConfig({
  projects: [
    // First, since its files take the longest.
    { name: 'hostile', testDir: 'tests/hostile' },
    { name: 'e2e', testDir: 'tests/e2e' },
  ],
  testMatch: '**/*.spec.ts',
  fullyParallel: false,
  // On two cores: one more than cores, since pages often wait for a frame or a timer.
  workers: 3,
  retries: 0,
  // Three share two cores, with whatever else runs there; no test measures time.
  timeout: 240_000,
  forbidOnly: true,
});
