/** EspoCRM 7.3 to 10.0, OIDC in Administration > Authentication and for portals; page sheet espocrm.md. */
import type { Recipe } from '../schema';

type Form = Recipe['forms'][number];

/** Both forms have these, by the same names (sheet 7). */
const oidcFields = [
  {
    key: 'client_id',
    find: { selectors: ['input[data-name="oidcClientId"]'] },
    control: { kind: 'text' },
    value: { from: 'profile', name: 'client_id' },
  },
  {
    key: 'client_secret',
    find: { selectors: ['input[data-name="oidcClientSecret"]'] },
    control: { kind: 'password', reveal: '.field[data-name="oidcClientSecret"] [data-action="change"]' },
    value: { from: 'profile', name: 'client_secret' },
  },
  {
    key: 'authorization',
    find: { selectors: ['input[data-name="oidcAuthorizationEndpoint"]'] },
    control: { kind: 'text' },
    value: { from: 'authentik', name: 'authorization' },
    rules: ['dot-in-host', 'at-most-255'],
  },
  {
    key: 'token',
    find: { selectors: ['input[data-name="oidcTokenEndpoint"]'] },
    control: { kind: 'text' },
    value: { from: 'authentik', name: 'token' },
    rules: ['dot-in-host', 'at-most-255'],
  },
  {
    key: 'userinfo', // since 9.1
    find: { selectors: ['input[data-name="oidcUserInfoEndpoint"]'] },
    control: { kind: 'text' },
    value: { from: 'authentik', name: 'userinfo' },
    optional: true,
    rules: ['dot-in-host', 'at-most-255'],
  },
  {
    key: 'jwks',
    find: { selectors: ['input[data-name="oidcJwksEndpoint"]'] },
    control: { kind: 'text' },
    value: { from: 'authentik', name: 'jwks' },
    rules: ['dot-in-host', 'at-most-255'],
  },
  {
    key: 'scopes',
    find: { selectors: ['.field[data-name="oidcScopes"]'] },
    control: { kind: 'selectize-list' },
    value: {
      from: 'scopes',
      wanted: ['openid', 'profile', 'email'],
      as: 'list',
      untouched: ['profile', 'email', 'phone'],
    },
    optional: true,
  },
  {
    key: 'claim',
    find: { selectors: ['input[data-name="oidcUsernameClaim"]'] },
    control: { kind: 'text' },
    value: { from: 'choice', choice: 'claim' },
    optional: true,
    keep: ['preferred_username'],
  },
  {
    key: 'end_session',
    find: { selectors: ['input[data-name="oidcLogoutUrl"]'] },
    control: { kind: 'text' },
    value: { from: 'authentik', name: 'end_session' },
    optional: true,
  },
] satisfies Form['fields'];

/** Both forms have their buttons alike, and want the same of authentik. */
const frame = {
  within: '#main',
  basePath: { from: 'path' },
  // Tabs exist since 8.3, for the settings alone; without them the panel is below the others and the step is skipped.
  steps: [{ do: 'open-tab', panel: '.panel[data-name="Oidc"]', tab: 'button[data-tab]', attribute: 'data-tab' }],
  callbacks: [
    { how: 'text', selector: '.field[data-name="oidcAuthorizationRedirectUri"]', path: '*/oauth-callback.php' },
  ],
  // The first of both in the document: Save itself only where the group around it has another name.
  button: { beside: '#main .actions-btn-group, #main button[data-action="save"]', at: 'after' },
  save: { selectors: ['button[data-action="save"]'] },
  // "Fallback Login" is the way back when OIDC does not work.
  neverTouch: ['button[data-action="save"]', 'button[data-action="cancel"]', '.field[data-name="oidcFallback"] input'],
  authentik: { needs: 'provider', subjectMode: 'user_username', signingKey: true, clientType: 'confidential' },
  afterwards: ['usernames-must-match'],
} satisfies Partial<Form>;

const claim = {
  id: 'claim',
  kind: 'list',
  options: ['sub', 'preferred_username'],
  default: 'sub',
} satisfies NonNullable<Form['choices']>[number];

export default {
  schema: 1,
  id: 'espocrm',
  name: 'EspoCRM',
  docs: 'https://integrations.goauthentik.io/chat-communication-collaboration/espocrm/',
  versions: '7.3 to 10.0',
  tried: 'real front end',
  forms: [
    {
      ...frame,
      id: 'authentication',
      page: { hashes: ['#Admin/authentication'] },
      // Portal providers have the same OIDC fields, but call their method field `method` (sheet 7).
      markers: { present: ['.cell[data-name="authenticationMethod"]', '.field[data-name="oidcClientId"]'] },
      method: {
        find: { selectors: ['.field[data-name="authenticationMethod"]'] },
        control: { kind: 'selectize-choice' },
        wanted: { value: 'Oidc', label: 'OIDC' },
      },
      fields: [
        ...oidcFields,
        {
          key: 'allow_admin',
          find: { selectors: ['input[data-name="oidcAllowAdminUser"]'] },
          control: { kind: 'checkbox' },
          value: { from: 'choice', choice: 'allow_admin' },
          optional: true,
        },
      ],
      choices: [claim, { id: 'allow_admin', kind: 'list', options: ['leave', 'on', 'off'], default: 'leave' }],
    },
    {
      ...frame,
      id: 'portal-provider',
      page: { hashes: ['#AuthenticationProvider/create', '#AuthenticationProvider/edit/*'] },
      // While one is only looked at, its fields hold text and no inputs.
      markers: {
        present: ['.cell[data-name="method"]', 'input[data-name="oidcClientId"]'],
        absent: ['.cell[data-name="authenticationMethod"]'],
      },
      method: {
        find: { selectors: ['.field[data-name="method"]'] },
        control: { kind: 'selectize-choice' },
        wanted: { value: 'Oidc', label: 'OIDC' },
      },
      fields: [
        {
          key: 'provider_name',
          find: { selectors: ['input[data-name="name"]'] },
          control: { kind: 'text' },
          value: { from: 'user' },
        },
        ...oidcFields,
      ],
      choices: [claim],
    },
  ],
  notices: [
    {
      id: 'portal-view',
      declines: true,
      page: { hashes: ['#AuthenticationProvider/view/*'] },
      markers: {
        present: ['.field[data-name="method"]', '.field[data-name="oidcClientId"]'],
        absent: ['input[data-name="oidcClientId"]'],
      },
    },
  ],
} satisfies Recipe;
