/** A made-up app that uses every control and every way to a callback that no shipped recipe does. */
import type { Recipe } from '../../../recipes/schema.ts';

export const acme = {
  schema: 1,
  id: 'acme',
  name: 'Acme',
  docs: 'https://docs.acme.example/',
  versions: '1',
  tried: 'not tried on the live page',
  forms: [
    {
      id: 'sso',
      page: { paths: ['/settings/sso'] },
      markers: { present: ['form#sso'], texts: [{ selector: 'h1', oneOf: ['Single sign-on'] }] },
      within: 'form#sso',
      basePath: { from: 'origin' },
      steps: [{ do: 'reveal', control: '#advanced', part: '#fields' }],
      fields: [
        {
          key: 'provider_name',
          find: { selectors: ['#name'] },
          control: { kind: 'text' },
          value: { from: 'constant', text: 'authentik' },
        },
        {
          key: 'discovery',
          find: { selectors: ['#discovery'] },
          control: { kind: 'textarea' },
          value: { from: 'authentik', name: 'discovery' },
        },
        {
          key: 'issuer',
          find: { selectors: ['#issuer'] },
          control: { kind: 'text' },
          value: { from: 'authentik', name: 'issuer', as: 'without-slash' },
        },
        {
          key: 'authorization',
          find: { selectors: ['#authorize'] },
          control: { kind: 'text' },
          value: { from: 'authentik', name: 'authorization', as: 'path' },
        },
        {
          key: 'token',
          find: { labels: ['token'] },
          control: { kind: 'text' },
          value: { from: 'authentik', name: 'token' },
        },
        {
          key: 'end_session',
          find: { selectors: ['#logout'] },
          control: { kind: 'text' },
          value: { from: 'authentik', name: 'end_session' },
        },
        {
          key: 'client_secret',
          find: { selectors: ['#client-secret'] },
          control: { kind: 'password', reveal: '#replace', eye: true },
          value: { from: 'profile', name: 'client_secret' },
        },
        {
          key: 'token_auth',
          find: { selectors: ['#token-auth'] },
          control: { kind: 'select' },
          value: { from: 'constant', text: 'post' },
        },
        {
          key: 'claim',
          find: { selectors: ['input[name="claim"]'], position: { index: 0, of: 3 } },
          control: { kind: 'radio' },
          value: { from: 'constant', text: 'preferred_username' },
        },
        {
          key: 'user_identifier',
          find: { selectors: ['#identifier'] },
          control: {
            kind: 'dropdown',
            options: [
              { value: 'email', labels: ['e-mail address'] },
              { value: 'preferred_username', labels: ['user name', 'benutzername'] },
            ],
          },
          value: { from: 'constant', text: 'preferred_username' },
        },
        {
          key: 'allow_admin',
          find: { selectors: ['#allow-admin'] },
          control: { kind: 'checkbox' },
          value: { from: 'choice', choice: 'allow_admin' },
        },
        {
          key: 'auto_register',
          find: { selectors: ['#auto-register'] },
          control: { kind: 'switch' },
          value: { from: 'choice', choice: 'auto_register' },
        },
        {
          key: 'scopes',
          find: { selectors: ['#scopes'] },
          control: { kind: 'tags', tag: '.tag', cross: '.cross', input: 'input' },
          // The untouched list of this app holds a scope that must go, and lacks two: openid is implied here.
          value: { from: 'scopes', wanted: ['email', 'profile'], as: 'list', untouched: ['openid', 'groups'] },
        },
        {
          key: 'redirect_uri',
          find: { selectors: ['#redirect'] },
          control: { kind: 'text' },
          value: { from: 'page', template: '{origin}{basePath}auth/{field:provider_name}/callback' },
        },
        {
          key: 'enabled',
          find: { selectors: ['#enabled'] },
          control: { kind: 'switch' },
          value: { from: 'user' },
          savesAtOnce: true,
        },
      ],
      choices: [
        { id: 'allow_admin', kind: 'list', options: ['leave', 'on', 'off'], default: 'on' },
        { id: 'auto_register', kind: 'list', options: ['leave', 'on', 'off'], default: 'on' },
      ],
      callbacks: [
        { how: 'input', selector: '#callback-box' },
        { how: 'example', selector: '#callback-code', path: '/auth/openid/callback' },
        { how: 'text', selector: '#callback-text' },
        { how: 'address', path: '/auth/line' },
        { how: 'near-label', labels: ['callback url'] },
        { how: 'fixed', url: 'https://acme.company/signed-out', kind: 'logout' },
        { how: 'fixed', url: 'https://acme\\.company/tenants/[a-z]+/callback', matching: 'regex' },
        { how: 'after-save' },
      ],
      button: { beside: 'block', at: 'top-right' },
      save: { labels: ['save'] },
      authentik: {
        needs: 'provider',
        subjectMode: 'user_email',
        signingKey: true,
        clientType: 'confidential',
        scopeMappings: ['offline_access'],
      },
      afterwards: [],
      variants: [
        {
          id: 'legacy',
          markers: { present: ['form#sso', '#legacy-issuer'] },
          fields: [
            {
              key: 'issuer',
              find: { selectors: ['#legacy-issuer'] },
              control: { kind: 'text' },
              value: { from: 'authentik', name: 'issuer' },
            },
          ],
        },
        {
          id: 'scope-text',
          markers: { present: ['form#sso', '#scope-text'] },
          fields: [
            {
              key: 'scopes',
              find: { selectors: ['#scope-text'] },
              control: { kind: 'text' },
              value: { from: 'scopes', wanted: ['openid', 'email'], as: 'comma-blank', own: 'leave-out' },
            },
          ],
        },
      ],
    },
  ],
} satisfies Recipe;
