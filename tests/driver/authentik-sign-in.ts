/** Signs in to the stand-in authentik as a person does, on the page of its login flow. */
import type { Page } from 'puppeteer-core';
import { passwordOfAll } from '../standins/authentik/admin/options.ts';
import type { Hand } from './hand.ts';

/** The page stands at the login flow, or on its way there; promises when it has been left. */
export async function signInToAuthentik(page: Page, hand: Hand, username: string): Promise<void> {
  await hand.type(page, 'input[name="uidField"]', username);
  await hand.type(page, 'input[name="password"]', passwordOfAll);
  const left = page.waitForNavigation();
  await hand.click(page, 'ak-flow-executor button');
  await left;
}
