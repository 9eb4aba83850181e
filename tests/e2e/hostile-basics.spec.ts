/** Basics against a hostile page: scripts press nothing, hidden boxes get nothing, frames get no button. */
import { expect, test } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { appSteps, pressSave } from '../../scripts/demo/apps.ts';
import { inPanel, openPreview } from '../driver/panel.ts';
import { sendHtml } from '../standins/http.ts';
import { createPortainer } from '../standins/portainer/portainer.ts';
import type { StandIn } from '../standins/standin.ts';
import { openSession, type Session, testProfile } from './session.ts';

const profile = testProfile('Portainer');
let session: Session;

test.beforeAll(async () => {
  session = await openSession([profile]);
});
test.afterEach(() => session.closePages());
test.afterAll(() => session.close());

async function openBound(standIn: StandIn): Promise<Page> {
  await session.stage(standIn);
  standIn.tamper('method', 3);
  const page = await session.newPage();
  await appSteps.portainer.openSettings(page, session.hand, standIn);
  await session.bind(page, profile);
  return page;
}

/** Everything a script of the page can do to our host and, as only the test build allows, to the controls inside it. */
async function pressByScript(page: Page): Promise<number> {
  const root = await page.$('div[popover]');
  const inside = await page.$$(inPanel('[data-view] button, [data-view] input'));
  for (const target of [root, ...inside]) await target?.evaluate(attack);
  return inside.length;
}

function attack(target: Element): void {
  const options = { bubbles: true, cancelable: true, composed: true };
  if (target instanceof HTMLElement) target.focus();
  if (target instanceof HTMLElement) target.click();
  for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'dblclick', 'touchend']) {
    target.dispatchEvent(new MouseEvent(type, options));
  }
  for (const key of ['Enter', ' ']) {
    target.dispatchEvent(new KeyboardEvent('keydown', { ...options, key }));
    target.dispatchEvent(new KeyboardEvent('keyup', { ...options, key }));
  }
  for (const type of ['input', 'change']) target.dispatchEvent(new Event(type, options));
}

const filled = (page: Page): Promise<string[]> =>
  page.$$eval('oauth-settings input[type="text"], oauth-settings input[type="password"]', (inputs) =>
    inputs.map((input) => (input as HTMLInputElement).value).filter((value) => value !== ''),
  );

const gestures = { annotation: { type: 'threat', description: 'A2 210' } };
test("a script's clicks and keys on the button and in the preview do nothing; a person's do", gestures, async () => {
  const standIn = createPortainer();
  const page = await openBound(standIn);
  expect(await pressByScript(page)).toBe(2);
  expect(await page.$(inPanel('[data-view="button"]'))).not.toBeNull();
  await openPreview(page, session.hand);
  await page.waitForSelector(inPanel('[data-action="fill"]'));
  expect(await pressByScript(page)).toBeGreaterThan(10);
  expect(await page.$(inPanel('[data-view="preview"]'))).not.toBeNull();
  expect(await page.$(inPanel('input[name="tick"]:not(:checked)'))).toBeNull();
  expect(await filled(page)).toEqual([]);
  await session.fillPreviewed(page, standIn);
  expect(await filled(page)).toHaveLength(9);
});

test('hidden boxes in the form stay empty', { annotation: { type: 'threat', description: 'A4 18' } }, async () => {
  const standIn = createPortainer();
  const page = await openBound(standIn);
  await page.$eval('oauth-settings ng-form', (form) => {
    const ways = [
      'display:none',
      'visibility:hidden',
      'opacity:0',
      'position:absolute;left:-9999px',
      'width:1px;height:1px',
    ];
    for (const name of ['client_secret', 'oauth_client_secret_2', 'password']) {
      for (const way of ways) {
        const label = document.createElement('label');
        label.style.cssText = way;
        label.innerHTML = `Client secret <input class="bait" name="${name}" autocomplete="new-password">`;
        form.append(label);
      }
      form.insertAdjacentHTML('beforeend', `<input class="bait" type="hidden" name="${name}">`);
    }
  });
  await session.fill(page, standIn);
  expect(await page.$$eval('.bait', (baits) => baits.map((bait) => (bait as HTMLInputElement).value))).toEqual(
    Array.from({ length: 18 }, () => ''),
  );
  await pressSave(page, session.hand, 'portainer', standIn);
  expect(standIn.stored().client_secret === profile.clientSecret, 'the real box took the secret').toBe(true);
});

const framed = { annotation: { type: 'threat', description: 'A6' } };
test('a form inside a frame gets no button, neither in the frame nor around it', framed, async () => {
  const standIn = createPortainer();
  await openBound(standIn);
  await session.stage({
    hosts: standIn.hosts,
    handle: (request, response) => {
      if (request.url !== '/framing') return standIn.handle(request, response);
      sendHtml(
        response,
        '<!doctype html><title>Framing</title><iframe src="/#!/settings/auth" width="1200" height="850">',
      );
    },
  });
  const page = await session.newPage();
  await page.goto('https://portainer.company/framing#!/settings/auth');
  const frame = await (await page.waitForSelector('iframe'))?.contentFrame();
  if (!frame) throw new Error('The page has no frame.');
  await frame.waitForSelector('#oauth_client_id', { visible: true });
  await session.inPopup(page, (popup) => session.hand.find(popup, '[data-card="unrecognised"]'));
  for (const document of [page.mainFrame(), frame]) expect(await document.$('div[popover]')).toBeNull();
  expect(standIn.writes).toEqual([]);
});
