/** Starts a Chromium with the extension, in which the stand-ins' hosts lead to the loopback server and nothing else leads anywhere. */
import puppeteer, { type Browser, type Extension, type Page } from 'puppeteer-core';
import { otherPort } from '../standins/hosts.ts';
import type { StandInServer } from '../standins/server.ts';

export interface ChromiumOptions {
  executablePath: string;
  /** Folder of the built extension. */
  extension: string;
  server: StandInServer;
  headless: boolean;
  /** Folder of the browser's profile; made by the caller, who also removes it. */
  profileFolder: string;
  /** Language of the browser's own screens; the extension follows it. */
  language?: string;
  /** The X display to open the window on; by default this machine's own. */
  display?: string;
}

export interface ExtensionBrowser {
  browser: Browser;
  /** The extension as the toolbar knows it. */
  extension: Extension;
  /** Address of one of the extension's own pages. */
  pageUrl(name: string): string;
  /** Presses the toolbar button while `page` is in front, and gives the popup it opened. */
  openPopup(page: Page): Promise<Page>;
  close(): Promise<void>;
}

const quiet = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
  '--disable-gpu',
  // Else `http:` in an address becomes `https:` wherever a server answers to that.
  '--disable-features=HttpsUpgrades',
  '--window-size=1280,1000',
];

/** Promises a running browser whose only extension is the one named. The caller closes it. */
export async function launchChromium(options: ChromiumOptions): Promise<ExtensionBrowser> {
  const { server } = options;
  const rules = server.hosts.flatMap((host) => [
    `MAP ${host}:443 127.0.0.1:${server.port}`,
    `MAP ${host}:${otherPort} 127.0.0.1:${server.port}`,
    `MAP ${host}:80 127.0.0.1:${server.httpPort}`,
  ]);
  const browser = await puppeteer.launch({
    executablePath: options.executablePath,
    headless: options.headless,
    pipe: true,
    enableExtensions: true,
    userDataDir: options.profileFolder,
    defaultViewport: options.headless ? { width: 1280, height: 900 } : null,
    args: [
      ...quiet,
      `--host-resolver-rules=${[...rules, 'MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1'].join(',')}`,
      `--ignore-certificate-errors-spki-list=${server.spki}`,
      ...(options.language === undefined ? [] : [`--lang=${options.language}`]),
    ],
    env: environment(options),
  });
  const extension = await install(browser, options.extension);
  return {
    browser,
    extension,
    pageUrl: (name) => `chrome-extension://${extension.id}/${name}`,
    openPopup: (page) => openPopup(browser, extension, page),
    close: () => browser.close(),
  };
}

function environment({ language, display }: ChromiumOptions): NodeJS.ProcessEnv {
  return {
    ...process.env,
    ...(language === undefined ? {} : { LANGUAGE: language }),
    ...(display === undefined ? {} : { DISPLAY: display }),
  };
}

async function install(browser: Browser, folder: string): Promise<Extension> {
  try {
    const id = await browser.installExtension(folder);
    const extension = (await browser.extensions()).get(id);
    if (extension === undefined) throw new Error(`The browser did not take the extension in ${folder}.`);
    return extension;
  } catch (error) {
    await browser.close();
    throw error;
  }
}

async function openPopup(browser: Browser, extension: Extension, page: Page): Promise<Page> {
  await page.bringToFront();
  const opened = browser.waitForTarget((target) => target.url().endsWith('/popup.html'), { timeout: 15_000 });
  await page.triggerExtensionAction(extension);
  return (await opened).asPage();
}
