/** The stand-in of Palmr in a real browser has the traps of the real page (page sheet palmr.md), without any extension. */
import { expect, test } from '@playwright/test';
import puppeteer, { type Browser, type BrowserContext, type Page } from 'puppeteer-core';
import { findBrowser } from '../../scripts/browsers/find.ts';
import { createAuthentik } from '../standins/authentik/create-authentik.ts';
import type { PalmrOptions } from '../standins/palmr/options.ts';
import { createPalmr } from '../standins/palmr/palmr.ts';
import { createServer, type StandInServer } from '../standins/server.ts';
import type { ProviderSettings, StandIn } from '../standins/standin.ts';
import { cardHead, inRow, penOf, stateOf } from './palmr-form.ts';

const user = { username: 'jane', email: 'jane@company.test', name: 'Jane Doe' };
const client = { clientId: 'test-client-palmr', clientSecret: 'test-secret-of-palmr' };
const callback = 'https://palmr.company/api/auth/providers/authentik/callback';
const provider: ProviderSettings = {
  slug: 'palmr',
  ...client,
  redirectUris: [callback],
  subjectMode: 'hashed_user_id',
  issuerMode: 'per_provider',
};

let server: StandInServer;
let browser: Browser;
let context: BrowserContext;
let palmr: StandIn;

test.beforeAll(async () => {
  server = await createServer();
  const rules = server.hosts.map((host) => `MAP ${host}:443 127.0.0.1:${server.port}`);
  browser = await puppeteer.launch({
    executablePath: findBrowser('chromium') ?? '',
    defaultViewport: { width: 1280, height: 1400 },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      `--host-resolver-rules=${[...rules, 'MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1'].join(',')}`,
      `--ignore-certificate-errors-spki-list=${server.spki}`,
    ],
  });
});
test.afterEach(() => context.close());
test.afterAll(async () => {
  await browser.close();
  await server.close();
});

async function openSettings(options: PalmrOptions = {}): Promise<Page> {
  palmr = createPalmr({ backchannel: server.backchannel, users: [user], ...options });
  server.add(palmr);
  context = await browser.createBrowserContext();
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(palmr.settingsUrl);
  return page;
}

const pen = penOf('authentik');
const form = inRow('/div[2]');
const enabled = inRow('/div[1]//button[@role="switch"]');
const save = inRow('/div[2]//div[contains(@class, "justify-end")]/button[2]');

async function openRow(page: Page): Promise<void> {
  await page.waitForSelector('#hideDisabledProviders');
  await page.click(cardHead);
  await page.waitForSelector(pen, { visible: true });
  await page.click(pen);
}

/** One event of the open form: typing into its n-th input or the scopes, Enter there, its switch, a tag's cross. */
type Step =
  | [kind: 'type', place: number, text: string]
  | [kind: 'scope', text: string]
  | [kind: 'enter' | 'switch']
  | [kind: 'cross', place: number];

/** Does the steps in one turn of the event loop, or each in one of its own. */
async function perform(page: Page, turn: 'together' | 'apart', ...steps: Step[]): Promise<void> {
  const opened = await page.waitForSelector(form);
  await opened?.evaluate(
    async (element, wanted, isApart) => {
      if (!(element instanceof Element)) return;
      const inputs = element.querySelectorAll<HTMLInputElement>('input[data-slot="input"]');
      const scopes = element.querySelector<HTMLInputElement>('div[data-slot="input"] > input');
      const crosses = element.querySelectorAll<HTMLElement>('div[data-slot="input"] [data-slot="badge"] button');
      const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
      const write = (input: HTMLInputElement | null | undefined, text: unknown): void => {
        setValue?.call(input, text);
        input?.dispatchEvent(new InputEvent('input', { bubbles: true }));
      };
      const doing = {
        type: (place: unknown, text: unknown) => write(inputs[Number(place)], text),
        scope: (text: unknown) => write(scopes, text),
        enter: () => scopes?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true })),
        switch: () => element.querySelector<HTMLElement>('[role="switch"]')?.click(),
        cross: (place: unknown) => crosses[Number(place)]?.click(),
      };
      for (const [kind, ...rest] of wanted) {
        doing[kind](rest[0], rest[1]);
        if (isApart) await new Promise((resolve) => setTimeout(resolve));
      }
    },
    steps,
    turn === 'apart',
  );
}

const counters = (page: Page) => page.evaluate(() => JSON.parse(JSON.stringify(Reflect.get(window, 'standIn'))));
const typed: Step[] = [
  ['type', 0, 'https://authentik.company'],
  ['type', 1, client.clientId],
  ['type', 2, client.clientSecret],
];
const noPress = { save: 0, switch: 0, drag: 0, harmless: { cancel: 0 } };

test('the lost update: a tag and an input in one turn lose the tag, with a turn between they stay', async () => {
  const page = await openSettings();
  await openRow(page);
  await perform(page, 'together', ['scope', 'groups'], ['enter'], ['type', 1, 'one']);
  expect(await stateOf(page)).toMatchObject({ scope: 'openid profile email', clientId: 'one' });
  await perform(page, 'apart', ['scope', 'groups'], ['enter'], ['type', 1, 'two']);
  expect(await stateOf(page)).toMatchObject({ scope: 'openid profile email groups', clientId: 'two' });
  expect(await counters(page)).toEqual(noPress);
  expect(palmr.writes).toEqual([]);
});

test('the lost update: a switch jumps back, and of two tags removed one comes back', async () => {
  const page = await openSettings();
  await openRow(page);
  await perform(page, 'together', ['switch'], ['type', 1, 'one']);
  expect(await stateOf(page)).toMatchObject({ autoRegister: true, clientId: 'one' });
  await perform(page, 'apart', ['switch'], ['type', 1, 'two']);
  expect(await stateOf(page)).toMatchObject({ autoRegister: false, clientId: 'two' });
  await perform(page, 'together', ['cross', 0], ['cross', 1]);
  expect(await stateOf(page)).toMatchObject({ scope: 'openid email' });
});

test('three inputs in one turn are fine', async () => {
  const page = await openSettings();
  await openRow(page);
  await perform(page, 'together', ...typed);
  expect(await stateOf(page)).toMatchObject({ issuerUrl: 'https://authentik.company', ...client });
});

test('a value that React knows already is shown and not kept', async () => {
  const page = await openSettings();
  await openRow(page);
  await page.$eval(inRow('//input'), (input) => {
    if (!(input instanceof HTMLInputElement)) return;
    input.value = 'https://authentik.company';
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  });
  expect(await stateOf(page)).toMatchObject({ issuerUrl: 'https://your-authentik.domain.com' });
});

test('scopes typed with a blank become one tag, which is split and so stands there twice', async () => {
  const page = await openSettings();
  await openRow(page);
  await perform(page, 'apart', ['scope', 'openid groups'], ['enter'], ['scope', 'email'], ['enter']);
  const tags = await page.$$eval('[data-slot="badge"]', (all) => all.map((tag) => tag.textContent));
  expect(tags).toEqual(['openid', 'profile', 'email', 'openid', 'groups']);
});

test('typed, saved and switched on, it logs in; Save sends the form, the switch itself alone', async () => {
  const page = await openSettings();
  server.add(createAuthentik({ user, providers: [provider] }));
  await openRow(page);
  await perform(page, 'together', ...typed);
  expect(await page.$eval('.font-mono', (element) => element.textContent)).toBe(callback);
  const sent = await stateOf(page);
  await page.click(save);
  await page.waitForSelector(form, { hidden: true });
  await page.waitForSelector(`${enabled}`, { visible: true });
  await page.click(enabled);
  await page.waitForSelector('[role="switch"][data-state="checked"]:not([disabled])');
  expect(palmr.writes.map(({ body }) => body)).toEqual([sent, { enabled: true }]);
  expect(await counters(page)).toEqual({ ...noPress, save: 1, switch: 1 });
  expect(await logIn()).toBe('jane');
  palmr.tamper('client_secret', 'test-secret-of-nobody');
  expect(await logIn()).toBeNull();
  expect(palmr.lastLoginError()).toContain('Token exchange failed');
});

/** Whom the app greets in a browser that knows nothing yet; null with an error on the login page. */
async function logIn(): Promise<string | null> {
  const visitor = await browser.createBrowserContext();
  const page = await visitor.newPage();
  await page.goto(palmr.loginUrl);
  await (await page.waitForSelector('[data-login="oidc"]'))?.click();
  const end = await page.waitForSelector('[data-signed-in], [data-login-error]');
  const greeted = await end?.evaluate((element) => element.getAttribute('data-signed-in'));
  await visitor.close();
  return greeted ?? null;
}

test('a refused Save keeps the form open', async () => {
  const page = await openSettings();
  await openRow(page);
  await perform(page, 'apart', ['type', 0, 'authentik.company']);
  await page.click(save);
  await page.waitForSelector('[data-sonner-toast]');
  expect(await stateOf(page)).toMatchObject({ issuerUrl: 'authentik.company' });
  expect(palmr.stored()['base_url']).toBe('https://your-authentik.domain.com');
});

test('drafts outlive the pen and are dropped by Cancel; the pen takes the form away', async () => {
  const page = await openSettings();
  await openRow(page);
  await perform(page, 'apart', ['type', 1, 'draft']);
  await page.click(pen);
  expect(await stateOf(page)).toBeNull();
  await page.click(pen);
  expect(await stateOf(page)).toMatchObject({ clientId: 'draft' });
  await page.click(inRow('/div[2]//div[contains(@class, "justify-end")]/button[1]'));
  await page.click(pen);
  expect(await stateOf(page)).toMatchObject({ clientId: '' });
  expect(await counters(page)).toEqual({ ...noPress, harmless: { cancel: 1 } });
});

test('disabled providers hidden: no row, or rows without any attribute for dragging', async () => {
  const page = await openSettings({ hideDisabled: true });
  await page.waitForSelector('#hideDisabledProviders[data-state="checked"]');
  expect(await page.$('svg.tabler-icon-edit, [data-rfd-droppable-id]')).toBeNull();
  await context.close();
  const other = await openSettings({ hideDisabled: true, startEnabled: true });
  await other.waitForSelector(pen);
  await other.waitForSelector('#hideDisabledProviders[data-state="checked"]');
  expect(await other.$('[data-rfd-draggable-id], [data-rfd-drag-handle-draggable-id]')).toBeNull();
});

test('a shown secret, a second callback in the Add form, a row added by hand, Arabic, 3.1', async () => {
  const page = await openSettings({
    version: '3.1.0',
    language: 'ar',
    secretShown: true,
    addForm: 'authentik',
    customProvider: 'manual',
  });
  await openRow(page);
  const types = await page.$$eval(inRow('/div[2]//input[@data-slot="input"]'), (inputs) =>
    inputs.map((input) => input.getAttribute('type')),
  );
  expect(types).toEqual([null, null, 'text']);
  const callbacks = await page.$$eval('.font-mono', (all) => all.map((element) => element.textContent));
  expect(callbacks).toEqual([callback, callback]);
  expect(await page.$$eval('svg.tabler-icon-trash', (bins) => bins.length)).toBe(1);
  expect(await page.$(inRow('//*[contains(@class, "tabler-icon-trash")]', 'my-authentik'))).not.toBeNull();
  expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl');
  expect(await page.$eval(inRow('//h3'), (heading) => heading.textContent)).toBe('Editar Provider: Authentik');
});

test('from the dashboard by the avatar’s menu without a page load; a visitor ends at the login page', async () => {
  const page = await openSettings();
  await page.goto('https://palmr.company/dashboard');
  await page.evaluate(() => Reflect.set(window, 'sameDocument', true));
  await (await page.waitForSelector('[data-slot="dropdown-menu-trigger"]'))?.click();
  await (await page.waitForSelector('[role="menuitem"][href="/settings"]'))?.click();
  await page.waitForSelector('#hideDisabledProviders');
  expect(await page.evaluate(() => Reflect.get(window, 'sameDocument'))).toBe(true);
  await context.close();
  const visitor = await openSettings({ startSignedIn: false });
  await visitor.waitForSelector('#password');
  expect(visitor.url()).toBe(palmr.loginUrl);
});

test('dragging a row saves the order at once', async () => {
  const page = await openSettings();
  await page.waitForSelector('#hideDisabledProviders');
  await page.click(cardHead);
  const handles = await page.$$('[data-rfd-drag-handle-draggable-id]');
  const [from, to] = [handles[0], handles[2]];
  if (from === undefined || to === undefined) throw new Error('Three rows can be dragged.');
  const start = await from.clickablePoint();
  const end = await to.clickablePoint();
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(end.x, end.y);
  await page.mouse.up();
  await expect.poll(() => palmr.writes.map(({ path }) => path)).toEqual(['/api/auth/providers/order']);
  expect(await counters(page)).toEqual({ ...noPress, drag: 1 });
});
