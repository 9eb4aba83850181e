/** Portainer 2.0 to 2.45, Settings > Authentication > OAuth > Custom; page sheet portainer.md. */
import type { Recipe } from '../schema';

export default {
  schema: 1,
  id: 'portainer',
  name: 'Portainer',
  docs: 'https://integrations.goauthentik.io/hypervisors-orchestrators/portainer/',
  versions: '2.0 to 2.45',
  tried: 'real front end',
  forms: [
    {
      id: 'oauth',
      // Sheet 1: a query or a second hash is accepted; a final slash or a missing `!` leads elsewhere.
      page: {
        hashes: [
          '#!/settings/auth',
          '#!/settings/auth?*',
          '#!/settings/auth#*',
          '#!settings/auth',
          '#!settings/auth?*',
          '#!settings/auth#*',
        ],
      },
      // True before OAuth is chosen, too: the fields exist only after the method and the provider are. Up to 2.9.0 the
      // OAuth box has the id of another page's, and there are no boxes of providers (sheet 1 and 2).
      markers: {
        present: [
          'html[ng-app="portainer"]',
          'input#auth_oauth[type="radio"], input#registry_auth[type="radio"]',
          'label[for="auth_oauth"], label[for="registry_auth"]',
        ],
      },
      // The form carries a name from some version on; what it holds is the same before.
      within: 'form:has(#auth_oauth, #registry_auth)',
      basePath: { from: 'attribute', selector: 'base#base', attribute: 'href' },
      method: {
        find: { selectors: ['#auth_oauth, #registry_auth'] },
        control: {
          kind: 'cards',
          cards: [
            {
              value: '1',
              input: '#auth_internal, #registry_quay',
              label: 'label[for="auth_internal"], label[for="registry_quay"]',
            },
            {
              value: '2',
              input: '#auth_ldap, #registry_custom',
              label: 'label[for="auth_ldap"], label[for="registry_custom"]',
            },
            { value: '4', input: '#auth_ad', label: 'label[for="auth_ad"]' },
            {
              value: '3',
              input: '#auth_oauth, #registry_auth',
              label: 'label[for="auth_oauth"], label[for="registry_auth"]',
            },
          ],
        },
        wanted: { value: '3', label: 'OAuth' },
      },
      steps: [
        {
          do: 'choose-card',
          wanted: 'custom',
          cards: [
            { value: 'microsoft', input: 'input#microsoft', label: 'label[for="microsoft"]' },
            { value: 'google', input: 'input#google', label: 'label[for="google"]' },
            { value: 'github', input: 'input#github', label: 'label[for="github"]' },
            { value: 'custom', input: 'input#custom', label: 'label[for="custom"]' },
          ],
        },
      ],
      fields: [
        {
          key: 'client_id',
          find: { selectors: ['#oauth_client_id'] },
          control: { kind: 'text' },
          value: { from: 'profile', name: 'client_id' },
        },
        {
          key: 'client_secret',
          find: { selectors: ['#oauth_client_secret'] },
          control: { kind: 'password' },
          value: { from: 'profile', name: 'client_secret' },
        },
        {
          key: 'authorization',
          find: { selectors: ['#oauth_authorization_uri'] },
          control: { kind: 'text' },
          value: { from: 'authentik', name: 'authorization' },
        },
        {
          key: 'token',
          find: { selectors: ['#oauth_access_token_uri'] },
          control: { kind: 'text' },
          value: { from: 'authentik', name: 'token' },
        },
        {
          key: 'userinfo',
          find: { selectors: ['#oauth_resource_uri'] },
          control: { kind: 'text' },
          value: { from: 'authentik', name: 'userinfo' },
        },
        {
          key: 'redirect_uri',
          find: { selectors: ['#oauth_redirect_uri'] },
          control: { kind: 'text' },
          value: { from: 'page', template: '{origin}{basePath}' },
          keep: true,
        },
        {
          key: 'end_session',
          find: { selectors: ['#oauth_logout_url'] },
          control: { kind: 'text' },
          value: { from: 'authentik', name: 'end_session' },
          optional: true,
        },
        {
          key: 'user_identifier',
          find: { selectors: ['#oauth_user_identifier'] },
          control: { kind: 'text' },
          value: { from: 'choice', choice: 'user_identifier' },
        },
        {
          key: 'scopes',
          find: { selectors: ['#oauth_scopes'] },
          control: { kind: 'text' },
          value: { from: 'scopes', wanted: ['email', 'openid', 'profile'], as: 'space' },
        },
      ],
      choices: [
        {
          id: 'user_identifier',
          kind: 'list',
          options: ['preferred_username', 'email'],
          default: 'preferred_username',
        },
      ],
      callbacks: [{ how: 'field', key: 'redirect_uri' }],
      button: { beside: 'block', at: 'top-right' },
      // Up to 2.11 the button has no class of its own.
      save: { selectors: ['button.oauth-save-settings-button'], labels: ['save settings'] },
      neverTouch: ['button', 'input[type="checkbox"]', '#oauth_authstyle'],
      authentik: { needs: 'provider', signingKey: false, clientType: 'confidential' },
      afterwards: ['users-must-exist'],
    },
  ],
} satisfies Recipe;
