/** A locked vault: the button is there, a press opens Latchkey's own window, and the page never sees a passphrase. */
import { expect, test } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { appSteps, pressSave } from '../../scripts/demo/apps.ts';
import { inPanel } from '../driver/panel.ts';
import { createPortainer } from '../standins/portainer/portainer.ts';
import type { StandIn } from '../standins/standin.ts';
import { openSession, passphrase, type Session, testProfile } from './session.ts';

const profile = testProfile('Portainer');
let session: Session;

test.beforeAll(async () => {
  session = await openSession([profile]);
});
test.afterEach(() => session.closePages());
test.afterAll(() => session.close());

/** A bound settings page, already on OAuth, with the vault locked by the popup since. */
async function openLocked(standIn: StandIn): Promise<Page> {
  await session.stage(standIn);
  standIn.tamper('method', 3);
  const page = await session.newPage();
  await appSteps.portainer.openSettings(page, session.hand, standIn);
  await session.bind(page, profile);
  await session.inPopup(page, async (popup) => {
    await session.hand.click(popup, '[data-action="lock"]');
    await session.hand.find(popup, '[data-screen="locked"]');
  });
  return page;
}

/** Presses a control of the page that leads to the unlock window, and gives the window. */
async function openWindow(page: Page, action: string): Promise<Page> {
  const opened = session.chromium.browser.waitForTarget((target) => target.url().endsWith('/unlock.html'));
  await session.hand.click(page, inPanel(`[data-action="${action}"]`));
  const window = await (await opened).asPage();
  await session.hand.find(page, inPanel('[data-message="locked"]'));
  expect(await page.$(inPanel('[data-message="locked"] input')), 'nothing to type into in the page').toBeNull();
  return window;
}

async function unlock(screen: Page): Promise<void> {
  await session.hand.type(screen, 'input[name="passphrase"]', passphrase);
  await session.hand.click(screen, '[data-action="unlock"]');
}

test('the press opens the unlock window, and after it the preview opens by itself', async () => {
  const standIn = createPortainer();
  const page = await openLocked(standIn);
  const window = await openWindow(page, 'open');
  const closed = new Promise((resolve) => window.once('close', resolve));
  await unlock(window);
  await closed;
  await page.bringToFront();
  await session.hand.find(page, inPanel('[data-view="preview"]'));
  await session.fillPreviewed(page, standIn);
  await pressSave(page, session.hand, 'portainer', standIn);
  expect(standIn.stored()).toMatchObject({ client_id: profile.clientId, scopes: 'email openid profile' });
});

test('the button is on a page that was opened while the vault was locked', async () => {
  const standIn = createPortainer();
  await (await openLocked(standIn)).close();
  const page = await session.newPage();
  await appSteps.portainer.openSettings(page, session.hand, standIn);
  const window = await openWindow(page, 'open');
  await unlock(window);
  await page.bringToFront();
  await session.hand.find(page, inPanel('[data-view="preview"]'));
});

test('an unlock window that was closed surprises nobody, and the page goes on by a press after an unlock elsewhere', async () => {
  const page = await openLocked(createPortainer());
  await (await openWindow(page, 'open')).close();
  await page.bringToFront();
  await (await openWindow(page, 'unlock')).close();
  await session.inPopup(page, async (popup) => {
    await unlock(popup);
    await session.hand.find(popup, '[data-screen="site"]');
  });
  expect(await page.$(inPanel('[data-view="preview"]'))).toBeNull();
  await session.hand.click(page, inPanel('[data-action="unlock"]'));
  await session.hand.find(page, inPanel('[data-view="preview"]'));
});

test('a lock in the popup reaches a form in a tab behind: its secret is gone, the rest comes back', async () => {
  const { hand } = session;
  const options = await session.newPage();
  await options.goto(session.chromium.pageUrl('options.html'));
  await hand.click(options, '[data-action="add-profile"]');
  await hand.type(options, 'input[name="name"]', 'Half typed');
  await hand.type(options, 'input[name="clientSecret"]', 'test-secret-half-typed');
  const page = await session.newPage();
  await session.inPopup(page, async (popup) => {
    await hand.click(popup, '[data-action="lock"]');
    await hand.find(popup, '[data-screen="locked"]');
  });
  await options.waitForFunction(() => document.querySelector('[data-screen="locked"]') !== null, { polling: 100 });
  expect(await options.evaluate(() => document.hidden), 'never looked at').toBe(true);
  await options.bringToFront();
  await unlock(options);
  await hand.find(options, '[data-message="clientSecretTaken"]');
  expect(await options.$eval('input[name="name"]', ({ value }) => value)).toBe('Half typed');
  expect(await options.$eval('input[name="clientSecret"]', ({ value }) => value)).toBe('');
  await hand.click(options, '[data-action="cancel-edit"]');
});
