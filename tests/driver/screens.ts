/** Page objects of Latchkey's own screens: set-up and profiles as a person would enter them, in either browser. */
import type { Page } from 'puppeteer-core';
import type { Hand } from './hand.ts';

/** What a person types to make a profile. */
export interface TypedProfile {
  name: string;
  address: string;
  slug: string;
  clientId: string;
  clientSecret: string;
}

/** First run: an encrypted vault. Leaves the options page at its profile list. */
export async function createVault(page: Page, hand: Hand, passphrase: string): Promise<void> {
  await hand.click(page, 'input[name="mode"][value="encrypted"]');
  await hand.type(page, 'input[name="passphrase"]', passphrase);
  await hand.type(page, 'input[name="again"]', passphrase);
  await hand.click(page, '[data-action="create-vault"]');
  await hand.find(page, '[data-action="add-profile"]');
}

/** Adds one profile on the options page or in the popup; ends when it stands in the list. */
export async function addProfile(page: Page, hand: Hand, profile: TypedProfile): Promise<void> {
  await hand.click(page, '[data-action="add-profile"]');
  await hand.type(page, 'input[name="address"]', profile.address);
  await hand.retype(page, 'input[name="name"]', profile.name);
  await hand.retype(page, 'input[name="slug"]', profile.slug);
  await hand.type(page, 'input[name="clientId"]', profile.clientId);
  await hand.type(page, 'input[name="clientSecret"]', profile.clientSecret);
  await hand.click(page, '[data-action="save-profile"]');
  await page.waitForFunction(
    (name) => [...document.querySelectorAll('[data-profile-id]')].some((row) => row.textContent?.includes(name)),
    { timeout: 15_000 },
    profile.name,
  );
}

/** In the popup over a recognised page: picks the profile of that name and binds it to the site. */
export async function bindToSite(popup: Page, hand: Hand, profileName: string): Promise<void> {
  await hand.find(popup, '[data-action="bind"]');
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
  await hand.click(popup, '[data-action="bind"]');
  await hand.find(popup, '[data-action="unbind"]');
}
