/** A secret that was changed: the site that holds the former one is listed until it was filled again. */
import { expect, test } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { appSteps, pressSave } from '../../scripts/demo/apps.ts';
import { fillForm, openPreview } from '../driver/panel.ts';
import { createPortainer } from '../standins/portainer/portainer.ts';
import { openSession, type Session, testProfile } from './session.ts';

const profile = testProfile('Portainer');
const newSecret = 'test-secret-after-the-change';
const site = 'https://portainer.company/';
let session: Session;

test.beforeAll(async () => {
  session = await openSession([profile]);
});
test.afterAll(() => session.close());

/** Opens the profile's form on the options page, does something there, and saves; gives what the toast says. */
async function edit(options: Page, field: string, text: string): Promise<string> {
  const { hand } = session;
  await options.bringToFront();
  await options.reload();
  await hand.click(options, '[data-profile-id]');
  await hand.click(options, '[data-action="edit-profile"]');
  await hand.retype(options, `input[name="${field}"]`, text);
  await hand.click(options, '[data-action="save-profile"]');
  const toast = await hand.find(options, '[role="status"]:has([data-action="close-toast"])');
  return toast.evaluate(({ textContent }) => textContent ?? '');
}

async function sitesState(options: Page): Promise<string> {
  await options.bringToFront();
  await options.reload();
  await session.hand.click(options, '[data-action="show-sites"]');
  const row = await session.hand.find(options, '[data-binding-id] td:nth-child(4)');
  return row.evaluate(({ textContent }) => textContent ?? '');
}

test('a new name lists nothing; a new secret lists the site until it was filled and saved again', async () => {
  const { hand, options } = session;
  const standIn = await session.stage(createPortainer());
  const page = await session.newPage();
  await appSteps.portainer.openSettings(page, hand, standIn);
  await session.bind(page, profile);
  await session.fill(page, standIn);
  await pressSave(page, hand, 'portainer', standIn);
  expect(standIn.stored().client_secret).toBe(profile.clientSecret);

  expect(await edit(options, 'name', 'Portainer production')).not.toContain('new secret');
  expect(await sitesState(options)).toBe('filled');

  expect(await edit(options, 'clientSecret', newSecret)).toContain('need the new secret: portainer.company');
  const link = await hand.find(options, '[data-notice="needs-secret"] a[data-site]');
  expect(await link.evaluate((element) => element.getAttribute('href'))).toBe(site);
  expect(await sitesState(options)).toBe('Needs the new secret');

  await page.bringToFront();
  await session.inPopup(page, (popup) => hand.find(popup, '[data-notice="outdated"]'));
  await page.reload();
  await openPreview(page, hand);
  await fillForm(page, hand);
  expect(standIn.writes, 'the administrator’s first Save alone').toHaveLength(1);
  await pressSave(page, hand, 'portainer', standIn);
  expect(standIn.stored().client_secret).toBe(newSecret);
  expect(await sitesState(options)).toBe('filled');
});
