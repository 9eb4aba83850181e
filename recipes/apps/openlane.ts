/** Openlane, console of 2026: the directory sync from authentik, with an API token; page sheet openlane.md. */
import type { Recipe } from '../schema';

const definitionPages = [
  '/automation/integrations/def_01K0AUTHENTIK000000000000001',
  '/organization-settings/integrations/def_01K0AUTHENTIK000000000000001',
];

const anyDefinitionPage = { paths: ['/automation/integrations/*', '/organization-settings/integrations/*'] };

/** Every provider has fields with these ids: the heading, or the definition's id, tells them apart (sheet 3). */
const isAuthentik = { selector: 'h2', oneOf: ['Authentik'] };

const dialogField = '[role="dialog"] [id^="integration-config-"]';

/** Wizard and sheet are modal, and show the same ids once more (sheet 6). */
const inDialog = {
  within: '[role="dialog"]:has([id^="integration-config-"])',
  steps: [],
  stepwise: true as const,
  save: {
    selectors: ['[role="dialog"] button[type="submit"]'],
    labels: ['save and connect', 'save credentials', 'save settings', 'save configuration'],
  },
};

export default {
  schema: 1,
  id: 'openlane',
  name: 'Openlane',
  docs: 'https://docs.theopenlane.io/docs/platform/integrations/authentik',
  versions: 'console of April to August 2026',
  tried: 'real front end',
  forms: [
    {
      id: 'credentials',
      page: anyDefinitionPage,
      markers: {
        present: ['section > form div.cursor-pointer'],
        absent: [dialogField],
        texts: [isAuthentik],
      },
      within: 'section > form',
      basePath: { from: 'origin' },
      // The token is not an OAuth2 client's secret; a client still knows the base URL (sheet 1).
      profiles: ['api-token', 'oidc-client'],
      // With an instance installed the card is folded: a click on it unfolds it, and keeps what was typed.
      steps: [
        {
          do: 'reveal',
          control: 'section > form div.cursor-pointer',
          part: '[id^="integration-config-credentials__"]',
        },
      ],
      fields: [
        {
          key: 'base_url',
          find: { selectors: ['[id="integration-config-credentials__baseUrl"]'] },
          control: { kind: 'text' },
          // Older back ends glue the path of the API straight onto it.
          value: { from: 'authentik', name: 'base_url', as: 'without-slash' },
        },
        {
          key: 'api_token',
          find: { selectors: ['[id="integration-config-credentials__token"]'] },
          control: { kind: 'password' },
          value: { from: 'profile', name: 'api_token' },
        },
        {
          key: 'primary_directory',
          find: { selectors: ['[id^="integration-config-"][id$="__primaryDirectory"]'] },
          control: { kind: 'switch' },
          value: { from: 'user' },
          optional: true,
          hint: 'one-primary-directory',
        },
        {
          key: 'disable_group_sync',
          find: { selectors: ['[id^="integration-config-"][id$="__disableGroupSync"]'] },
          control: { kind: 'switch' },
          value: { from: 'user' },
          optional: true,
          hint: 'group-sync',
        },
        {
          key: 'filter',
          find: { selectors: ['[id^="integration-config-"][id$="__filterExpr"]'] },
          control: { kind: 'text' },
          value: { from: 'user' },
          optional: true,
          hint: 'filter-example',
        },
      ],
      callbacks: [],
      button: { beside: 'block', at: 'top-right' },
      save: { selectors: ['section > form button[type="submit"]'] },
      neverTouch: ['button[type="submit"]', '[role="switch"]', '[role="dialog"] button'],
      authentik: { needs: 'api-token', reads: ['users', 'groups', 'system', 'brands'] },
      // Its servers call authentik: an address that is not public https gets a warning.
      afterwards: ['public-https', 'health-badge'],
      variants: [
        {
          id: 'dialog',
          markers: { present: [dialogField], texts: [isAuthentik] },
          ...inDialog,
        },
        {
          // The definition's id is the same in every back end, whatever the heading says.
          id: 'renamed-dialog',
          page: { paths: definitionPages },
          markers: { present: [dialogField], absentLines: ['Authentik'] },
          ...inDialog,
        },
        {
          id: 'renamed',
          page: { paths: definitionPages },
          markers: {
            present: ['section > form div.cursor-pointer'],
            absent: [dialogField],
            absentLines: ['Authentik'],
          },
        },
      ],
    },
  ],
  notices: [
    {
      id: 'open-definition',
      page: { paths: ['/automation/integrations', '/organization-settings/integrations'] },
      markers: {
        present: ['h2'],
        texts: [
          { selector: 'h2', oneOf: ['Integrations'] },
          { selector: 'span', oneOf: ['Authentik'] },
        ],
      },
    },
    {
      // The heading comes with the answer about permissions, the form only for those who may edit.
      id: 'read-only',
      page: anyDefinitionPage,
      markers: { present: ['h2'], absent: ['section > form'], texts: [isAuthentik] },
    },
    {
      id: 'checking',
      page: anyDefinitionPage,
      markers: {
        present: ['section .rounded-full'],
        texts: [isAuthentik, { selector: 'section .rounded-full', oneOf: ['Checking', 'Checking Health'] }],
      },
    },
    {
      id: 'healthy',
      page: anyDefinitionPage,
      markers: {
        present: ['section .rounded-full'],
        texts: [isAuthentik, { selector: 'section .rounded-full', oneOf: ['Healthy'] }],
      },
    },
    {
      id: 'needs-attention',
      page: anyDefinitionPage,
      markers: {
        present: ['section .rounded-full'],
        texts: [isAuthentik, { selector: 'section .rounded-full', oneOf: ['Needs Attention', 'Degraded'] }],
      },
    },
    {
      id: 'health-unknown',
      page: anyDefinitionPage,
      markers: {
        present: ['section .rounded-full'],
        texts: [isAuthentik, { selector: 'section .rounded-full', oneOf: ['Unknown', 'Pending', 'Disabled'] }],
      },
    },
  ],
} satisfies Recipe;
