/** Bindings: one profile per place, moved and taken away in the popup, and never valid for a place that looks alike. */
import { expect, test } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { pressSave } from '../../scripts/demo/apps.ts';
import { inPanel } from '../driver/panel.ts';
import { bindUngranted, chooseProfile, unbindSite } from '../driver/screens.ts';
import { createPortainer } from '../standins/portainer/portainer.ts';
import type { StandIn } from '../standins/standin.ts';
import { openSession, type Session, testProfile } from './session.ts';

const first = testProfile('First');
const second = testProfile('Second');
const knownElsewhere = testProfile('Known elsewhere', { redirectUris: 'https://portainer.elsewhere.company/' });
const lookAlike = 'portainer-test.company';
const button = inPanel('[data-action="open"]');
let session: Session;

test.beforeAll(async () => {
  session = await openSession([first, second, knownElsewhere], [lookAlike]);
});
test.afterEach(() => session.closePages());
test.afterAll(() => session.close());

async function openSettings(standIn: StandIn, url = standIn.settingsUrl): Promise<Page> {
  await session.stage(standIn);
  const page = await session.newPage();
  await page.goto(url);
  await session.hand.find(page, 'label[for="auth_oauth"]');
  return page;
}

const noButton = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => document.querySelector('div[popover]') === null);

test('choosing another profile moves the binding, and says so', async () => {
  const standIn = createPortainer();
  const page = await openSettings(standIn);
  await session.bind(page, first);
  await session.inPopup(page, async (popup) => {
    await chooseProfile(popup, session.hand, second.name);
    await session.hand.find(popup, '[data-notice="moves"]');
  });
  await session.bind(page, second);
  await session.fill(page, standIn);
  await pressSave(page, session.hand, 'portainer', standIn);
  expect(standIn.stored().client_id).toBe(second.clientId);
});

test('without its binding a page loses the button at once, open panel and all', async () => {
  const page = await openSettings(createPortainer());
  await session.bind(page, first);
  await session.hand.click(page, button);
  await session.hand.find(page, inPanel('[data-view="method"]'));
  const popup = await session.chromium.openPopup(page);
  await unbindSite(popup, session.hand);
  await noButton(page);
  await popup.close();
  session.unbound(page);
});

test('the popup warns where the page holds the client ID of somebody else', async () => {
  const standIn = createPortainer();
  standIn.tamper('method', 3);
  standIn.tamper('client_id', second.clientId);
  const page = await openSettings(standIn);
  await session.hand.find(page, '#oauth_client_id');
  await session.inPopup(page, async (popup) => {
    await chooseProfile(popup, session.hand, first.name);
    await session.hand.find(popup, '[data-notice="other-client-id"]');
    await chooseProfile(popup, session.hand, second.name);
    await popup.waitForFunction(() => document.querySelector('[data-notice="other-client-id"]') === null);
  });
});

test('a profile that authentik knows for another host is bound only after the host was typed', async () => {
  const page = await openSettings(createPortainer());
  await session.inPopup(page, async (popup) => {
    await chooseProfile(popup, session.hand, knownElsewhere.name);
    await session.hand.find(popup, '[data-stop="look-alike"]');
    for (const typed of ['', 'portainer.elsewhere.company', 'portainer.company.evil.company']) {
      await session.hand.retype(popup, 'input[name="typedHost"]', typed || ' ');
      await session.hand.click(popup, '[data-action="bind"]');
      await session.hand.find(popup, '[data-message="hostNotTyped"]');
    }
    expect(await popup.$('[data-action="unbind"]')).toBeNull();
    await session.hand.retype(popup, 'input[name="typedHost"]', 'portainer.company');
    await session.hand.click(popup, '[data-action="bind"]');
    await session.hand.find(popup, '[data-action="unbind"]');
  });
  await session.hand.find(page, button);
  await session.unbind(page);
});

test('another folder of the same host needs a binding of its own', async () => {
  const page = await openSettings(createPortainer());
  await session.bind(page, first);
  const other = await openSettings(createPortainer({ basePath: '/portainer/' }));
  await session.inPopup(other, async (popup) => {
    await chooseProfile(popup, session.hand, first.name);
    await session.hand.find(popup, '[data-action="bind"]');
  });
  expect(await other.$('div[popover]')).toBeNull();
});

test('another origin needs a binding of its own, and gets nothing before', async () => {
  const standIn = createPortainer();
  const page = await openSettings(standIn);
  await session.bind(page, first);
  const other = createPortainer();
  await session.stage({ hosts: [lookAlike], handle: (request, response) => other.handle(request, response) });
  const twin = await session.newPage();
  await twin.goto(`https://${lookAlike}/#!/settings/auth`);
  await session.hand.find(twin, 'label[for="auth_oauth"]');
  const popup = await session.chromium.openPopup(twin);
  await chooseProfile(popup, session.hand, first.name);
  await session.hand.find(popup, '[data-notice="bound-elsewhere"]');
  expect(await twin.$('div[popover]')).toBeNull();
  await bindUngranted(popup, session.hand);
  await twin.bringToFront();
  await session.fill(twin, other);
  await pressSave(twin, session.hand, 'portainer', other);
  expect(other.stored()).toMatchObject({ client_id: first.clientId, redirect_uri: `https://${lookAlike}/` });
  expect(standIn.writes).toEqual([]);
});
