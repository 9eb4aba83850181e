/** Page objects of Latchkey's own screens: set-up and profiles as a person would enter them, in either browser. */
import type { Page } from 'puppeteer-core';
import type { Hand } from './hand.ts';

/** What a person types to make a profile. */
export interface TypedProfile {
  name: string;
  address: string;
  slug: string;
  clientId: string;
  /** Empty where the vault keeps no secrets, and so asks for none. */
  clientSecret: string;
  /** Separated by blanks; left out, the form's own default stays. */
  scopes?: string;
  /** One known redirect URI. */
  redirectUris?: string;
}

/** First run: an encrypted vault. Leaves the options page at its profile list. */
export async function createVault(page: Page, hand: Hand, passphrase: string): Promise<void> {
  await hand.click(page, 'input[name="mode"][value="encrypted"]');
  await hand.type(page, 'input[name="passphrase"]', passphrase);
  await hand.type(page, 'input[name="again"]', passphrase);
  await hand.click(page, '[data-action="create-vault"]');
  await hand.find(page, '[data-action="add-profile"]');
}

/** First run: a vault that keeps no secrets. Leaves the options page at its profile list. */
export async function createReadableVault(page: Page, hand: Hand): Promise<void> {
  await hand.click(page, 'input[name="mode"][value="no-secrets"]');
  await hand.click(page, '[data-action="create-vault"]');
  await hand.find(page, '[data-action="add-profile"]');
}

/** Adds one OAuth2 client on the options page or in the popup; ends when it stands in the list. */
export async function addProfile(page: Page, hand: Hand, profile: TypedProfile): Promise<void> {
  await hand.click(page, '[data-action="add-profile"]');
  await hand.type(page, 'input[name="address"]', profile.address);
  await hand.find(page, '[data-understood]');
  await hand.retype(page, 'input[name="name"]', profile.name);
  await hand.retype(page, 'input[name="slug"]', profile.slug);
  await hand.type(page, 'input[name="clientId"]', profile.clientId);
  if (profile.clientSecret !== '') await hand.type(page, 'input[name="clientSecret"]', profile.clientSecret);
  if (profile.scopes !== undefined) await hand.retype(page, 'input[name="scopes"]', profile.scopes);
  if (profile.redirectUris !== undefined) {
    await hand.type(page, 'textarea[name="redirectUris"]', profile.redirectUris);
  }
  await save(page, hand, profile.name);
}

async function save(page: Page, hand: Hand, name: string): Promise<void> {
  await hand.click(page, '[data-action="save-profile"]');
  await page.waitForFunction(
    (wanted) => [...document.querySelectorAll('[data-profile-id]')].some((row) => row.textContent?.includes(wanted)),
    { timeout: 15_000 },
    name,
  );
}

/** What a person types to keep an API token. */
export interface TypedToken {
  name: string;
  address: string;
  apiToken: string;
}

/** Adds one profile that holds an API token, on the options page or in the popup; ends when it stands in the list. */
export async function addToken(page: Page, hand: Hand, { name, address, apiToken }: TypedToken): Promise<void> {
  await hand.click(page, '[data-action="add-profile"]');
  await hand.click(page, 'input[name="kind"][value="api-token"]');
  await hand.type(page, 'input[name="address"]', address);
  await hand.find(page, '[data-understood]');
  await hand.retype(page, 'input[name="name"]', name);
  await hand.type(page, 'input[name="apiToken"]', apiToken);
  await save(page, hand, name);
}

/** In the popup over a recognised page: binds the profile of that name to the site; nothing to do when it is so. */
export async function bindToSite(popup: Page, hand: Hand, profileName: string): Promise<void> {
  const isChosen = await chooseProfile(popup, hand, profileName);
  const next = isChosen ? '[data-action="bind"], [data-action="unbind"]' : '[data-action="bind"]';
  const button = await hand.find(popup, next);
  if (await button.evaluate((element) => element.matches('[data-action="unbind"]'))) return;
  await hand.click(popup, '[data-action="bind"]');
  await hand.find(popup, '[data-action="unbind"]');
}

/** Picks the profile of that name in the popup's list; false when another one was chosen before. */
export async function chooseProfile(popup: Page, hand: Hand, profileName: string): Promise<boolean> {
  await hand.find(popup, 'select[name="profile"]');
  const picked = await popup.$eval(
    'select[name="profile"]',
    (select, name) => {
      const options = [...(select as HTMLSelectElement).options];
      const wanted = options.find((option) => option.textContent?.includes(name));
      return { value: wanted?.value, isChosen: wanted?.selected ?? false };
    },
    profileName,
  );
  if (picked.value === undefined) throw new Error(`The popup does not offer the profile ${profileName}.`);
  if (!picked.isChosen) await hand.choose(popup, 'select[name="profile"]', picked.value);
  return picked.isChosen;
}

/**
 * Presses "Use on this site" where the browser has to ask about the site, and nobody answers. Its question closes the
 * popup, often under the press itself; the binding is made all the same, and holds on this tab.
 */
export async function bindUngranted(popup: Page, hand: Hand): Promise<void> {
  try {
    await hand.click(popup, '[data-action="bind"]');
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'TargetCloseError') throw error;
  }
}

/** In the popup over a bound page: takes the binding away. */
export async function unbindSite(popup: Page, hand: Hand): Promise<void> {
  await hand.click(popup, '[data-action="unbind"]');
  await popup.waitForFunction(() => document.querySelector('[data-action="unbind"]') === null, { timeout: 15_000 });
}

/** On any locked screen: types the passphrase and presses "Unlock"; what follows is the caller's to wait for. */
export async function pressUnlock(page: Page, hand: Hand, passphrase: string): Promise<void> {
  await hand.type(page, 'input[name="passphrase"]', passphrase);
  await hand.click(page, '[data-action="unlock"]');
}
