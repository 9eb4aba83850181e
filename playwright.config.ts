import { defineConfig } from '@playwright/test';

/** Playwright runs the tests; the browsers are driven through puppeteer-core, which reaches popups and Firefox. */
export default defineConfig({
  projects: [
    // First, since their files take the longest.
    { name: 'hostile in Chromium', testDir: 'tests/hostile', testMatch: 'chromium-*.spec.ts' },
    { name: 'hostile in Firefox', testDir: 'tests/hostile', testMatch: 'firefox-*.spec.ts' },
    { name: 'e2e', testDir: 'tests/e2e', testMatch: '*.spec.ts' },
  ],
  fullyParallel: false,
  workers: 2,
  retries: 0,
  timeout: 120_000,
  forbidOnly: true,
});
