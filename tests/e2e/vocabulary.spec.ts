/** Every kind of control and every spelling the recipe language has, on real controls: what counts is the app's state. */
import { expect, test } from '@playwright/test';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { findBrowser } from '../../scripts/browsers/find.ts';
import { sampleSecrets, sampleValues } from '../../scripts/coverage/sample.ts';
import { acme } from '../probe/acme/recipe.ts';
import { type EngineWorld, engineIn } from '../probe/engine-world.ts';
import { bundle } from '../standins/bundle.ts';

const address = 'https://acme.company/settings/sso';
const trial = {
  recipes: [acme],
  values: { ...sampleValues, scopes: ['openid', 'email', 'profile', 'entitlements'] },
  secrets: { client_secret: sampleSecrets.client_secret },
  choices: {},
};
let browser: Browser;

test.beforeAll(async () => {
  browser = await puppeteer.launch({
    executablePath: findBrowser('chromium') ?? '',
    headless: true,
    pipe: true,
    args: ['--no-sandbox', '--disable-gpu', '--host-resolver-rules=MAP * ~NOTFOUND'],
  });
});

test.afterAll(() => browser.close());

/** The made-up app as it starts, or in one of its variants. */
async function open(variant = ''): Promise<{ page: Page; engine: EngineWorld }> {
  const page = await browser.newPage();
  const script = await bundle(new URL('../probe/acme/page.jsx', import.meta.url));
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const body = `<!doctype html><title>Acme</title><body><div id="root"></div><script>${script}</script></body>`;
    void request.respond({ contentType: 'text/html; charset=utf-8', body });
  });
  await page.goto(address + variant);
  await page.waitForSelector('form#sso');
  if (variant !== '') await page.click('#advanced');
  return { page, engine: await engineIn(page) };
}

function stateOf(page: Page): Promise<{ state: Record<string, unknown>; saves: number }> {
  return page.evaluate('acme') as Promise<{ state: Record<string, unknown>; saves: number }>;
}

test('every control takes its value into the state of the app, in this spelling', async () => {
  const { page, engine } = await open();
  const ran = await engine.run(trial);
  const ends = Object.fromEntries((ran?.fields ?? []).map(({ key, outcome }) => [key, outcome]));
  const { state, saves } = await stateOf(page);
  expect(state).toEqual({
    name: 'authentik',
    discovery: sampleValues.discovery,
    issuer: 'https://authentik.company/application/o/sample',
    authorization: '/application/o/authorize/',
    token: sampleValues.token,
    clientSecret: sampleSecrets.client_secret,
    tokenAuth: 'post',
    claim: 'preferred_username',
    identifier: 'preferred_username',
    allowAdmin: true,
    autoRegister: true,
    scopes: ['email', 'profile', 'entitlements'],
    scopeText: '',
    redirect: 'https://acme.company/auth/authentik/callback',
  });
  expect(ends).toMatchObject({ end_session: 'managed-by-server', enabled: 'left-for-you', scopes: 'filled' });
  expect(saves, 'saves by the engine').toBe(0);
});

test('every way to a callback is read, once and in the order of the recipe', async () => {
  const { engine } = await open();
  const ran = await engine.run(trial);
  expect(ran?.look.callbacks).toEqual([
    { url: 'https://acme.company/auth/box', how: 'read' },
    { url: 'https://acme.company/auth/openid/callback', how: 'computed' },
    { url: 'https://acme.company/auth/text', how: 'read' },
    { url: 'https://acme.company/auth/line', how: 'read' },
    { url: 'https://acme.company/auth/near', how: 'read' },
    { url: 'https://acme.company/signed-out', how: 'fixed', kind: 'logout' },
    { url: 'https://acme\\.company/tenants/[a-z]+/callback', how: 'fixed', matching: 'regex' },
  ]);
});

test('a variant is chosen by its anchors, and stands in for its own fields alone', async () => {
  const { page, engine } = await open('?legacy');
  expect((await engine.find([acme]))?.look.variant).toBe('legacy');
  await engine.run(trial);
  const { state } = await stateOf(page);
  expect(state).toMatchObject({ issuer: sampleValues.issuer, tokenAuth: 'post', name: 'authentik' });
});

test('scopes joined by a comma and a blank, without what the profile adds', async () => {
  const { page, engine } = await open('?scope-text');
  await engine.run(trial);
  expect((await stateOf(page)).state['scopeText']).toBe('openid, email');
});

test('a secret shown as text is not written', async () => {
  const { page, engine } = await open('?eye');
  const ran = await engine.run(trial);
  expect(ran?.fields).toContainEqual({ key: 'client_secret', outcome: 'left-for-you', because: 'exposed' });
  expect((await stateOf(page)).state['clientSecret']).toBe('');
});
