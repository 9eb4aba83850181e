/** What the specs of one file share: a browser with the test build, and a vault and profiles made on the real screens. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { findBrowser } from '../../scripts/browsers/find.ts';
import { optionsPage } from '../../scripts/demo/set-up.ts';
import { testBuildFolder } from '../../scripts/steps/builds.ts';
import { type ExtensionBrowser, launchChromium } from '../driver/chromium.ts';
import { Hand } from '../driver/hand.ts';
import { fillForm, inPanel, openPreview, type PanelReport } from '../driver/panel.ts';
import { countSaves } from '../driver/saves.ts';
import {
  addProfile,
  addToken,
  bindToSite,
  createVault,
  type TypedProfile,
  type TypedToken,
  unbindSite,
} from '../driver/screens.ts';
import { createServer, type Hosted, type StandInServer } from '../standins/server.ts';
import type { StandIn } from '../standins/standin.ts';

export const passphrase = 'test passphrase of a session';
export const authentik = 'https://authentik.company';

/** A profile whose every value looks like what it is. */
export function testProfile(name: string, more: Partial<TypedProfile> = {}): TypedProfile {
  const slug = name.toLowerCase().replaceAll(/\W+/g, '-');
  return {
    name,
    address: authentik,
    slug,
    clientId: `client-id-of-${slug}`,
    clientSecret: `test-secret-of-${slug}`,
    ...more,
  };
}

/** A profile that holds an API token, which looks like what it is. */
export function testToken(name: string): TypedToken {
  return { name, address: authentik, apiToken: `test-token-of-${name.toLowerCase().replaceAll(/\W+/g, '-')}` };
}

export class Session {
  readonly hand = new Hand({ pastes: true });
  readonly server: StandInServer;
  readonly chromium: ExtensionBrowser;
  readonly options: Page;
  readonly #folder: string;
  readonly #bound = new Map<string, string>();

  constructor(server: StandInServer, chromium: ExtensionBrowser, options: Page, folder: string) {
    this.server = server;
    this.chromium = chromium;
    this.options = options;
    this.#folder = folder;
  }

  /** Puts a stand-in on its hosts in place of the one before; the browser forgets whom it was signed in as there. */
  async stage<T extends Hosted>(standIn: T): Promise<T> {
    this.server.add(standIn);
    await this.chromium.browser.deleteCookie(...(await this.chromium.browser.cookies()));
    return standIn;
  }

  newPage(): Promise<Page> {
    return this.chromium.browser.newPage();
  }

  /** Opens the popup over the page, does something there, and comes back to the page. */
  async inPopup<T>(page: Page, use: (popup: Page) => Promise<T>): Promise<T> {
    const popup = await this.chromium.openPopup(page);
    const result = await use(popup);
    await popup.close();
    await page.bringToFront();
    return result;
  }

  /** Binds what the page shows to that profile by the popup, and waits for the button. */
  async bind(page: Page, { name }: Pick<TypedProfile, 'name'>): Promise<void> {
    const place = placeOf(page);
    if (this.#bound.get(place) !== name) await this.inPopup(page, (popup) => bindToSite(popup, this.hand, name));
    this.#bound.set(place, name);
    await page.bringToFront();
    await this.hand.find(page, inPanel('[data-action="open"]'));
  }

  async unbind(page: Page): Promise<void> {
    await this.inPopup(page, (popup) => unbindSite(popup, this.hand));
    this.unbound(page);
  }

  /** A test has taken the binding away by itself. */
  unbound(page: Page): void {
    this.#bound.delete(placeOf(page));
  }

  /** From the button to the report, without a look at the preview; and the extension has saved nothing. */
  async fill(page: Page, standIn: StandIn): Promise<PanelReport> {
    await openPreview(page, this.hand);
    return this.fillPreviewed(page, standIn);
  }

  /** From the preview to the report; and the extension has saved nothing. */
  async fillPreviewed(page: Page, standIn: StandIn): Promise<PanelReport> {
    const report = await fillForm(page, this.hand);
    expect(await countSaves(page, standIn), 'saves by the extension').toBe(0);
    return report;
  }

  /** Closes every page of a test; what stays is the extension's own, for later set-up. */
  async closePages(): Promise<void> {
    const pages = await this.chromium.browser.pages();
    const kept = this.options.target();
    await Promise.all(pages.filter((page) => page.target() !== kept).map((page) => page.close()));
  }

  async close(): Promise<void> {
    await this.chromium.close();
    await this.server.close();
    await rm(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Apps with hash routes live under the path; the others under the origin. */
function placeOf(page: Page): string {
  const { origin, pathname, hash } = new URL(page.url());
  return hash === '' ? origin : origin + pathname;
}

/** Promises a browser that knows these profiles. The caller closes it. */
export async function openSession(
  profiles: (TypedProfile | TypedToken)[],
  moreHosts: readonly string[] = [],
): Promise<Session> {
  const server = await createServer({ moreHosts });
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-session-'));
  const chromium = await launchChromium({
    executablePath: findBrowser('chromium') ?? '',
    extension: resolve(testBuildFolder),
    server,
    headless: true,
    profileFolder: join(folder, 'profile'),
  });
  const session = new Session(server, chromium, await optionsPage(chromium), folder);
  try {
    await createVault(session.options, session.hand, passphrase);
    for (const profile of profiles) {
      if ('apiToken' in profile) await addToken(session.options, session.hand, profile);
      else await addProfile(session.options, session.hand, profile);
    }
  } catch (error) {
    await session.close();
    throw error;
  }
  return session;
}

/** How each field ended, by its key. */
export function outcomes(report: PanelReport): Record<string, string> {
  return Object.fromEntries(report.fields.map(({ key, outcome }) => [key, outcome]));
}
