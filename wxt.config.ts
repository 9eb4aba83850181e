import { defineConfig } from 'wxt';
import { standInHosts } from './tests/standins/hosts.ts';

/** Only the test build (`--mode e2e`) may reach the stand-ins without asking; it never leaves this machine. */
const isTestBuild = (mode: string): boolean => mode === 'e2e';

const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  // The administrator's own authentik, once the browser was asked for it; over https alone.
  'connect-src https:',
  "form-action 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "object-src 'none'",
].join('; ');

export default defineConfig({
  modules: ['@wxt-dev/i18n/module', '@wxt-dev/auto-icons', '@wxt-dev/webextension-polyfill'],
  imports: false,
  manifestVersion: 3,
  targetBrowsers: ['chrome', 'firefox'],
  outDirTemplate: '{{browser}}-mv{{manifestVersion}}{{modeSuffix}}',
  autoIcons: { baseIconPath: 'public/icon.svg' },
  zip: { name: 'latchkey' },
  // Every browser we run on preloads modules by itself; the stand-in for others would be the only request we make.
  vite: () => ({ build: { modulePreload: { polyfill: false } } }),
  manifest: ({ browser, mode }) => ({
    name: 'Latchkey',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    permissions: ['storage', 'scripting', 'activeTab', 'alarms', 'idle'],
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    ...(isTestBuild(mode) && {
      host_permissions: standInHosts.map((host) => `https://${host}/*`),
    }),
    action: { default_title: 'Latchkey' },
    content_security_policy: { extension_pages: contentSecurityPolicy },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'latchkey@latchkey.example',
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { externally_connectable: { ids: [], matches: [] }, minimum_chrome_version: '126' }),
  }),
});
