/** Finds an installed Chromium, Chrome, Edge or Firefox on Linux, macOS and Windows, else Playwright's own Chromium. */
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium as playwrightChromium } from '@playwright/test';

export type BrowserName = 'chromium' | 'firefox';

const commands: Record<BrowserName, string[]> = {
  chromium: [
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
    'microsoft-edge-stable',
    'microsoft-edge',
  ],
  firefox: ['firefox-esr', 'firefox'],
};

const macApplications: Record<BrowserName, string[]> = {
  chromium: ['Chromium', 'Google Chrome', 'Microsoft Edge'],
  firefox: ['Firefox'],
};

const windowsPrograms: Record<BrowserName, string[]> = {
  chromium: [
    'Chromium/Application/chrome.exe',
    'Google/Chrome/Application/chrome.exe',
    'Microsoft/Edge/Application/msedge.exe',
  ],
  firefox: ['Mozilla Firefox/firefox.exe'],
};

/**
 * The path of the first executable browser that suits, or undefined.
 * `LATCHKEY_CHROMIUM` and `LATCHKEY_FIREFOX` name one by hand.
 */
export function findBrowser(name: BrowserName, suits: (path: string) => boolean = () => true): string | undefined {
  const named = process.env[name === 'chromium' ? 'LATCHKEY_CHROMIUM' : 'LATCHKEY_FIREFOX'];
  const candidates = [...(named === undefined ? [] : [named]), ...installed(name)];
  if (name === 'chromium') candidates.push(playwrightChromium.executablePath());
  return candidates.find((path) => path !== '' && isExecutable(path) && suits(path));
}

function installed(name: BrowserName): string[] {
  if (process.platform === 'darwin') {
    return macApplications[name].map(
      (app) => `/Applications/${app}.app/Contents/MacOS/${app === 'Firefox' ? 'firefox' : app}`,
    );
  }
  if (process.platform === 'win32') {
    const roots = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
    return roots.flatMap((root) =>
      root === undefined ? [] : windowsPrograms[name].map((program) => join(root, program)),
    );
  }
  const folders = (process.env.PATH ?? '').split(delimiter);
  return commands[name].flatMap((command) => folders.map((folder) => join(folder, command)));
}

function isExecutable(path: string): boolean {
  if (!existsSync(path)) return false;
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
