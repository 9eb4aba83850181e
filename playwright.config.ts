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
  workers: 2,
  retries: 0,
  timeout: 120_000,
  forbidOnly: true,
});
