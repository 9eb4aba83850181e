/** What an administrator does in EspoCRM's own form, with the mouse. */
import type { Page } from 'puppeteer-core';
import type { Hand } from '../driver/hand.ts';

const method = '.field[data-name="authenticationMethod"]';

/** Picks the sign-in method in its list, on the first tab. */
export async function chooseMethod(page: Page, hand: Hand, value: 'Espo' | 'Oidc'): Promise<void> {
  await hand.click(page, 'button[data-tab="0"]');
  await hand.click(page, `${method} .selectize-input`);
  await hand.click(page, `.selectize-dropdown-content [data-value="${value}"]`);
  await page.waitForSelector(`${method} .item[data-value="${value}"]`);
}
