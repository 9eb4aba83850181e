/** Import in a real browser: from authentik's own page to profiles, of which one fills an app; nothing typed. */
import { expect, test } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { appSteps, pressSave } from '../../scripts/demo/apps.ts';
import { signInToAuthentik } from '../driver/authentik-sign-in.ts';
import { findBarriers } from '../driver/axe.ts';
import { theSecret, withoutSecret } from '../driver/saves.ts';
import { type Authentik, createAuthentik } from '../standins/authentik/create-authentik.ts';
import { createPortainer } from '../standins/portainer/portainer.ts';
import type { ProviderSettings } from '../standins/standin.ts';
import { openSession, outcomes, type Session } from './session.ts';

const user = { username: 'jane', email: 'jane@company.test', name: 'Jane Doe' };
const view = 'ak-provider-oauth2-view';
const form = `${view} >>> ak-provider-oauth2-form`;
let session: Session;

test.beforeAll(async () => {
  session = await openSession([]);
});
test.afterEach(() => session.closePages());
test.afterAll(() => session.close());

function client(slug: string): ProviderSettings {
  return {
    slug,
    clientId: `test-client-${slug}`,
    clientSecret: `test-secret-of-${slug}`,
    redirectUris: [`https://${slug}.company/`],
    subjectMode: 'hashed_user_id',
    issuerMode: 'per_provider',
  };
}

/** Signed in at a page of authentik's interface for administrators. */
async function openAdmin(authentik: Authentik, hash: string): Promise<Page> {
  const page = await session.newPage();
  await page.goto(`${authentik.baseUrl}/if/admin/`);
  await signInToAuthentik(page, session.hand, user.username);
  await page.goto(`${authentik.baseUrl}/if/admin/${hash}`);
  return page;
}

/** From authentik's page through the popup to the list of its clients. */
async function openImport(page: Page): Promise<Page> {
  const { hand, chromium } = session;
  const popup = await chromium.openPopup(page);
  const card = await hand.find(popup, '[data-card="authentik"]');
  if (await card.$('[data-action="connect-authentik"]')) await hand.click(popup, '[data-action="connect-authentik"]');
  const opened = chromium.browser.waitForTarget((target) => target.url().includes('/authentik.html'));
  await hand.click(popup, '[data-action="import-clients"]');
  return (await opened).asPage();
}

/** In the light as a whole, in the dark its colours. */
async function barriersIn(task: Page): Promise<string[]> {
  const found = await findBarriers(task);
  await task.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: 'dark' },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
  found.push(...(await findBarriers(task, { coloursAlone: true })));
  await task.emulateMediaFeatures([]);
  return found;
}

test('what the page shows is ticked; the profile that comes of it fills Portainer with the right secret', async () => {
  const { hand } = session;
  const authentik = await session.stage(createAuthentik({ user, providers: ['crm', 'portainer', 'wiki'].map(client) }));
  const page = await openAdmin(authentik, '#/core/providers/2;%7B%22page%22%3A%22page-overview%22%7D');
  const task = await openImport(page);
  const first = await hand.find(task, '[data-group="new"] [data-entry]:has(:checked)');
  expect(await first.evaluate(({ textContent }) => textContent)).toContain('test-client-portainer');
  expect(await task.$$('[data-entry]')).toHaveLength(3);
  expect(await task.$$('[data-entry] :checked')).toHaveLength(1);
  expect(await barriersIn(task)).toEqual([]);
  await hand.click(task, '[data-action="import-clients"]');
  await hand.find(task, '[data-notice="imported"]');
  expect(await barriersIn(task)).toEqual([]);
  expect(authentik.writes).toEqual([]);

  const portainer = await session.stage(createPortainer());
  const app = await session.newPage();
  await appSteps.portainer.openSettings(app, hand, portainer);
  await session.bind(app, { name: 'portainer' });
  expect(outcomes(await session.fill(app, portainer))).toMatchObject({ client_id: 'filled', client_secret: 'filled' });
  await pressSave(app, hand, 'portainer', portainer);
  const saved = withoutSecret(portainer.writes[0]?.body, client('portainer').clientSecret);
  expect(saved).toMatchObject({ OAuthSettings: { ClientID: 'test-client-portainer', ClientSecret: theSecret } });
});

test('a secret that the API keeps to itself comes from the form that is open, or is asked for by hand', async () => {
  const { hand } = session;
  const authentik = await session.stage(
    createAuthentik({ user, hidesSecrets: true, providers: ['files', 'plans'].map(client) }),
  );
  const page = await openAdmin(authentik, '#/core/providers/1');
  await hand.click(page, `>>> ${view} >>> button[slot="trigger"]`);
  await hand.find(page, `>>> ${form} >>> input[name="clientId"]`);
  // No version has been seen that has the field and an API without the secret: the field is put in here.
  await page.$eval(
    `>>> ${form}`,
    ({ shadowRoot }, value) => {
      const field = document.createElement('input');
      Object.assign(field, { type: 'password', name: 'clientSecret', value });
      shadowRoot?.append(field);
    },
    client('files').clientSecret,
  );

  const task = await openImport(page);
  await hand.find(task, '[data-notice="lacks-secrets"]');
  await hand.click(task, '[data-group="new"] input[name="all"]');
  await hand.click(task, '[data-action="import-clients"]');
  await hand.find(task, '[data-notice="imported"]');
  const lacking = await task.$$eval('[data-group="lacking"] li', (rows) => rows.map(({ textContent }) => textContent));
  expect(lacking).toEqual([expect.stringContaining('plans')]);
  const opened = session.chromium.browser.waitForTarget((target) => target.url().includes('/options.html#edit='));
  await hand.click(task, '[data-action="paste-secret"]');
  const editor = await (await opened).asPage();
  await hand.find(editor, '[data-screen="edit"] input[name="clientSecret"]');
  expect(await editor.$eval('input[name="slug"]', ({ value }) => value)).toBe('plans');
});
