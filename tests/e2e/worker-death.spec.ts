/** The background is stopped in the middle of its work: the vault stays whole, and a fill ends clean and says so. */
import { expect, test } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { appSteps } from '../../scripts/demo/apps.ts';
import { inPanel, openPreview } from '../driver/panel.ts';
import { countSaves } from '../driver/saves.ts';
import { createPortainer } from '../standins/portainer/portainer.ts';
import { openSession, type Session, testProfile } from './session.ts';

const profile = testProfile('Portainer');
const others = [testProfile('Another'), testProfile('A third')];
const rounds = [0, 5, 10, 15, 20, 30, 40, 60, 80, 120];
let session: Session;

test.beforeAll(async () => {
  session = await openSession([profile, ...others]);
});
test.afterEach(() => session.closePages());
test.afterAll(() => session.close());

/** As Chromium does by itself after half a minute without work. */
async function stopBackground(after: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, after));
  const protocol = await session.chromium.browser.target().createCDPSession();
  const { targetInfos } = await protocol.send('Target.getTargets');
  const background = targetInfos.find(({ type, url }) => type === 'service_worker' && url.endsWith('/background.js'));
  if (background) await protocol.send('Target.closeTarget', { targetId: background.targetId });
  await protocol.detach();
}

/** Sends a message from one of the extension's own pages; null when it was never answered. */
function ask(type: string, data?: unknown): Promise<unknown> {
  return session.options.evaluate(
    (message) =>
      Reflect.get(window, 'chrome')
        .runtime.sendMessage(message)
        .catch(() => null),
    data === undefined ? { type } : { type, data },
  );
}

interface Shelf {
  value: { profiles: { id: string; name: string; hasSecret: boolean }[]; instances: { name: string }[] };
}

async function shelf(): Promise<Shelf['value']> {
  return ((await ask('shelf.read')) as Shelf).value;
}

test('stopped at a save, ten times: every profile is there, as it was or as it was to be', async () => {
  const before = await shelf();
  const target = before.profiles.find(({ name }) => name === profile.name);
  const draft = {
    id: target?.id,
    kind: 'oidc-client',
    address: profile.address,
    instanceName: before.instances[0]?.name,
    issuerMode: 'per_provider',
    slug: profile.slug,
    clientId: profile.clientId,
    clientSecret: '',
    apiToken: '',
    scopes: 'openid email profile',
    redirectUris: '',
  };
  let name = profile.name;
  let answered = 0;
  for (const [round, after] of rounds.entries()) {
    const next = `Portainer ${round}`;
    const saved = ask('profile.save', { ...draft, name: next });
    await stopBackground(after);
    if ((await saved) !== null) answered += 1;
    const { profiles } = await shelf();
    const now = profiles.find(({ id }) => id === target?.id);
    expect([name, next]).toContain(now?.name);
    expect(profiles.map(({ id }) => id).toSorted()).toEqual(before.profiles.map(({ id }) => id).toSorted());
    expect(profiles.every(({ hasSecret }) => hasSecret)).toBe(true);
    name = now?.name ?? '';
  }
  expect(answered, 'the background was stopped before it answered at least once').toBeLessThan(rounds.length);
  expect(await ask('profile.save', { ...draft, name: profile.name })).toMatchObject({ ok: true });
});

/** The end that the panel shows, and whether the page holds the secret. */
async function fillStopped(page: Page, after: number): Promise<{ view: string; secret: string }> {
  await openPreview(page, session.hand);
  await session.hand.click(page, inPanel('[data-action="fill"]'));
  await stopBackground(after);
  const end = await session.hand.find(
    page,
    inPanel('[data-view="report"],[data-message]:not([data-message="working"])'),
  );
  const view = await end.evaluate((element) => element.getAttribute('data-message') ?? 'report');
  const secret = await page.$eval('#oauth_client_secret', (field) => (field as HTMLInputElement).value);
  return { view, secret };
}

test('stopped in the middle of a fill, ten times: all of the form or nothing of it, and the panel says which', async () => {
  const standIn = await session.stage(createPortainer());
  standIn.tamper('method', 3);
  for (const after of rounds) {
    const page = await session.newPage();
    await appSteps.portainer.openSettings(page, session.hand, standIn);
    await session.bind(page, profile);
    const { view, secret } = await fillStopped(page, after);
    expect(['report', 'no-answer', 'consent-spent']).toContain(view);
    expect(
      secret === (view === 'report' ? profile.clientSecret : ''),
      `${view}: the secret is where it should be`,
    ).toBe(true);
    expect(await countSaves(page, standIn)).toBe(0);
    await page.close();
  }
  expect((await shelf()).profiles).toHaveLength(3);
});
