/** What must not be found in a browser's profile folder once the extension has been used and the browser is closed. */
import { expect } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import type { Stage } from '../../scripts/demo/stage.ts';
import type { DemoWorld } from '../../scripts/demo/world.ts';
import { extensionStorage, scanFolder } from '../driver/disk-scan.ts';

const marker = 'control-marker-7f3a9c1e';

/** On one of the extension's own pages: a text kept unencrypted, which the scan has to find. */
export async function leaveMarker(options: Page): Promise<void> {
  await options.evaluate((text) => Reflect.get(window, 'chrome').storage.local.set({ control: text }), marker);
}

/**
 * No secret, token or passphrase anywhere; in the extension's own storage no client ID, slug or authentik host either
 * (the browser's history and the app's pages may hold these); and the marker, which shows that the scan sees.
 */
export async function expectNoTrace(profile: string, { authentik }: Stage, world: DemoWorld): Promise<void> {
  const clients = Object.entries(world.clients);
  const secrets = {
    passphrase: world.passphrase,
    'the API token': world.token.key,
    ...Object.fromEntries(clients.map(([app, { clientSecret }]) => [`secret of ${app}`, clientSecret])),
    ...Object.fromEntries(authentik.issuedTokens().map((token, index) => [`access token ${index}`, token])),
  };
  const confidences = {
    "authentik's host": new URL(authentik.baseUrl).host,
    ...Object.fromEntries(clients.map(([app, { clientId }]) => [`client ID of ${app}`, clientId])),
    ...Object.fromEntries(clients.map(([app, { slug }]) => [`slug of ${app}`, slug])),
  };
  expect(await scanFolder(profile, secrets)).toEqual([]);
  expect(await scanFolder(profile, confidences, extensionStorage)).toEqual([]);
  expect(await scanFolder(profile, { marker }, extensionStorage)).not.toEqual([]);
}
