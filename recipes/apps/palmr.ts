/** Palmr 3.1.0-beta to 3.3.2, the seeded row of authentik in Settings > Authentication Providers; page sheet palmr.md. */
import type { Recipe } from '../schema';

export default {
  schema: 1,
  id: 'palmr',
  name: 'Palmr',
  docs: 'https://palmr.kyantech.com.br/docs/3.2-beta/oidc-authentication/authentik',
  versions: '3.1.0-beta to 3.3.2',
  tried: 'real front end',
  forms: [
    {
      id: 'official-provider',
      page: { paths: ['/settings'] },
      // Before 3.1.0-beta nothing could be hidden, and the same box took the issuer (sheet 1).
      markers: { present: ['#hideDisabledProviders'] },
      // The second bullet is the official row's alone; what follows it is translated (sheet 2).
      within: { line: 'OIDC • authentik • *', closest: '.border.rounded-lg' },
      basePath: { from: 'origin' },
      // The pen opens and closes the form, and has no effect on the server (sheet 6).
      steps: [{ do: 'reveal', control: 'button:has(svg.tabler-icon-edit)', part: 'input[data-slot="input"]' }],
      fields: [
        {
          // Three endpoints are joined to it: with the issuer, each would be wrong (sheet 3).
          key: 'base_url',
          find: { selectors: ['input[data-slot="input"]'], position: { index: 0, of: 3 } },
          control: { kind: 'text' },
          value: { from: 'authentik', name: 'base_url' },
        },
        {
          key: 'client_id',
          find: { selectors: ['input[data-slot="input"]'], position: { index: 1, of: 3 } },
          control: { kind: 'text' },
          value: { from: 'profile', name: 'client_id' },
        },
        {
          // The one box with a button beside it, the eye.
          key: 'client_secret',
          find: { selectors: ['div:has(> button) > input[data-slot="input"]'] },
          control: { kind: 'password', eye: true },
          value: { from: 'profile', name: 'client_secret' },
        },
        {
          key: 'scopes',
          find: { selectors: ['div[data-slot="input"]'], position: { index: 0, of: 2 } },
          control: { kind: 'tags', tag: '[data-slot="badge"]', cross: 'button', input: 'input', key: ',' },
          value: { from: 'scopes', wanted: ['openid', 'profile', 'email'], as: 'list', own: 'leave-out' },
          rules: ['server-ignores'],
        },
        {
          key: 'enabled',
          find: { selectors: ['.border.rounded-lg > div:first-child [role="switch"]'] },
          control: { kind: 'switch' },
          value: { from: 'user' },
          savesAtOnce: true,
        },
        {
          key: 'icon',
          find: { selectors: ['button[aria-haspopup="dialog"]'] },
          control: { kind: 'dropdown', options: [] },
          value: { from: 'user' },
          hint: 'own-taste',
        },
        {
          key: 'admin_domains',
          find: { selectors: ['div[data-slot="input"]'], position: { index: 1, of: 2 } },
          control: { kind: 'tags', tag: '[data-slot="badge"]', cross: 'button', input: 'input', key: ',' },
          value: { from: 'user' },
          hint: 'own-policy',
        },
        {
          key: 'auto_register',
          find: { selectors: ['.border.rounded-lg > .border-t [role="switch"]'] },
          control: { kind: 'switch' },
          value: { from: 'user' },
          hint: 'own-policy',
        },
      ],
      // Only inside the row: the form for a new provider shows a callback of its own.
      callbacks: [
        { how: 'address', path: '/api/auth/providers/authentik/callback' },
        { how: 'computed', template: '{origin}/api/auth/providers/authentik/callback' },
      ],
      // The two lines with the provider's names, left of the switch and the pen.
      button: { beside: '.border.rounded-lg > div:first-child div:has(> .text-xs)', at: 'after' },
      save: { selectors: ['.border-t .justify-end > button:last-child'] },
      neverTouch: [
        // Save and Cancel of any form on the page, "Test" of the mail settings included.
        '.justify-end > button',
        'button[type="submit"]',
        '[role="switch"]',
        '[data-rfd-drag-handle-draggable-id]',
        'button:has(svg.tabler-icon-trash)',
        // The eye would show the secret.
        'div:has(> input[data-slot="input"]) > button',
        'button[aria-haspopup="dialog"]',
        '#hideDisabledProviders',
      ],
      // It asks the userinfo endpoint and never looks into the ID token.
      authentik: { needs: 'provider', signingKey: false, clientType: 'confidential' },
      afterwards: ['enable-provider', 'emails-must-match', 'proxy-headers'],
    },
  ],
  notices: [
    {
      // Filtered and disabled: the row is not on the page at all (sheet 2).
      id: 'hidden-provider',
      page: { paths: ['/settings'] },
      markers: {
        present: ['#hideDisabledProviders[aria-checked="true"]'],
        absentLines: ['OIDC • authentik • *'],
      },
    },
    {
      // Its URL is the issuer without final slash, and leaving the box rewrites scopes (sheet 3).
      id: 'custom-provider',
      declines: true,
      page: { paths: ['/settings'] },
      markers: {
        present: [
          '#hideDisabledProviders',
          '#auto-discovery[name="configMethod"]',
          '#manual-endpoints[name="configMethod"]',
        ],
      },
    },
  ],
} satisfies Recipe;
