/** Gives a file of attacks one browser, in which they take place one after another. */
import { test } from '@playwright/test';
import type { BrowserName } from '../../scripts/browsers/find.ts';
import { type Ground, openGround } from './ground.ts';

export function onGround(name: BrowserName, ...suites: ((ground: () => Ground) => void)[]): void {
  let ground: Ground;
  test.beforeAll(async () => {
    ground = await openGround(name);
  });
  test.afterEach(() => ground.closePages());
  test.afterAll(() => ground.close());
  for (const suite of suites) suite(() => ground);
}
