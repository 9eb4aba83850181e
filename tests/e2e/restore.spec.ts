/** Restore: only what still is Latchkey's goes back, the sign-in method last, a secret never; over with the page. */
import { expect, test } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { appSteps, pressSave } from '../../scripts/demo/apps.ts';
import { inPanel } from '../driver/panel.ts';
import { countSaves, theSecret, withoutSecret } from '../driver/saves.ts';
import { createEspoCrm } from '../standins/espocrm/espocrm.ts';
import { createPortainer } from '../standins/portainer/portainer.ts';
import type { StandIn } from '../standins/standin.ts';
import { openSession, type Session, testProfile } from './session.ts';

const profile = testProfile('A client');
let session: Session;

test.beforeAll(async () => {
  session = await openSession([profile]);
});
test.afterEach(() => session.closePages());
test.afterAll(() => session.close());

async function openFilled(app: 'espocrm' | 'portainer', standIn: StandIn): Promise<Page> {
  await session.stage(standIn);
  const page = await session.newPage();
  await appSteps[app].openSettings(page, session.hand, standIn);
  await session.bind(page, profile);
  await session.fill(page, standIn);
  return page;
}

async function restore(page: Page, standIn: StandIn): Promise<void> {
  await session.hand.click(page, inPanel('[data-action="restore"]'));
  await page.waitForSelector(inPanel('[data-message="secret-kept"]'));
  expect(await page.$(inPanel('[data-action="restore"]')), 'offered once').toBeNull();
  expect(await countSaves(page, standIn)).toBe(0);
}

async function savedBody(app: 'espocrm' | 'portainer', page: Page, standIn: StandIn): Promise<unknown> {
  await pressSave(page, session.hand, app, standIn);
  return withoutSecret(standIn.writes.at(-1)?.body, profile.clientSecret);
}

/** From now on, the order in which the form's fields change; EspoCRM tells of changes by its own library. */
async function recordChanges(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const changed: string[] = [];
    Reflect.set(window, 'changed', changed);
    const onChange = ({ target }: Event): void => {
      if (target instanceof Element) changed.push(target.closest('.field')?.getAttribute('data-name') ?? '');
    };
    Reflect.get(window, '$')(document).on('change', onChange);
  });
  return () => page.evaluate(() => Reflect.get(window, 'changed') as string[]);
}

test('EspoCRM: every value goes back, the method last, the secret stays', async () => {
  const standIn = createEspoCrm({ renderDelays: [100] });
  const page = await openFilled('espocrm', standIn);
  const changes = await recordChanges(page);
  await restore(page, standIn);
  await page.waitForSelector('.field[data-name="authenticationMethod"] .item[data-value="Espo"]');
  const order = await changes();
  expect(order.at(-1)).toBe('authenticationMethod');
  expect(order.filter((name) => name === 'authenticationMethod')).toHaveLength(1);
  const body = await savedBody('espocrm', page, standIn);
  expect(body).toMatchObject({ oidcClientId: null, oidcAuthorizationEndpoint: null, oidcClientSecret: theSecret });
  const names = Object.keys(Object(body));
  for (const name of ['authenticationMethod', 'oidcScopes', 'oidcUsernameClaim']) expect(names).not.toContain(name);
});

test('EspoCRM: what was typed since the fill is left alone', async () => {
  const standIn = createEspoCrm({ renderDelays: [100], startMethod: 'Oidc' });
  const page = await openFilled('espocrm', standIn);
  await session.hand.retype(page, 'input[data-name="oidcClientId"]', 'typed-by-hand');
  await session.hand.retype(page, 'input[data-name="oidcJwksEndpoint"]', 'https://elsewhere.company/jwks');
  await restore(page, standIn);
  const values = await page.$$eval('.field[data-name^="oidc"] input.main-element[type="text"]', (inputs) =>
    inputs.map((input) => [input.getAttribute('data-name'), (input as HTMLInputElement).value]),
  );
  expect(Object.fromEntries(values)).toMatchObject({
    oidcClientId: 'typed-by-hand',
    oidcJwksEndpoint: 'https://elsewhere.company/jwks',
    oidcAuthorizationEndpoint: '',
    oidcTokenEndpoint: '',
    oidcUserInfoEndpoint: '',
    oidcLogoutUrl: '',
  });
});

test('EspoCRM: over with a navigation inside the app', async () => {
  const standIn = createEspoCrm({ renderDelays: [100] });
  const page = await openFilled('espocrm', standIn);
  await session.hand.find(page, inPanel('[data-action="restore"]'));
  await session.hand.click(page, '#navbar a[href="#Admin"]');
  await session.hand.click(page, '.dialog-confirm [data-name="confirm"]');
  await page.waitForFunction(() => document.querySelector('div[popover]') === null);
  await session.hand.click(page, 'a[href="#Admin/authentication"]');
  await session.hand.find(page, inPanel('[data-action="open"]'));
  expect(await page.$(inPanel('[data-action="restore"]'))).toBeNull();
  expect(standIn.writes).toEqual([]);
});

test('Portainer: Internal again, the addresses empty as before, the secret still there', async () => {
  const standIn = createPortainer();
  const page = await openFilled('portainer', standIn);
  await restore(page, standIn);
  await page.waitForSelector('#auth_internal:checked');
  expect(await savedBody('portainer', page, standIn)).toMatchObject({
    AuthenticationMethod: 1,
    OAuthSettings: { ClientID: '', AuthorizationURI: '', RedirectURI: '', Scopes: '', ClientSecret: theSecret },
  });
});
