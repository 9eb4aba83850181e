/** Starts a Firefox with the extension over WebDriver BiDi, and reaches what a page cannot: its own pages, the toolbar, the popup. */
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import type { StandInServer } from '../standins/server.ts';
import { FirefoxPopup } from './firefox-popup.ts';

const addOnId = 'latchkey@latchkey.example';
/** Any UUID will do: with it set before the start, the extension's own addresses are known. */
const addOnUuid = '3f0c2c5e-6c1b-4c55-9d55-6d2f2a4f7a10';

export interface FirefoxOptions {
  executablePath: string;
  extension: string;
  server: StandInServer;
  profileFolder: string;
  /** Where the browser saves files, without a question; by default where it pleases. */
  downloads?: string;
}

/** The raw connection under puppeteer; its types leave it out. */
interface BidiConnection {
  send(method: string, parameters: object): Promise<{ result: unknown }>;
}

export class FirefoxBrowser {
  readonly browser: Browser;
  readonly #connection: BidiConnection;

  constructor(browser: Browser) {
    this.browser = browser;
    this.#connection = (browser as unknown as { connection: BidiConnection }).connection;
  }

  /** Opens one of the extension's own pages in a new tab; puppeteer's `goto` cannot get there. */
  async openExtensionPage(name: string): Promise<Page> {
    const page = await this.browser.newPage();
    const context = (page.mainFrame() as unknown as { _id: string })._id;
    await this.#connection.send('browsingContext.navigate', {
      context,
      url: `moz-extension://${addOnUuid}/${name}`,
      wait: 'complete',
    });
    await page.bringToFront();
    return page;
  }

  /** The page of the extension that it opened by itself with this end of its address, which puppeteer does not know. */
  openedPage(end: string): Promise<Page> {
    return until(`no page of the extension ends with ${end}`, async () => {
      for (const page of await this.browser.pages()) {
        const address = await page.evaluate(() => location.href);
        if (address.startsWith(`moz-extension://${addOnUuid}/`) && address.endsWith(end)) return page;
      }
      return undefined;
    });
  }

  /** Presses a button of the browser's own question about a permission. */
  async answerPrompt(answer: 'allow' | 'deny'): Promise<void> {
    const button = answer === 'allow' ? 'button' : 'secondaryButton';
    await until('the browser asked nothing', async () => {
      const isPressed = await this.inBrowserWindow(`
        const prompt = document.getElementById('addon-webext-permissions-notification');
        prompt?.${button}.click();
        return prompt !== null;
      `);
      return isPressed === true || undefined;
    });
  }

  /** Takes a site away from the extension, as the switch in the browser's own add-on manager does. */
  async takeBack(pattern: string): Promise<void> {
    await this.inBrowserWindow(`
      const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
      const { extension } = WebExtensionPolicy.getByID('${addOnId}');
      await ExtensionPermissions.remove('${addOnId}', { permissions: [], origins: ['${pattern}'] }, extension);
    `);
  }

  /** Presses the toolbar button over the tab in front; its popup is driven from the browser's own window. */
  async openPopup(): Promise<FirefoxPopup> {
    const widget = `${addOnId.replaceAll(/\W/g, '_')}-browser-action`;
    await this.inBrowserWindow(`
      const { CustomizableUI } = ChromeUtils.importESModule('moz-src:///browser/components/customizableui/CustomizableUI.sys.mjs');
      CustomizableUI.addWidgetToArea('${widget}', CustomizableUI.AREA_NAVBAR);
      document.getElementById('${widget}').querySelector('toolbarbutton').click();
    `);
    return new FirefoxPopup((script) => this.inBrowserWindow(script));
  }

  /** Runs statements in the browser's own window and promises what they return, as JSON. */
  async inBrowserWindow(statements: string): Promise<unknown> {
    const tree = (await this.#connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' })).result as {
      contexts: { context: string }[];
    };
    const { result } = await this.#connection.send('script.evaluate', {
      expression: `(async () => JSON.stringify(await (async () => { ${statements} })() ?? null))()`,
      target: { context: tree.contexts[0]?.context },
      awaitPromise: true,
    });
    const answer = result as { type: string; result?: { value?: string }; exceptionDetails?: { text: string } };
    if (answer.type !== 'success')
      throw new Error(answer.exceptionDetails?.text ?? 'The browser window refused the script.');
    return JSON.parse(answer.result?.value ?? 'null');
  }

  close(): Promise<void> {
    return this.browser.close();
  }
}

/** Promises a headless Firefox with the extension installed, in which only the stand-ins' hosts can be reached. */
export async function launchFirefox(options: FirefoxOptions): Promise<FirefoxBrowser> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: options.executablePath,
    headless: true,
    enableExtensions: true,
    acceptInsecureCerts: true,
    defaultViewport: { width: 1280, height: 900 },
    userDataDir: options.profileFolder,
    args: ['-remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [addOnId]: addOnUuid }),
      ...(options.downloads !== undefined && {
        'browser.download.folderList': 2,
        'browser.download.dir': options.downloads,
        // The list of downloads would take the cursor out of the page.
        'browser.download.alwaysOpenPanel': false,
      }),
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': options.server.proxyPort,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': options.server.proxyPort,
    },
  });
  await browser.installExtension(options.extension);
  await welcomeTab(browser);
  return new FirefoxBrowser(browser);
}

/** The extension opens its options in a tab of its own, which would otherwise come in front of a test's page later. */
async function welcomeTab(browser: Browser): Promise<void> {
  await until('the extension opened no page after its installation', async () => (await browser.pages())[1]);
}

/** Asks until there is an answer. */
async function until<T>(trouble: string, ask: () => Promise<T | undefined>): Promise<T> {
  const deadline = Date.now() + 15_000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > deadline) throw new Error(`Waited in vain: ${trouble}.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
