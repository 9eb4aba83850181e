/** The vault on its real screens: another passphrase, the time without use, a new beginning, damage, two windows. */
import { expect, test } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { pressUnlock } from '../driver/screens.ts';
import { openSession, passphrase, type Session, testProfile } from './session.ts';

const next = 'another passphrase of a session';
const portainer = testProfile('Portainer');
const wiki = testProfile('Wiki');
let session: Session;

test.beforeEach(async () => {
  session = await openSession([portainer, wiki]);
});
test.afterEach(() => session.close());

const click = (page: Page, action: string) => session.hand.click(page, `[data-action="${action}"]`);
const screen = (page: Page, name: string) => session.hand.find(page, `[data-screen="${name}"]`);

async function newOptions(): Promise<Page> {
  const page = await session.newPage();
  await page.goto(session.chromium.pageUrl('options.html'));
  return page;
}

/** Works on the storage from outside, as a fault or a stranger would. */
function inStorage<T>(page: Page, work: (local: Storage) => Promise<T>): Promise<T> {
  return page.evaluate(`(${work})(chrome.storage.local)`) as Promise<T>;
}

interface Storage {
  get(keys: null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
}

/** Names of the profiles in the list, in its order. */
function listed(page: Page): Promise<string[]> {
  return page.$$eval('[data-profile-id] [data-action="open-profile"]', (rows) =>
    rows.map((row) => row.textContent ?? ''),
  );
}

test('a changed passphrase opens, the old one does not, and the profiles are all there', async () => {
  const { options, hand } = session;
  await click(options, 'show-security');
  await hand.type(options, '[name="current"]', 'a wrong passphrase of a session');
  await hand.type(options, '[name="passphrase"]', next);
  await hand.type(options, '[name="again"]', next);
  await click(options, 'change-passphrase');
  await hand.find(options, '[data-message="wrongPassphrase"]');
  await hand.retype(options, '[name="current"]', passphrase);
  await click(options, 'change-passphrase');
  await options.waitForFunction(() => document.querySelector<HTMLInputElement>('[name="current"]')?.value === '');
  await click(options, 'lock');
  await screen(options, 'locked');
  await pressUnlock(options, hand, passphrase);
  await hand.find(options, '[data-message="wrongPassphrase"]');
  await hand.retype(options, '[name="passphrase"]', next);
  await click(options, 'unlock');
  await click(options, 'show-profiles');
  await hand.find(options, '[data-profile-id]');
  expect(await listed(options)).toHaveLength(2);
});

test('the time without use is kept over a lock and in every window, and the worker wakes to lock', async () => {
  const { options, hand } = session;
  await click(options, 'show-security');
  await hand.click(options, '[name="minutes"][value="1"]');
  await hand.find(options, '[data-action="close-toast"]');
  await click(options, 'lock');
  await screen(options, 'locked');
  await pressUnlock(options, hand, passphrase);
  const other = await newOptions();
  await click(other, 'show-security');
  await hand.find(other, '[name="minutes"][value="1"]:checked');
  const alarms = await other.evaluate('chrome.alarms.getAll()');
  const dueIn = (alarms as { scheduledTime: number }[]).map(({ scheduledTime }) => scheduledTime - Date.now());
  expect(dueIn).toHaveLength(1);
  expect(dueIn[0]).toBeLessThanOrEqual(60_000);
  // The clock of a browser cannot be turned; what it would have written in a minute can be.
  await other.evaluate(async () => {
    const { session: area } = Reflect.get(window, 'chrome').storage;
    const { key } = await area.get('key');
    await area.set({ key: { ...key, lockAt: Date.now() - 1 } });
    await Reflect.get(window, 'chrome').alarms.create('auto-lock', { when: Date.now() });
  });
  await screen(other, 'locked');
  await screen(options, 'locked');
  const left = await other.evaluate('chrome.storage.session.get(null)');
  expect(Object.keys(left as object).filter((name) => !name.startsWith('kept:'))).toEqual([]);
});

test('whoever has forgotten the passphrase begins anew from the popup on, and nothing is left', async () => {
  const { options, hand } = session;
  await click(options, 'lock');
  await screen(options, 'locked');
  const page = await session.newPage();
  const popup = await session.chromium.openPopup(page);
  const opened = session.chromium.browser.waitForTarget((target) => target.url().endsWith('#forgotten'));
  await click(popup, 'forgot-passphrase');
  const help = await (await opened).asPage();
  await click(help, 'reset-vault');
  await hand.find(help, '[data-message="resetWord"]');
  await hand.retype(help, '[name="word"]', 'reset');
  await click(help, 'reset-vault');
  await screen(help, 'welcome');
  await options.bringToFront();
  await screen(options, 'welcome');
  expect(await inStorage(options, async (local) => Object.keys(await local.get(null)))).toEqual([]);
});

test('a damaged entry costs itself alone: it is told, and the rest goes on', async () => {
  const { hand } = session;
  const id = await session.options.$eval('[data-profile-id]', (row) => row.getAttribute('data-profile-id'));
  await session.options.evaluate(
    (key) => Reflect.get(window, 'chrome').storage.local.set({ [key]: 'torn' }),
    `record:${id}`,
  );
  const page = await newOptions();
  await screen(page, 'damaged');
  expect(await page.$$eval('[data-list="lost"] li', (lines) => lines.length)).toBe(1);
  expect(await page.$$eval('[data-list="whole"] li', (lines) => lines.map((line) => line.textContent))).toEqual(
    expect.arrayContaining([expect.stringContaining('authentik.company'), expect.stringMatching(/Wiki|Portainer/)]),
  );
  await click(page, 'go-on');
  await screen(page, 'profiles');
  await hand.find(page, '[data-profile-id]');
  expect(await listed(page)).toHaveLength(1);
  const again = await newOptions();
  await screen(again, 'profiles');
});

test('a damaged key is told before a passphrase is asked for, and a reset leads out of it', async () => {
  const { hand } = session;
  await click(session.options, 'lock');
  await screen(session.options, 'locked');
  await inStorage(session.options, async (local) => {
    const { vault } = (await local.get(null)) as { vault: { key: object } };
    await local.set({ vault: { ...vault, check: 'AAAA' } });
  });
  const page = await newOptions();
  await hand.find(page, '[data-trouble="key-damaged"]');
  expect(await page.$('[name="passphrase"]')).toBeNull();
  await click(page, 'begin-anew');
  await hand.type(page, '[name="word"]', 'reset');
  await click(page, 'reset-vault');
  await screen(page, 'welcome');
});

test('two windows that edit at once keep what both have saved, and ask where both changed the same', async () => {
  const { options, hand } = session;
  const other = await newOptions();
  for (const page of [options, other]) {
    await page.bringToFront();
    const row = await hand.find(page, '[data-action="open-profile"] ::-p-text(Portainer)');
    await row.click();
    await click(page, 'edit-profile');
  }
  await hand.retype(other, '[name="clientId"]', 'client-of-the-second-window');
  await hand.retype(other, '[name="name"]', 'Portainer at work');
  await click(other, 'save-profile');
  await screen(other, 'profile');
  await options.bringToFront();
  await hand.retype(options, '[name="clientId"]', 'client-of-the-first-window');
  await hand.retype(options, '[name="scopes"]', 'openid email');
  await click(options, 'save-profile');
  await hand.find(options, '[data-message="changedElsewhere"]');
  await click(options, 'save-profile');
  await screen(options, 'profile');
  const shelf = await options.evaluate(`chrome.runtime.sendMessage({ type: 'shelf.read' })`);
  const { profiles } = (shelf as { value: { profiles: object[] } }).value;
  expect(profiles).toContainEqual(
    expect.objectContaining({
      name: 'Portainer at work',
      clientId: 'client-of-the-first-window',
      scopes: ['openid', 'email'],
    }),
  );
});

test('what is typed in popup and tab at once is kept for each, and a secret both have typed is asked about', async () => {
  const { options, hand } = session;
  const under = await session.newPage();
  const edit = async (page: Page): Promise<void> => {
    await (await hand.find(page, '[data-action="open-profile"] ::-p-text(Portainer)')).click();
    await click(page, 'edit-profile');
  };
  const type = async (page: Page, where: string): Promise<void> => {
    await hand.retype(page, '[name="name"]', `Typed in the ${where}`);
    await hand.type(page, '[name="clientSecret"]', `test-secret-of-the-${where}`);
  };
  await options.bringToFront();
  await edit(options);
  await type(options, 'tab');
  let popup = await session.chromium.openPopup(under);
  await edit(popup);
  const name = await hand.find(popup, '[name="name"]');
  expect(await name.evaluate((field) => (field as HTMLInputElement).value)).toBe('Portainer');
  await type(popup, 'popup');
  await popup.close();
  await options.bringToFront();
  await click(options, 'save-profile');
  await screen(options, 'profile');
  popup = await session.chromium.openPopup(under);
  await hand.find(popup, '[data-notice="draft-restored"]');
  await click(popup, 'save-profile');
  await hand.find(popup, '[data-message="clientSecretElsewhere"]');
  await hand.find(popup, '[data-message="changedElsewhere"] ::-p-text(Typed in the tab)');
  await click(popup, 'save-profile');
  await screen(popup, 'profiles');
  await popup.waitForSelector('[data-action="open-profile"] ::-p-text(Typed in the popup)');
  const left = await options.evaluate('chrome.storage.session.get(null)');
  expect(Object.keys(left as object)).not.toContain('item:drafts');
});
