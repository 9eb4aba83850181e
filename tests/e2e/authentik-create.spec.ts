/** From a recognised page without a profile to a working login: the client is made in authentik by Latchkey alone. */
import { expect, test } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { appSteps, pressSave } from '../../scripts/demo/apps.ts';
import { signInToAuthentik } from '../driver/authentik-sign-in.ts';
import { findBarriers } from '../driver/axe.ts';
import { inPanel } from '../driver/panel.ts';
import { countSaves } from '../driver/saves.ts';
import { type Authentik, createAuthentik } from '../standins/authentik/create-authentik.ts';
import { createPortainer } from '../standins/portainer/portainer.ts';
import type { StandIn } from '../standins/standin.ts';
import { openSession, type Session } from './session.ts';

const user = { username: 'jane', email: 'jane@company.test', name: 'Jane Doe' };
const root = 'https://portainer.company/';
let session: Session;
let authentik: Authentik;
let isConnected = false;

test.beforeAll(async () => {
  session = await openSession([]);
});
test.afterEach(() => session.closePages());
test.afterAll(() => session.close());

/** An authentik that knows no app, connected by the administrator's own sign-in, and a Portainer that knows no authentik. */
async function stage(): Promise<{ page: Page; portainer: StandIn }> {
  const { hand, server } = session;
  const portainer = createPortainer({ backchannel: server.backchannel, users: [user.username] });
  server.add(portainer);
  authentik = await session.stage(createAuthentik({ user, providers: [] }));
  const admin = await session.newPage();
  await admin.goto(`${authentik.baseUrl}/if/admin/`);
  await signInToAuthentik(admin, hand, user.username);
  if (!isConnected) {
    await session.inPopup(admin, async (popup) => {
      await hand.click(popup, '[data-action="connect-authentik"]');
      await popup.waitForFunction(() => document.querySelector('[data-action="connect-authentik"]') === null);
    });
  }
  isConnected = true;
  const page = await session.newPage();
  await appSteps.portainer.openSettings(page, hand, portainer);
  return { page, portainer };
}

/** The page that the popup opens, with the whole proposal on it. */
async function openProposal(page: Page): Promise<Page> {
  const { browser } = session.chromium;
  const opened = browser.waitForTarget((target) => target.url().includes('/authentik.html#create='));
  const popup = await session.chromium.openPopup(page);
  await session.hand.click(popup, '[data-action="create-in-authentik"]');
  const task = await (await opened).asPage();
  await session.hand.find(task, '[data-screen="create"] [data-action="create-client"]');
  return task;
}

test('a name that is taken meanwhile is named with another one, and nothing is made', async () => {
  const { hand } = session;
  const { page } = await stage();
  const task = await openProposal(page);
  const flows = authentik.catalogue.flows.map(({ pk }) => pk);
  const record = {
    ...{ name: 'Portainer', client_id: 'test-client', client_secret: 'test-secret', client_type: 'public' as const },
    ...{ redirect_uris: [], sub_mode: 'user_id' as const, issuer_mode: 'global' as const, signing_key: null },
    ...{
      property_mappings: [],
      authorization_flow: flows[0] ?? '',
      invalidation_flow: flows[1] ?? '',
      grant_types: [],
    },
  };
  authentik.registry.addProvider(record);
  await hand.click(task, '[data-action="create-client"]');
  await hand.find(task, '[data-end="taken"]');
  await hand.click(task, '[data-action="take-free"]');
  expect(await task.$eval('input[name="name"]', (input) => (input as HTMLInputElement).value)).toBe('Portainer 2');
  expect(authentik.registry.applications.size).toBe(0);
});

test('Portainer, from nothing to a login, with six presses', async () => {
  const { hand } = session;
  const { page, portainer } = await stage();
  const task = await openProposal(page);
  expect(authentik.writes).toEqual([]);
  expect(await findBarriers(task)).toEqual([]);
  expect(await task.$eval('[data-key="redirectUris"]', ({ textContent }) => textContent)).toContain(root);
  await hand.click(task, '[data-action="create-client"]');

  // Latchkey brings the page back by itself, at the question for the method.
  await hand.click(page, inPanel('[data-view="method"] [data-action="switch-method"]'));
  await hand.click(page, inPanel('[data-view="preview"] [data-action="fill"]'));
  await hand.find(page, inPanel('[data-view="report"]'));
  expect(await page.evaluate(() => document.visibilityState)).toBe('visible');
  expect(await task.$eval('[data-end]', (end) => end.getAttribute('data-end'))).toBe('made');
  expect(await findBarriers(task)).toEqual([]);
  expect(await countSaves(page, portainer)).toBe(0);
  await pressSave(page, hand, 'portainer', portainer);

  expect(authentik.writes.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'PUT /api/v3/core/transactional/applications/',
  ]);
  const made = authentik.settings('portainer');
  expect(made).toMatchObject({ redirectUris: [root], subjectMode: 'hashed_user_id', issuerMode: 'per_provider' });
  expect(made.clientId).toMatch(/^[A-Za-z0-9]{40}$/);
  expect(made.clientSecret).toMatch(/^[A-Za-z0-9]{128}$/);
  expect(await task.content()).not.toContain(made.clientSecret);
  expect(await signedInAs(portainer)).toBe(user.username);
});

/** Whom the app greets, in a window that knows nothing yet. */
async function signedInAs(app: StandIn): Promise<string | null> {
  const context = await session.chromium.browser.createBrowserContext();
  const page = await context.newPage();
  await page.goto(app.loginUrl);
  await session.hand.click(page, '[data-login="oidc"]');
  const end = await page.waitForSelector('[data-signed-in], [data-error], [data-login-error]', { timeout: 15_000 });
  const name = (await end?.evaluate((element) => element.getAttribute('data-signed-in'))) ?? null;
  await context.close();
  return name;
}
