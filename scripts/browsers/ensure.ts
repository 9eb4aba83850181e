/** Makes sure a browser is there: finds one, else installs one, else says which command would. */
import { existsSync } from 'node:fs';
import type { BrowserName } from './find.ts';
import { type Machine, thisMachine } from './machine.ts';

/** On Debian the languages of Chromium's own screens, which an extension follows, are a package of their own. */
const debianPackages: Record<BrowserName, string[]> = {
  chromium: ['chromium', 'chromium-l10n'],
  firefox: ['firefox-esr'],
};
const debianLocales = '/usr/lib/chromium/locales';

const names: Record<BrowserName, string> = { chromium: 'Chromium, Chrome or Edge', firefox: 'Firefox' };

/**
 * Promises the path of a browser that starts. Tries, in this order: an installed one; Playwright's download (Chromium
 * only); the Debian package, when run as root on Debian. Says what it does, since it may take minutes.
 * @throws Error with the command to run by hand, when none of the three works.
 */
export function ensureBrowser(name: BrowserName, machine: Machine = thisMachine): string {
  const found = machine.find(name) ?? install(name, machine);
  if (found === undefined) throw new Error(adviceFor(name));
  return found;
}

function install(name: BrowserName, machine: Machine): string | undefined {
  const { find, say } = machine;
  say(`No ${names[name]} found on this machine.`);
  if (name === 'chromium') downloadChromium(machine);
  if (find(name) === undefined && machine.isDebianRoot) installDebianPackages(debianPackages[name], machine);
  const installed = find(name);
  if (installed !== undefined) say(`Installed: ${installed}`);
  return installed;
}

function downloadChromium({ run, find, say }: Machine): void {
  say('Downloading the Chromium that Playwright offers …');
  const trouble = run('playwright', ['install', 'chromium']);
  if (trouble !== undefined) say(`That did not work: ${trouble}`);
  else if (find('chromium') === undefined) say('It is here, but does not start: libraries of the system are missing.');
}

function installDebianPackages(packages: string[], { run, say }: Machine): void {
  say(`Installing the Debian packages ${packages.join(' and ')} with apt-get …`);
  run('apt-get', ['update', '-qq']);
  const trouble = run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages]);
  if (trouble !== undefined) say(`That did not work: ${trouble}`);
}

/** Whether this Chromium can show its screens in German; installs what Debian leaves out, where it may. */
export function ensureGerman(): boolean {
  const lacksGerman = (): boolean => existsSync(debianLocales) && !existsSync(`${debianLocales}/de.pak`);
  if (lacksGerman() && thisMachine.isDebianRoot) installDebianPackages(debianPackages.chromium, thisMachine);
  return !lacksGerman();
}

function adviceFor(name: BrowserName): string {
  return [
    `Latchkey needs ${names[name]} and found none, and could not install it.`,
    `On Debian or Ubuntu run: sudo apt-get install ${debianPackages[name].join(' ')}`,
    ...(name === 'chromium' ? ['Or let Playwright do it: npx playwright install --with-deps chromium'] : []),
    `Elsewhere install the browser by hand, or name it: LATCHKEY_${name.toUpperCase()}=/path/to/browser`,
  ].join('\n');
}
