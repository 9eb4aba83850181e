/** Pages without TLS: inside private networks filled after one acknowledgement per site, elsewhere refused with the reason. */
import { expect, test } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { pressSave } from '../../scripts/demo/apps.ts';
import { inPanel } from '../driver/panel.ts';
import { theSecret, withoutSecret } from '../driver/saves.ts';
import { bindUngranted } from '../driver/screens.ts';
import { createPortainer } from '../standins/portainer/portainer.ts';
import type { StandIn } from '../standins/standin.ts';
import { openSession, type Session, testProfile } from './session.ts';

const privateHost = 'portainer.lan';
const publicHost = 'portainer.example';
const profile = testProfile('Portainer');
const actions = '[data-action="bind"], [data-action="acknowledge-http"]';
let session: Session;

test.beforeAll(async () => {
  session = await openSession([profile], [privateHost, publicHost]);
});
test.afterEach(() => session.closePages());
test.afterAll(() => session.close());

/** A fresh Portainer under this host by plain http, with its settings page open. */
async function openSettings(host: string): Promise<{ standIn: StandIn; page: Page }> {
  const standIn = createPortainer();
  await session.stage({ hosts: [host], handle: (request, response) => standIn.handle(request, response) });
  const page = await session.newPage();
  await page.goto(`http://${host}/#!/settings/auth`);
  await session.hand.find(page, 'label[for="auth_oauth"]');
  return { standIn, page };
}

async function acknowledge(popup: Page): Promise<void> {
  await session.hand.find(popup, '[data-notice="http-private"]');
  expect(await popup.$('[data-action="bind"]')).toBeNull();
  await session.hand.click(popup, '[data-action="acknowledge-http"]');
  await session.hand.find(popup, '[data-action="bind"]');
}

/** Loopback is a private host that the browser resolves by itself. */
for (const name of [privateHost, '127.0.0.1'] as const) {
  test(`http on ${name}: one acknowledgement, then filled`, async () => {
    const host = name === privateHost ? name : `${name}:${session.server.httpPort}`;
    const { standIn, page } = await openSettings(host);
    await session.inPopup(page, acknowledge);
    const popup = await session.chromium.openPopup(page);
    const first = await session.hand.find(popup, actions);
    expect(await first.evaluate((element) => element.getAttribute('data-action')), 'asked once').toBe('bind');
    await bindUngranted(popup, session.hand);
    await page.bringToFront();
    await session.hand.find(page, inPanel('[data-action="open"]'));

    const report = await session.fill(page, standIn);
    expect(report.callbacks).toEqual([{ url: `http://${host}/`, how: 'read' }]);
    expect(report.fields.filter(({ outcome }) => outcome === 'filled').length).toBeGreaterThanOrEqual(8);
    await pressSave(page, session.hand, 'portainer', standIn);
    expect(withoutSecret(standIn.writes[0]?.body, profile.clientSecret)).toMatchObject({
      OAuthSettings: { ClientID: profile.clientId, ClientSecret: theSecret, RedirectURI: `http://${host}/` },
    });
  });
}

test('http on a public name: recognised, refused with the reason, and nothing is offered', async () => {
  const { standIn, page } = await openSettings(publicHost);
  await session.inPopup(page, async (popup) => {
    const notice = await session.hand.find(popup, '[data-screen="site"] [data-notice="http-refused"]');
    expect(await notice.evaluate((element) => element.textContent)).toContain('https');
    expect(await popup.$(actions)).toBeNull();
    expect(await popup.$eval('[data-screen="site"]', ({ textContent }) => textContent)).toContain('Portainer');
  });
  expect(await page.$(inPanel('[data-action="open"]'))).toBeNull();
  expect(standIn.writes).toEqual([]);
});
