/** Makes sure a browser is there: finds one, else installs one, else says which command would. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type BrowserName, findBrowser } from './find.ts';

/** On Debian the languages of Chromium's own screens, which an extension follows, are a package of their own. */
const debianPackages: Record<BrowserName, string[]> = {
  chromium: ['chromium', 'chromium-l10n'],
  firefox: ['firefox-esr'],
};
const debianLocales = '/usr/lib/chromium/locales';

/**
 * Promises the path of a browser. Tries, in this order: an installed one; Playwright's download (Chromium only);
 * the Debian package, when run as root on Debian.
 * @throws Error with the command to run by hand, when none of the three works.
 */
export function ensureBrowser(name: BrowserName): string {
  const found = findBrowser(name);
  if (found !== undefined) return found;
  process.stdout.write(`No ${name} found on this machine. Installing one …\n`);
  if (name === 'chromium') run('playwright', ['install', 'chromium']);
  if (findBrowser(name) === undefined && isDebianRoot()) installDebianPackages(debianPackages[name]);
  const installed = findBrowser(name);
  if (installed === undefined) throw new Error(adviceFor(name));
  return installed;
}

function installDebianPackages(packages: string[]): void {
  run('apt-get', ['update', '-qq']);
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages]);
}

/** Whether this Chromium can show its screens in German; installs what Debian leaves out, where it may. */
export function ensureGerman(): boolean {
  const lacksGerman = (): boolean => existsSync(debianLocales) && !existsSync(`${debianLocales}/de.pak`);
  if (lacksGerman() && isDebianRoot()) installDebianPackages(debianPackages.chromium);
  return !lacksGerman();
}

function isDebianRoot(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/etc/debian_version');
}

/** Output goes to a pipe and is dropped: what counts is whether a browser is there afterwards. */
function run(command: string, parameters: string[]): void {
  spawnSync(command, parameters, {
    stdio: 'ignore',
    timeout: 300_000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

function adviceFor(name: BrowserName): string {
  return [
    `Latchkey needs ${name === 'chromium' ? 'Chromium, Chrome or Edge' : 'Firefox'} and found none, and could not install it.`,
    `On Debian or Ubuntu run: sudo apt-get install ${debianPackages[name].join(' ')}`,
    `Elsewhere install the browser by hand, or name it: LATCHKEY_${name.toUpperCase()}=/path/to/browser`,
  ].join('\n');
}
