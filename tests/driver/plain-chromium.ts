/** Starts a Chromium without the extension, for tests of a stand-in's own page. */
import puppeteer, { type Browser } from 'puppeteer-core';
import { findBrowser } from '../../scripts/browsers/find.ts';
import type { StandInServer } from '../standins/server.ts';

/** Promises a headless browser in which the stand-ins' hosts lead to the loopback server only. The caller closes it. */
export function launchPlainChromium(server: StandInServer): Promise<Browser> {
  const rules = server.hosts.map((host) => `MAP ${host}:443 127.0.0.1:${server.port}`);
  return puppeteer.launch({
    executablePath: findBrowser('chromium') ?? '',
    headless: true,
    pipe: true,
    defaultViewport: { width: 1280, height: 900 },
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--disable-quic',
      '--disable-gpu',
      `--host-resolver-rules=${[...rules, 'MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1'].join(',')}`,
      `--ignore-certificate-errors-spki-list=${server.spki}`,
    ],
  });
}
