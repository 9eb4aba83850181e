/** Where the attacks take place: a browser of either kind with a bound site, and a witness of every message. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { type BrowserName, findBrowser } from '../../scripts/browsers/find.ts';
import { optionsPage } from '../../scripts/demo/set-up.ts';
import { launchChromium } from '../driver/chromium.ts';
import { launchFirefox } from '../driver/firefox.ts';
import { Hand } from '../driver/hand.ts';
import { addProfile, bindToSite, createVault } from '../driver/screens.ts';
import { testProfile } from '../e2e/session.ts';
import { createServer, type StandInServer } from '../standins/server.ts';
import { formPage, formUrl, hostForm, unboundUrl } from './form-page.ts';
import { framingPages, framingSite } from './frames.ts';
import { lookAlikes, originSites, originUrl } from './origins.ts';
import { rewriting } from './rewriting.ts';

export const profile = testProfile('Hostile ground');
const passphrase = 'test passphrase of the hostile ground';

/** A message that the page script has sent to the background, or something that came from the page itself. */
interface Heard {
  type: string;
  refused?: string;
}

/** What the popup says about a page. */
interface Card {
  card: string;
  notices: string[];
}

export interface Ground {
  name: BrowserName;
  /** As a page may have learnt it. */
  extensionId: string;
  /** Opens the form, or another page of the site. */
  open(url?: string): Promise<Page>;
  /** Opens the popup over the page, as an invitation to look at it. */
  look(page: Page): Promise<Card>;
  /** What the badges of all tabs say. */
  badges(): Promise<string[]>;
  /** Every message of page scripts since the last call. */
  heard(): Promise<Heard[]>;
  closePages(): Promise<void>;
  close(): Promise<void>;
}

interface Started {
  browser: Browser;
  options: Page;
  bind(page: Page): Promise<void>;
  look(page: Page): Promise<Card>;
}

type Start = (server: StandInServer, profileFolder: string) => Promise<Started>;

const cardShown = '[data-card]:not([data-card="looking"])';
const readCard = `({
  card: document.querySelector('[data-card]').dataset.card,
  notices: [...document.querySelectorAll('[data-notice]')].map((notice) => notice.dataset.notice),
})`;

const startChromium: Start = async (server, profileFolder) => {
  const executablePath = findBrowser('chromium') ?? '';
  const extension = resolve('.output/chrome-mv3-e2e');
  const chromium = await launchChromium({ executablePath, extension, server, headless: true, profileFolder });
  const inPopup = async <T>(page: Page, use: (popup: Page) => Promise<T>): Promise<T> => {
    const popup = await chromium.openPopup(page);
    const result = await use(popup);
    await popup.close();
    await page.bringToFront();
    return result;
  };
  return {
    browser: chromium.browser,
    options: await optionsPage(chromium),
    bind: (page) => inPopup(page, (popup) => bindToSite(popup, new Hand(), profile.name)),
    look: (page) =>
      inPopup(page, async (popup) => {
        await popup.waitForSelector(cardShown);
        return (await popup.evaluate(readCard)) as Card;
      }),
  };
};

const startFirefox: Start = async (server, profileFolder) => {
  const executablePath = findBrowser('firefox') ?? '';
  const extension = resolve('.output/firefox-mv3-e2e');
  const firefox = await launchFirefox({ executablePath, extension, server, profileFolder });
  return {
    browser: firefox.browser,
    options: await firefox.openExtensionPage('options.html'),
    bind: async (page) => {
      await page.bringToFront();
      const popup = await firefox.openPopup();
      await popup.choose('select[name="profile"]', profile.name);
      await popup.click('[data-action="bind"]');
      await popup.find('[data-action="unbind"]');
      await popup.close();
    },
    look: async (page) => {
      await page.bringToFront();
      const popup = await firefox.openPopup();
      await popup.find(cardShown);
      const card = (await popup.evaluate(readCard)) as Card;
      await popup.close();
      return card;
    },
  };
};

/** Promises a browser in which the form's site is bound. The caller closes it. */
export async function openGround(name: BrowserName): Promise<Ground> {
  const server = await createServer({ moreHosts: [new URL(unboundUrl).host, ...lookAlikes] });
  server.add(hostForm({ ...framingPages, '/rewritten': { html: formPage(rewriting) } }));
  server.add(framingSite);
  server.add(await originSites());
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-hostile-'));
  const started = await (name === 'chromium' ? startChromium : startFirefox)(server, join(folder, 'profile'));
  const { browser, options } = started;
  const open = async (url = formUrl): Promise<Page> => {
    const page = await browser.newPage();
    await page.goto(url);
    await page.bringToFront();
    return page;
  };
  const hand = new Hand({ pastes: name === 'chromium' || 'by command' });
  await createVault(options, hand, passphrase);
  await addProfile(options, hand, profile);
  for (const url of [formUrl, originUrl]) await started.bind(await open(url));
  await options.evaluate(witness);
  return {
    name,
    extensionId: await options.evaluate(() => location.host),
    open,
    look: started.look,
    badges: () => options.evaluate(readBadges),
    heard: () => options.evaluate(() => (globalThis as { heard?: Heard[] }).heard?.splice(0) ?? []),
    closePages: async () => {
      const pages = await browser.pages();
      await Promise.all(pages.filter((page) => page !== options && !isOwn(page)).map((page) => page.close()));
    },
    close: async () => {
      await browser.close();
      await server.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Firefox opens its own tab, too; closing the last one would close the browser. */
function isOwn(page: Page): boolean {
  return !/^https?:/.test(page.url());
}

interface Heralds {
  addListener(listener: (message: unknown) => void): void;
}

/** As much of the extension's own API as the tests use, in either browser. */
interface Extension {
  runtime: Record<'onMessage' | 'onMessageExternal' | 'onConnect' | 'onConnectExternal', Heralds>;
  tabs: { query(wanted: object): Promise<{ id: number }[]> };
  action: { getBadgeText(tab: { tabId: number }): Promise<string> };
}

async function readBadges(): Promise<string[]> {
  const scope = globalThis as unknown as { browser?: Extension; chrome: Extension };
  const { tabs, action } = scope.browser ?? scope.chrome;
  return Promise.all((await tabs.query({})).map(({ id }) => action.getBadgeText({ tabId: id })));
}

/** Every page of the extension hears what page scripts say to the background. Answers nothing. */
function witness(): void {
  const scope = globalThis as unknown as { heard: Heard[]; browser?: Extension; chrome: Extension };
  scope.heard = [];
  const { runtime } = scope.browser ?? scope.chrome;
  for (const door of ['onMessageExternal', 'onConnect', 'onConnectExternal'] as const) {
    runtime[door].addListener(() => void scope.heard.push({ type: door }));
  }
  runtime.onMessage.addListener((message) => {
    const { type, data } = message as { type: string; data?: { refused?: string } };
    if (!type.startsWith('page.')) return;
    scope.heard.push(data?.refused === undefined ? { type } : { type, refused: data.refused });
  });
}
