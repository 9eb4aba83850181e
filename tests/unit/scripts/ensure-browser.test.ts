// @vitest-environment node
/** A machine without a browser gets one, or the command that would install it, in plain words. */
import { expect, it, vi } from 'vitest';
import { ensureBrowser } from '../../../scripts/browsers/ensure';
import { type Machine, reasonIn } from '../../../scripts/browsers/machine';

// Half a second to import, for a path that no test here asks for.
vi.mock('@playwright/test', () => ({ chromium: { executablePath: () => '' } }));

interface Given {
  isDebianRoot?: boolean;
  /** After which command there is a browser. */
  installedBy?: 'playwright' | 'apt-get';
  /** What a command says that fails. */
  troubles?: Partial<Record<'playwright' | 'apt-get', string>>;
}

function machine({ isDebianRoot = false, installedBy, troubles = {} }: Given = {}) {
  const said: string[] = [];
  const commands: string[] = [];
  const bare: Machine = {
    isDebianRoot,
    find: (name) =>
      commands.some((command) => command.startsWith(`${installedBy} install`)) ? `/bin/${name}` : undefined,
    run: (command, parameters) => {
      commands.push([command, ...parameters].join(' '));
      return troubles[command as 'playwright' | 'apt-get'];
    },
    say: (line) => void said.push(line),
  };
  return { bare, said, commands };
}

const refused = { playwright: 'Failed to download Chromium' };

it('takes an installed browser without a word', () => {
  const { bare, said, commands } = machine();
  expect(ensureBrowser('firefox', { ...bare, find: () => '/opt/firefox' })).toBe('/opt/firefox');
  expect([said, commands]).toEqual([[], []]);
});

it('downloads a Chromium first, and says where it is', () => {
  const { bare, said, commands } = machine({ isDebianRoot: true, installedBy: 'playwright' });
  expect(ensureBrowser('chromium', bare)).toBe('/bin/chromium');
  expect(commands).toEqual(['playwright install chromium']);
  expect(said).toEqual([
    'No Chromium, Chrome or Edge found on this machine.',
    'Downloading the Chromium that Playwright offers …',
    'Installed: /bin/chromium',
  ]);
});

it('installs the Debian packages as root, where the download is refused', () => {
  const { bare, said, commands } = machine({ isDebianRoot: true, installedBy: 'apt-get', troubles: refused });
  expect(ensureBrowser('chromium', bare)).toBe('/bin/chromium');
  expect(commands.slice(1)).toEqual([
    'apt-get update -qq',
    'apt-get install -y -qq --no-install-recommends chromium chromium-l10n',
  ]);
  expect(said.slice(2)).toEqual([
    'That did not work: Failed to download Chromium',
    'Installing the Debian packages chromium and chromium-l10n with apt-get …',
    'Installed: /bin/chromium',
  ]);
});

it('installs the Debian packages, too, where the downloaded Chromium does not start', () => {
  const { bare, said } = machine({ isDebianRoot: true, installedBy: 'apt-get' });
  expect(ensureBrowser('chromium', bare)).toBe('/bin/chromium');
  expect(said[2]).toBe('It is here, but does not start: libraries of the system are missing.');
});

it('downloads no Firefox', () => {
  const { bare, commands } = machine({ isDebianRoot: true, installedBy: 'apt-get' });
  expect(ensureBrowser('firefox', bare)).toBe('/bin/firefox');
  expect(commands.join()).not.toContain('playwright');
});

it('names the commands where it may install nothing, and touches no package', () => {
  const { bare, commands } = machine({ troubles: refused });
  expect(() => ensureBrowser('chromium', bare)).toThrow(
    [
      'Latchkey needs Chromium, Chrome or Edge and found none, and could not install it.',
      'On Debian or Ubuntu run: sudo apt-get install chromium chromium-l10n',
      'Or let Playwright do it: npx playwright install --with-deps chromium',
      'Elsewhere install the browser by hand, or name it: LATCHKEY_CHROMIUM=/path/to/browser',
    ].join('\n'),
  );
  expect(commands).toEqual(['playwright install chromium']);
  expect(() => ensureBrowser('firefox', bare)).toThrow('sudo apt-get install firefox-esr');
});

it('says why apt-get failed', () => {
  const { bare, said } = machine({ isDebianRoot: true, troubles: { ...refused, 'apt-get': 'E: Unable to locate it' } });
  expect(() => ensureBrowser('chromium', bare)).toThrow('could not install it');
  expect(said.at(-1)).toBe('That did not work: E: Unable to locate it');
});

it.each([
  [
    'Downloading …\nError: getaddrinfo ENOTFOUND cdn\n  at lookup {\n}\nError: Download failure',
    'Error: getaddrinfo ENOTFOUND cdn',
  ],
  ['Reading …\nW: old list\nE: Unable to locate package firefox\n', 'E: Unable to locate package firefox'],
  ['first\nlast\n\n', 'last'],
  ['', 'it gave no reason'],
])('finds the reason in what a tool printed: %j', (output, reason) => {
  expect(reasonIn(output)).toBe(reason);
});
