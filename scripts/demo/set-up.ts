/** Sets the extension up as a person would: a vault with a passphrase and one profile per app, on the options page. */
import type { Page } from 'puppeteer-core';
import type { ExtensionBrowser } from '../../tests/driver/chromium.ts';
import { Hand } from '../../tests/driver/hand.ts';
import { addProfile, addToken, createVault } from '../../tests/driver/screens.ts';
import type { Stage } from './stage.ts';
import { type DemoApp, type DemoWorld, demoApps, loginApps } from './world.ts';

const names: Record<DemoApp, string> = {
  espocrm: 'EspoCRM',
  portainer: 'Portainer',
  personio: 'Personio',
  palmr: 'Palmr',
  openlane: 'Openlane',
};

/** Name of the sample profile for an app. */
export function profileName(app: DemoApp): string {
  return names[app];
}

export async function setUpExtension(
  chromium: ExtensionBrowser,
  stage: Stage,
  world: DemoWorld,
  apps: readonly DemoApp[] = demoApps,
): Promise<void> {
  const page = await optionsPage(chromium);
  // Whoever has a client's data in authentik pastes it.
  const hand = new Hand({ pastes: true });
  await createVault(page, hand, world.passphrase);
  for (const app of loginApps.filter((one) => apps.includes(one))) {
    const client = world.clients[app];
    await addProfile(page, hand, {
      name: profileName(app),
      address: stage.authentik.baseUrl,
      slug: client.slug,
      clientId: client.clientId,
      clientSecret: client.clientSecret,
    });
  }
  if (apps.includes('openlane')) {
    await addToken(page, hand, {
      name: profileName('openlane'),
      address: stage.authentik.baseUrl,
      apiToken: world.token.key,
    });
  }
  await page.close();
}

/** The extension opens its options by itself after its installation: that is where a newcomer starts. */
export async function optionsPage(chromium: ExtensionBrowser): Promise<Page> {
  const url = chromium.pageUrl('options.html');
  const target = await chromium.browser.waitForTarget((one) => one.url().startsWith(url), { timeout: 15_000 });
  const page = await target.asPage();
  await page.bringToFront();
  return page;
}
