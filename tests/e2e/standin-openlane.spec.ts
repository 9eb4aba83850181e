/** The stand-in of Openlane as a browser shows it: every trap of page sheet openlane.md is really there. */
import { expect, test } from '@playwright/test';
import type { Browser, Page } from 'puppeteer-core';
import { Hand } from '../driver/hand.ts';
import { launchPlainChromium } from '../driver/plain-chromium.ts';
import { readingRights } from '../standins/authentik/api-tokens.ts';
import { createAuthentik } from '../standins/authentik/create-authentik.ts';
import { createOpenlane, type Openlane } from '../standins/openlane/openlane.ts';
import type { PageOptions } from '../standins/openlane/options.ts';
import { definitionIds } from '../standins/openlane/providers.ts';
import type { OpenlaneOptions } from '../standins/openlane/state.ts';
import { createServer, type StandInServer } from '../standins/server.ts';
import { baseUrlBox, button, field, openWizard, stateOf, tokenBox } from './openlane-form.ts';

const base = 'https://authentik.company';
const token = 'test-token-of-openlane';
const saved = { base_url: base, api_token: token };
const home = 'https://openlane.company/automation/integrations';
const hand = new Hand({ pastes: true });

let server: StandInServer;
let browser: Browser;

test.beforeAll(async () => {
  server = await createServer();
  const user = { username: 'jane', email: 'jane@company.test', name: 'Jane Doe' };
  const account = { key: token, username: 'svc-openlane', rights: readingRights, expired: false };
  server.add(createAuthentik({ user, providers: [], tokens: [{ ...account, intent: 'api' }] }));
  browser = await launchPlainChromium(server);
});
test.afterEach(async () => {
  const [first, ...others] = await browser.pages();
  await Promise.all(others.map((page) => page.close()));
  await first?.goto('about:blank');
});
test.afterAll(async () => {
  await browser.close();
  await server.close();
});

function stage(page: Partial<PageOptions> = {}, options: Partial<OpenlaneOptions> = {}): Openlane {
  const standIn = createOpenlane({ backchannel: server.backchannel, page: { delay: 50, ...page }, ...options });
  server.add(standIn);
  return standIn;
}

async function open(address: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(address);
  return page;
}

async function openForm(page?: Partial<PageOptions>): Promise<[Page, Openlane]> {
  const standIn = stage(page);
  const opened = await open(standIn.settingsUrl);
  await hand.find(opened, tokenBox);
  return [opened, standIn];
}

const count = (page: Page, selector: string) => page.$$eval(selector, (found) => found.length);

/** The badge, which stands at the end of the row with the instance's name. */
function badgeOf(page: Page): Promise<string[]> {
  return page.$$eval('.justify-between > .flex.items-center.gap-2 > [class*="badge-"]', (badges) =>
    badges.map(({ textContent }) => textContent ?? ''),
  );
}

async function waitForBadge(page: Page, words: string): Promise<void> {
  await expect.poll(() => badgeOf(page)).toContain(words);
}

test('a skeleton first, then the form, with ids, names and labels of the sheet', async () => {
  const standIn = stage({ delay: 400 });
  const page = await open(standIn.settingsUrl);
  await page.waitForSelector('[data-skeleton]');
  expect(await count(page, 'input')).toBe(0);
  await hand.find(page, tokenBox);
  expect(await page.title()).toMatch(/Integration$/);
  expect(await page.$eval('h2', ({ textContent }) => textContent)).toBe('Authentik');
  const labels = await page.$$eval('label', (all) => all.map(({ control, textContent }) => [control?.id, textContent]));
  expect(labels).toEqual([
    ['integration-config-credentials__baseUrl', 'Base URL*'],
    ['integration-config-credentials__token', 'API Token*'],
    ['integration-config-userInput__primaryDirectory', 'Primary Directory'],
    ['integration-config-userInput__disableGroupSync', 'Disable Group Sync'],
    ['integration-config-userInput__filterExpr', 'Filter Expression'],
  ]);
  const box = await page.$eval(tokenBox, (input) => [input.getAttribute('type'), input.getAttribute('autocomplete')]);
  expect(box).toEqual(['password', 'new-password']);
  expect(await count(page, 'form input[type="checkbox"]:not([name]):not([id])')).toBe(2);
});

test('what is saved comes from the form’s state, and the badge from authentik', async () => {
  const [page, standIn] = await openForm({ prompt: 'off' });
  await hand.type(page, baseUrlBox, ` ${base} `);
  await hand.type(page, tokenBox, token);
  await page.$eval(field('userInput__filterExpr'), (input) => {
    if (input instanceof HTMLInputElement) input.value = 'never heard by React';
  });
  const checking = page.waitForFunction(
    () => [...document.querySelectorAll('[class*="badge-"]')].some(({ textContent }) => textContent === 'Checking'),
    { polling: 'mutation' },
  );
  await hand.click(page, button('Save & Connect'));
  await checking;
  await waitForBadge(page, 'Healthy');
  expect(standIn.stored()).toMatchObject({ ...saved, primary_directory: false, filter: null });
  expect(standIn.health()).toBe('healthy');
  expect(standIn.presses()).toMatchObject({ submit: 1, save: 1, healthCheck: 0, switch: 0 });
  expect(standIn.writes).toHaveLength(1);
  expect(await page.$$eval('h3', (all) => all.map(({ textContent }) => textContent))).toContain('Add New Connection');
});

test('a value without an event is lost, one by script’s setter alone too; our world’s input event is heard', async () => {
  const [page] = await openForm();
  const set = (element: Element, heard: boolean) => {
    if (element instanceof HTMLInputElement) element.value = 'https://elsewhere.example';
    if (heard) element.dispatchEvent(new Event('input', { bubbles: true }));
  };
  await page.$eval(baseUrlBox, set, false);
  expect(await stateOf(page)).toMatchObject({ credentials__baseUrl: '' });
  await page.$eval(baseUrlBox, set, true);
  expect(await stateOf(page), 'React tracks the setter of its own world').toMatchObject({ credentials__baseUrl: '' });
  const isolated = await page.createCDPSession();
  const { frameTree } = await isolated.send('Page.getFrameTree');
  const world = await isolated.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id });
  const expression = `{ const box = document.querySelector('${baseUrlBox}'); box.value = '${base}';
    box.dispatchEvent(new Event('input', { bubbles: true })) }`;
  await isolated.send('Runtime.evaluate', { expression, contextId: world.executionContextId });
  expect(await stateOf(page)).toMatchObject({ credentials__baseUrl: base });
});

test('nothing is saved while a required field is empty; the error goes with the next input', async () => {
  const [page, standIn] = await openForm();
  await hand.type(page, baseUrlBox, base);
  await hand.click(page, button('Save & Connect'));
  await page.waitForSelector(`${tokenBox}[aria-invalid="true"]`);
  await hand.type(page, tokenBox, '   ');
  await page.waitForSelector(`${tokenBox}[aria-invalid="false"]`);
  await hand.click(page, button('Save & Connect'));
  await hand.find(page, '[data-toast="error"]');
  expect(standIn.writes).toEqual([]);
  expect(standIn.presses().submit).toBe(2);
});

test('folding the card takes the fields away and keeps what was typed', async () => {
  const [page] = await openForm();
  await hand.type(page, baseUrlBox, base);
  const head = '.cursor-pointer .text-sm.font-medium';
  await hand.click(page, head);
  await page.waitForSelector(tokenBox, { hidden: true });
  expect(await count(page, 'form input')).toBe(0);
  await hand.click(page, head);
  await hand.find(page, tokenBox);
  expect(await page.$eval(baseUrlBox, (input) => (input instanceof HTMLInputElement ? input.value : ''))).toBe(base);
});

test('the wizard doubles the id, shares the state, and closes when the page is pressed', async () => {
  const [page, standIn] = await openForm();
  await openWizard(page, hand);
  expect(await count(page, baseUrlBox)).toBe(2);
  expect(await page.$eval('body', ({ style }) => style.pointerEvents)).toBe('none');
  await hand.type(page, `[role="dialog"] ${baseUrlBox}`, base);
  const values = await page.$$eval(baseUrlBox, (all) =>
    all.map((box) => (box instanceof HTMLInputElement ? box.value : '')),
  );
  expect(values).toEqual([base, base]);
  await hand.click(page, `[role="dialog"] ${button('Next')}`);
  await hand.find(page, `[role="dialog"] ${tokenBox}`);
  await page.mouse.click(20, 880);
  await page.waitForSelector('[role="dialog"]', { hidden: true });
  expect(await stateOf(page)).toMatchObject({ credentials__baseUrl: base });
  expect(standIn.presses()).toMatchObject({ submit: 0, save: 0 });
});

test('the wizard’s last step saves without a submit button, and the offer of a primary directory follows', async () => {
  const [page, standIn] = await openForm({ options: 'primary-only' });
  await openWizard(page, hand);
  await hand.type(page, `[role="dialog"] ${baseUrlBox}`, base);
  await hand.click(page, button('Next'));
  await hand.type(page, `[role="dialog"] ${tokenBox}`, token);
  await hand.click(page, button('Next'));
  await hand.click(page, `[role="dialog"] ${button('Save & Connect')}`);
  await hand.find(page, `[role="dialog"] ${button('Not now')}`);
  await waitForBadge(page, 'Healthy');
  await hand.click(page, button('Not now'));
  await page.waitForSelector('[role="dialog"]', { hidden: true });
  expect(standIn.stored()).toMatchObject({ ...saved, primary_directory: false });
  expect(standIn.presses()).toMatchObject({ save: 1, submit: 0, primary: 0 });
});

test('with an instance the card starts folded, and the sheet has forms of its own', async () => {
  const standIn = stage({}, { installed: { ...saved, primary_directory: true } });
  const page = await open(standIn.settingsUrl);
  await waitForBadge(page, 'Healthy');
  expect(await badgeOf(page)).toEqual(['Primary Directory', 'Healthy']);
  expect(await count(page, tokenBox)).toBe(0);
  await hand.click(page, button('Configure'));
  await hand.find(page, `[role="dialog"] ${tokenBox}`);
  expect(await page.$eval('[role="dialog"] h2', ({ textContent }) => textContent)).toBe('Update Authentik');
  expect(await stateOf(page, 'credentials')).toEqual({ credentials__baseUrl: base, credentials__token: '' });
  expect(await stateOf(page)).not.toHaveProperty('credentials__baseUrl');
  expect(await stateOf(page, 'settings')).toBeNull();
  await hand.click(page, '[role="tab"]:not([data-state="active"])');
  await hand.find(page, `[role="dialog"] ${field('userInput__primaryDirectory')}[aria-checked="true"]`);
  expect(await count(page, tokenBox)).toBe(0);
  await page.mouse.click(20, 880);
  await page.waitForSelector('[role="dialog"]', { hidden: true });
});

test('a client’s secret in the sheet is saved, and the next check needs attention', async () => {
  const standIn = stage({}, { installed: saved });
  const page = await open(standIn.settingsUrl);
  await waitForBadge(page, 'Healthy');
  await hand.click(page, button('Configure'));
  await hand.type(page, `[role="dialog"] ${tokenBox}`, 'test-secret-of-a-client');
  await hand.click(page, button('Save Credentials'));
  await page.waitForSelector('[role="dialog"]', { hidden: true });
  expect(await badgeOf(page), 'no check of its own').toEqual(['Healthy']);
  await hand.click(page, button('Health Check'));
  await waitForBadge(page, 'Needs Attention');
  expect(standIn.lastLoginError()).toContain('Token invalid/expired');
  expect(standIn.presses()).toMatchObject({ saveCredentials: 1, healthCheck: 1, save: 0 });
});

test('the newest console says the kept status, and a refused Save leaves a message and no instance', async () => {
  const newest: Partial<PageOptions> = { badge: 'status', labels: 'labelledby', options: 'operation-settings' };
  const standIn = stage(newest, { backEnd: 'joins', saving: 'checked' });
  const page = await open(standIn.settingsUrl);
  await hand.type(page, baseUrlBox, base);
  await hand.type(page, tokenBox, 'test-secret-of-a-client');
  await hand.click(page, button('Save & Connect'));
  await hand.find(page, '[data-toast="error"]');
  expect(await badgeOf(page)).toEqual([]);
  expect(await page.$eval('[data-toast="error"]', ({ textContent }) => textContent)).toContain('validation failed');
  expect(await stateOf(page)).toHaveProperty('operationConfig__DirectorySync__filterExpr', '');
  const named = await page.$eval(tokenBox, (box) => box.getAttribute('aria-labelledby'));
  expect(await page.$$eval('label', (all) => all.flatMap(({ id, control }) => (control ? [] : [id])))).toContain(named);
  await hand.retype(page, tokenBox, token);
  await hand.click(page, button('Save & Connect'));
  await waitForBadge(page, 'Healthy');
  expect(standIn.health(), 'nobody has asked yet').toBeNull();
});

test('the list leads to Authentik behind "See all"; Zitadel has the same ids under its own heading', async () => {
  stage();
  const page = await open(home);
  await hand.find(page, button('See all'));
  const card = (id: string) => `[data-definition="${id}"] ${button('View')}`;
  expect(await count(page, card(definitionIds.authentik))).toBe(0);
  await hand.click(page, button('See all'));
  await hand.click(page, card(definitionIds.zitadel));
  await hand.find(page, tokenBox);
  expect(page.url()).toBe(`${home}/${definitionIds.zitadel}`);
  expect(await page.$eval('h2', ({ textContent }) => textContent)).toBe('Zitadel');
  expect(await count(page, baseUrlBox)).toBe(1);
  await page.goBack();
  await hand.click(page, button('See all'));
  await hand.click(page, card(definitionIds.authentik));
  await hand.find(page, tokenBox);
  expect(await page.$eval('h2', ({ textContent }) => textContent)).toBe('Authentik');
});

const variants: { page: Partial<PageOptions>; selector: string; found: number }[] = [
  { page: { role: 'read-only' }, selector: 'form', found: 0 },
  { page: { provider: 'inactive' }, selector: `${button('Save & Connect')}:disabled`, found: 1 },
  { page: { options: 'primary-only' }, selector: '[id*="userInput__"]', found: 1 },
  { page: { definition: 'other-id' }, selector: tokenBox, found: 1 },
  { page: { path: 'organization-settings' }, selector: tokenBox, found: 1 },
];

for (const { page: options, selector, found } of variants) {
  test(`${Object.entries(options).flat().join(' ')}: ${found} of ${selector}`, async () => {
    const standIn = stage(options);
    const page = await open(standIn.settingsUrl);
    await page.waitForFunction(() => document.querySelector('h2')?.textContent === 'Authentik');
    await expect.poll(() => count(page, selector)).toBe(found);
  });
}

test('the old path is moved to the new one', async () => {
  stage();
  const page = await open(`https://openlane.company/organization-settings/integrations/${definitionIds.authentik}`);
  await hand.find(page, tokenBox);
  expect(page.url()).toBe(`${home}/${definitionIds.authentik}`);
});
