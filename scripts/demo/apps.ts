/** How an administrator goes about each app: open its settings, press its own Save, and how a user logs in. */
import type { Page } from 'puppeteer-core';
import type { Hand } from '../../tests/driver/hand.ts';
import type { StandIn } from '../../tests/standins/standin.ts';
import type { DemoApp } from './world.ts';

interface AppSteps {
  /** From nothing to the settings form on the screen: the app's own opening steps. */
  openSettings(page: Page, hand: Hand, app: StandIn): Promise<void>;
  /** The page's own Save, which only the administrator presses. */
  saveButton: string;
  /** What a user presses on the login page. */
  loginButton: string;
}

export const appSteps: Record<DemoApp, AppSteps> = {
  espocrm: {
    openSettings: async (page, hand, app) => {
      await page.goto(app.settingsUrl);
      await hand.find(page, '.cell[data-name="authenticationMethod"]');
    },
    saveButton: 'button[data-action="save"]',
    loginButton: '[data-login="oidc"]',
  },
  portainer: {
    openSettings: async (page, hand, app) => {
      await page.goto(app.settingsUrl);
      await hand.find(page, 'label[for="auth_oauth"]');
    },
    saveButton: 'form[name="authSettingsForm"] button.btn-primary',
    loginButton: '[data-login="oidc"]',
  },
  personio: {
    openSettings: async (page, hand, app) => {
      await page.goto(app.settingsUrl);
      await hand.click(page, '[data-open="oidc"]');
      await page.waitForFunction(() => document.querySelectorAll('input').length > 8, { timeout: 15_000 });
    },
    saveButton: '[data-save="oidc"]',
    loginButton: '[data-login="oidc"]',
  },
};

/** Presses Save as the administrator and waits until the app has taken the write. */
export async function pressSave(page: Page, hand: Hand, app: DemoApp, standIn: StandIn): Promise<void> {
  const before = standIn.writes.length;
  await hand.click(page, appSteps[app].saveButton);
  const deadline = Date.now() + 10_000;
  while (standIn.writes.length === before) {
    if (Date.now() > deadline)
      throw new Error('The app did not save: it refuses a value or a required field is empty.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
