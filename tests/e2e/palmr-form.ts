/** Palmr's settings page as the administrator uses it: the folded card, the official row of authentik, its form. */
import { expect } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import type { Hand } from '../driver/hand.ts';
import { theSecret } from '../driver/saves.ts';
import type { TypedProfile } from '../driver/screens.ts';
import type { StandIn } from '../standins/standin.ts';

/** The head of the card with the providers; a press on it folds and unfolds. */
export const cardHead = '[data-slot="card"]:has(#hideDisabledProviders) [data-slot="card-header"]';

/** The row of that internal name, which is a text node of its own but no element; and what is found inside it. */
export function inRow(path = '', name = 'authentik'): string {
  return `::-p-xpath(//div[text()="${name}"]/ancestor::div[contains(@class, "rounded-lg")][1]${path})`;
}

/** Opens and closes the form of the row of that internal name. */
export function penOf(name: string): string {
  return inRow('//button[*[contains(@class, "tabler-icon-edit")]]', name);
}

const saveButton = inRow('/div[2]//div[contains(@class, "justify-end")]/button[2]');

/** Scrolls to the official row, which may be below the window: the button hides with its row. */
export async function scrollToRow(page: Page, hand: Hand): Promise<void> {
  const row = await hand.find(page, inRow());
  await row.evaluate((element) => element.scrollIntoView({ block: 'center' }));
}

/** What Save sends once this profile is filled in; page sheet palmr.md 3. */
export function filledWith({ address, clientId }: TypedProfile) {
  return {
    name: 'authentik',
    displayName: 'Authentik',
    type: 'oidc',
    icon: 'FaShieldAlt',
    issuerUrl: address,
    clientId,
    clientSecret: theSecret,
    scope: 'openid profile email',
    adminEmailDomains: '',
    authorizationEndpoint: '/application/o/authorize/',
    tokenEndpoint: '/application/o/token/',
    userInfoEndpoint: '/application/o/userinfo/',
    autoRegister: true,
  };
}

/** Presses the row's own Save, and gives what it sent. */
export async function save(page: Page, hand: Hand, { writes }: StandIn): Promise<unknown> {
  const before = writes.length;
  await hand.click(page, saveButton);
  await expect.poll(() => writes.length).toBe(before + 1);
  return writes.at(-1)?.body;
}

/** What the open form would send, by its state; null while none is open. */
export function stateOf(page: Page): Promise<unknown> {
  return page.evaluate(() => Reflect.get(window, 'standIn').state() as unknown);
}

/** From now on, every text of scopes that a render brings, the same one after another once. */
export async function recordScopes(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const standIn: { state: () => { scope: string } | null } = Reflect.get(window, 'standIn');
    const seen: string[] = [];
    Reflect.set(window, 'seenScopes', seen);
    let { state } = standIn;
    Object.defineProperty(standIn, 'state', {
      get: () => state,
      set: (next: typeof state) => {
        state = next;
        const scope = next()?.scope;
        if (scope !== undefined && scope !== seen.at(-1)) seen.push(scope);
      },
    });
  });
  return () => page.evaluate(() => Reflect.get(window, 'seenScopes') as string[]);
}
