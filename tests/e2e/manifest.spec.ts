/** The shipped manifests, key by key, against frozen lists; only the test build may have more. */
import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { standInHosts } from '../standins/hosts.ts';

async function manifestOf(folder: string): Promise<Record<string, unknown>> {
  return JSON.parse(await readFile(`.output/${folder}/manifest.json`, 'utf8'));
}

const csp =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; " +
  "connect-src https:; form-action 'none'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'";

const common = {
  manifest_version: 3,
  name: 'Latchkey',
  description: '__MSG_extensionDescription__',
  default_locale: 'en',
  icons: { '16': 'icons/16.png', '32': 'icons/32.png', '48': 'icons/48.png', '128': 'icons/128.png' },
  permissions: ['storage', 'scripting', 'activeTab', 'alarms', 'idle'],
  optional_host_permissions: ['https://*/*', 'http://*/*'],
  content_security_policy: { extension_pages: csp },
};

/** Permissions and policy of extension pages: what a bad update would have to change. */
const frozen = { annotation: { type: 'threat', description: 'A14' } };

test('the shipped manifest for Chromium', frozen, async () => {
  const { version, ...manifest } = await manifestOf('chrome-mv3');
  expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  expect(manifest).toEqual({
    ...common,
    action: { default_title: 'Latchkey', default_popup: 'popup.html' },
    background: { service_worker: 'background.js' },
    options_ui: { page: 'options.html', open_in_tab: true },
    externally_connectable: { ids: [], matches: [] },
    minimum_chrome_version: '126',
  });
});

test('the shipped manifest for Firefox', frozen, async () => {
  const { version, ...manifest } = await manifestOf('firefox-mv3');
  expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  expect(manifest).toEqual({
    ...common,
    action: { default_title: 'Latchkey', default_popup: 'popup.html' },
    background: { scripts: ['background.js'] },
    options_ui: { page: 'options.html', open_in_tab: true },
    browser_specific_settings: {
      gecko: {
        id: 'latchkey@latchkey.example',
        strict_min_version: '142.0',
        data_collection_permissions: { required: ['none'] },
      },
    },
  });
});

for (const browser of ['chrome', 'firefox']) {
  test(`the test build for ${browser} differs in host permissions alone`, async () => {
    const { host_permissions, ...rest } = await manifestOf(`${browser}-mv3-e2e`);
    expect(host_permissions).toEqual(standInHosts.map((host) => `https://${host}/*`));
    expect(rest).toEqual(await manifestOf(`${browser}-mv3`));
  });
}
