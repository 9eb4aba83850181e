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
  /** What the administrator does after Save, because it saves by itself. */
  switchOn?: string;
}

/** Inside the row of authentik whose form is open, among the rows of Palmr's list. */
export function openRow(selector: string): string {
  return `.border.rounded-lg:has(input[data-slot="input"]) ${selector}`;
}

/** The first switch in the row of Palmr's official provider, told from the others by the line below its name. */
const officialRow = `//div[not(div) and contains(normalize-space(.), '• authentik •')]/ancestor::div[contains(@class, 'rounded-lg')]`;
const officialSwitch = `::-p-xpath((${officialRow}//button[@role = 'switch'])[1])`;

export const appSteps: Record<DemoApp, AppSteps> = {
  espocrm: {
    openSettings: async (page, hand, app) => {
      await page.goto(app.settingsUrl);
      await hand.find(page, '.cell[data-name="authenticationMethod"]');
    },
    saveButton: 'button[data-action="save"]',
  },
  portainer: {
    openSettings: async (page, hand, app) => {
      await page.goto(app.settingsUrl);
      await hand.find(page, 'label[for="auth_oauth"], label[for="registry_auth"]');
    },
    saveButton: 'form:has(#auth_oauth, #registry_auth) button.btn-primary',
  },
  personio: {
    openSettings: async (page, hand, app) => {
      await page.goto(app.settingsUrl);
      await hand.click(page, '[data-open="oidc"]');
      await page.waitForFunction(() => document.querySelectorAll('input').length > 8, { timeout: 15_000 });
    },
    saveButton: '[data-save="oidc"]',
  },
  palmr: {
    openSettings: async (page, hand, app) => {
      await page.goto(app.settingsUrl);
      await hand.click(page, '[data-slot="card-header"]:has(+ [data-slot="card-content"] #hideDisabledProviders)');
      const row = await hand.find(page, `::-p-xpath(${officialRow})`);
      await row.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    },
    saveButton: openRow('.justify-end button:last-child'),
    switchOn: officialSwitch,
  },
  openlane: {
    openSettings: async (page, hand, app) => {
      await page.goto(app.settingsUrl);
      await hand.find(page, '[name="credentials__baseUrl"]');
    },
    saveButton: 'form button[type="submit"]',
  },
};

/** Presses Save as the administrator and waits until the app has taken the write. */
export function pressSave(page: Page, hand: Hand, app: DemoApp, standIn: StandIn): Promise<void> {
  return pressAndWait(page, hand, appSteps[app].saveButton, standIn);
}

/** What Latchkey leaves to the administrator: a switch that saves at once. */
export async function administratorsOwn(page: Page, hand: Hand, app: DemoApp, standIn: StandIn): Promise<void> {
  const { switchOn, saveButton } = appSteps[app];
  if (switchOn === undefined) return;
  // After Save the form closes, and the whole list is drawn anew: what is pressed before that is gone.
  await page.waitForSelector(saveButton, { hidden: true });
  await page.waitForNetworkIdle({ idleTime: 300 });
  await pressAndWait(page, hand, switchOn, standIn);
}

async function pressAndWait(page: Page, hand: Hand, button: string, standIn: StandIn): Promise<void> {
  const before = standIn.writes.length;
  await hand.click(page, button);
  const deadline = Date.now() + 10_000;
  while (standIn.writes.length === before) {
    if (Date.now() > deadline)
      throw new Error('The app did not save: it refuses a value or a required field is empty.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
