/** Openlane's page of one provider as the administrator uses it: the fields by their ids, the buttons by their names. */
import type { Page } from 'puppeteer-core';
import type { Hand } from '../driver/hand.ts';

export const inDialog = (selector: string): string => `[role="dialog"] ${selector}`;
export const field = (name: string): string => `[id="integration-config-${name}"]`;
export const baseUrlBox = field('credentials__baseUrl');
export const tokenBox = field('credentials__token');
/** Named by their words, as every button of the console is. */
export const button = (name: string): string => `button[aria-label="${name}"]`;

/** Of `presses()`, while nobody has pressed anything. */
export const noPress = {
  ...{ submit: 0, save: 0, saveCredentials: 0, saveSettings: 0 },
  ...{ healthCheck: 0, switch: 0, disconnect: 0, primary: 0 },
};

/** From the page's card to the first step of the wizard. */
export async function openWizard(page: Page, hand: Hand): Promise<void> {
  await hand.click(page, button('Setup Guide'));
  await hand.click(page, inDialog(button('Start setup wizard')));
  await hand.find(page, inDialog(baseUrlBox));
}

/** What react-hook-form holds; null while there is no such form. */
export function stateOf(
  page: Page,
  place: 'page' | 'credentials' | 'settings' = 'page',
): Promise<Record<string, unknown> | null> {
  return page.evaluate((name) => Reflect.get(window, 'standIn').state(name), place);
}
