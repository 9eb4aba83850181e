/** Connecting an authentik: with the administrator's session on its own page, by an API token, and when neither will do. */
import { expect, test } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { signInToAuthentik } from '../driver/authentik-sign-in.ts';
import { type Authentik, type AuthentikOptions, createAuthentik } from '../standins/authentik/create-authentik.ts';
import { openSession, type Session } from './session.ts';

const user = { username: 'jane', email: 'jane@company.test', name: 'Jane Doe' };
const superuser = { username: user.username, rights: [], isSuperuser: true };
const apiToken = 'TEST-token-of-an-administrator-0001';
let session: Session;

test.beforeAll(async () => {
  session = await openSession([]);
});
test.afterEach(() => session.closePages());
test.afterAll(() => session.close());

function stage(options: Partial<AuthentikOptions> = {}): Promise<Authentik> {
  return session.stage(createAuthentik({ user, providers: [], ...options }));
}

async function openAdmin(authentik: Authentik): Promise<Page> {
  const page = await session.newPage();
  await page.goto(`${authentik.baseUrl}/if/admin/`);
  return page;
}

const textOf = async (page: Page, selector: string): Promise<string> =>
  (await session.hand.find(page, selector)).evaluate(({ textContent }) => textContent ?? '');

/** The page of a task that the popup opens. */
async function taskPage(open: () => Promise<void>): Promise<Page> {
  const { browser } = session.chromium;
  const opened = browser.waitForTarget((target) => target.url().includes('/authentik.html'));
  await open();
  return (await opened).asPage();
}

test('with the sign-in of its own page, under a sub-path; nothing is asked of it before the press', async () => {
  const { hand } = session;
  const authentik = await stage({ basePath: '/sso' });
  const page = await openAdmin(authentik);
  await session.inPopup(page, async (popup) => {
    await hand.find(popup, '[data-card="authentik"] [data-notice="signed-out"]');
  });
  await signInToAuthentik(page, hand, user.username);
  await session.inPopup(page, async (popup) => {
    const card = await hand.find(popup, `[data-card="authentik"][data-base-url="${authentik.baseUrl}"]`);
    expect(await card.$('[data-notice]')).toBeNull();
    await hand.click(popup, '[data-action="connect-authentik"]');
    await popup.waitForFunction(() => document.querySelector('[data-action="connect-authentik"]') === null);
  });
  expect(authentik.writes).toEqual([]);

  const task = await session.newPage();
  await task.goto(`${session.chromium.pageUrl('authentik.html')}#connect=${encodeURIComponent(authentik.baseUrl)}`);
  expect(await textOf(task, '[data-account="jane"]')).toContain('authentik.company');
  // Where no page of authentik is open, Latchkey opens one.
  await page.close();
  await task.reload();
  expect(await textOf(task, '[data-account="jane"]')).toContain('authentik.company');
  authentik.endSessions();
  await task.reload();
  await hand.find(task, '[data-notice="signed-out"], [data-notice="not-signed-in"]');
});

test('by an API token from the vault, without any page of authentik; and one that is wrong is named', async () => {
  const { hand } = session;
  const authentik = await stage();
  authentik.addToken({ key: apiToken, ...superuser, intent: 'api', expired: false });
  const page = await openAdmin(authentik);
  await signInToAuthentik(page, hand, user.username);
  const task = await taskPage(async () => {
    const popup = await session.chromium.openPopup(page);
    await hand.click(popup, '[data-action="connect-by-token"]');
  });
  await page.close();
  await hand.type(task, 'input[name="token"]', 'TEST-token-that-nobody-knows');
  await hand.click(task, '[data-action="connect-authentik"]');
  await hand.find(task, '[data-notice="not-signed-in"]');
  await hand.retype(task, 'input[name="token"]', apiToken);
  await hand.click(task, '[data-action="connect-authentik"]');
  await hand.find(task, '[data-account="jane"]');
  await task.goto('about:blank');
  await task.goto(`${session.chromium.pageUrl('authentik.html')}#connect=${encodeURIComponent(authentik.baseUrl)}`);
  expect(await textOf(task, '[data-account="jane"]')).toContain('API token');
});

test('a page that names another authentik than its address is not connected', async () => {
  const authentik = await stage({ admin: { saidBase: 'https://evil.test/' } });
  const page = await openAdmin(authentik);
  await signInToAuthentik(page, session.hand, user.username);
  await session.inPopup(page, async (popup) => {
    const card = await session.hand.find(popup, '[data-card="authentik"]');
    expect(await card.$('[data-notice="foreign-base"]')).not.toBeNull();
    expect(await card.$('[data-action="connect-authentik"]')).toBeNull();
  });
});
