/** Looks at a screen with axe, light and dark, and leaves a picture of each. */
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { findBarriers } from '../driver/axe.ts';

/** Folder of the pictures. */
export const shots = 'demo-output/screens';

/** Looks at everything in the light; the dark differs by its colours alone. */
export async function inspect(page: Page, name: string, within = 'body'): Promise<void> {
  for (const theme of ['light', 'dark']) {
    await page.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value: theme },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ]);
    await page.screenshot({ path: join(shots, `${name}-${theme}.png`) });
    expect.soft(await findBarriers(page, { within, coloursAlone: theme === 'dark' }), `${name}, ${theme}`).toEqual([]);
  }
}

/** The panel alone: the app's own barriers are the app's. */
export function inspectPanel(page: Page, name: string): Promise<void> {
  return inspect(page, name, ':root > [popover]');
}
