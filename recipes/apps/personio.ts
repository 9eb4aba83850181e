/** Personio, OIDC login of a tenant, English and German; page sheet personio.md (the live page was never seen). */
import type { Recipe } from '../schema';

export default {
  schema: 1,
  id: 'personio',
  name: 'Personio',
  docs: 'https://integrations.goauthentik.io/platforms/personio/',
  versions: 'OIDC form, wordings seen in 2026',
  tried: 'not tried on the live page',
  forms: [
    {
      id: 'oidc',
      page: {
        hosts: ['*.app.personio.com', '*.personio.de'],
        reservedLabels: ['www', 'support', 'developer', 'api', 'login', 'auth', 'jobs'],
      },
      // No id, route or class of this page is known: the four fields prove it (sheet 4).
      markers: {
        present: ['body'],
        fields: {
          every: ['issuer', 'jwks', 'token', 'client_secret'],
          atLeast: { count: 2, of: ['authorization', 'userinfo', 'claim', 'scopes'] },
        },
      },
      within: 'fields',
      basePath: { from: 'origin' },
      fields: [
        {
          key: 'button_text',
          find: {
            labels: [
              'button display text',
              'login button text',
              'button text',
              'display text',
              'anzeigetext',
              'schaltfläche',
              'beschriftung',
            ],
          },
          control: { kind: 'text' },
          value: { from: 'choice', choice: 'button_text' },
        },
        {
          key: 'issuer',
          find: { labels: ['issuer', 'aussteller', 'herausgeber'] },
          control: { kind: 'text' },
          value: { from: 'authentik', name: 'issuer' },
        },
        {
          key: 'authorization',
          find: {
            labels: [
              'authorization uri',
              'authorization',
              'authorisation',
              'autorisierungs uri',
              'autorisierung',
              'auth endpoint',
            ],
          },
          control: { kind: 'text' },
          value: { from: 'authentik', name: 'authorization' },
        },
        {
          key: 'token',
          find: { labels: ['token uri', 'token endpoint', 'token'] },
          control: { kind: 'text' },
          value: { from: 'authentik', name: 'token' },
        },
        {
          key: 'userinfo',
          find: {
            labels: ['userinfo uri', 'userinfo', 'user info', 'benutzerinfo uri', 'benutzerinfo', 'nutzerinfo'],
          },
          control: { kind: 'text' },
          value: { from: 'authentik', name: 'userinfo' },
        },
        {
          key: 'jwks',
          find: { labels: ['json web key set uri', 'json web key set', 'key set', 'web key', 'jwks'] },
          control: { kind: 'text' },
          value: { from: 'authentik', name: 'jwks' },
        },
        {
          key: 'scopes',
          find: { labels: ['scopes', 'scope', 'umfang', 'bereiche'] },
          control: { kind: 'text' },
          value: { from: 'scopes', wanted: ['openid', 'email'], as: 'comma' },
        },
        {
          key: 'client_id',
          find: { labels: ['client id', 'clientid'] },
          control: { kind: 'text' },
          value: { from: 'profile', name: 'client_id' },
        },
        {
          key: 'client_secret',
          find: { labels: ['client secret', 'clientgeheimnis', 'geheimnis', 'geheimer'] },
          control: { kind: 'password' },
          value: { from: 'profile', name: 'client_secret' },
        },
        {
          key: 'secret_expiry',
          find: {
            labels: [
              'client secret expiry',
              'secret expiry date',
              'expiry',
              'expires',
              'ablauf',
              'ablaufdatum',
              'gültig bis',
            ],
          },
          control: { kind: 'text' },
          value: { from: 'user' },
          optional: true,
        },
        {
          key: 'claim',
          find: { labels: ['claim field', 'claim feld', 'claim'] },
          control: { kind: 'text' },
          value: { from: 'constant', text: 'email' },
        },
      ],
      choices: [{ id: 'button_text', kind: 'text', default: 'Continue with authentik' }],
      callbacks: [
        {
          how: 'near-label',
          labels: [
            'callback urls/redirect uris',
            'callback urls',
            'callback url',
            'redirect uris',
            'callback uri',
            'provider settings',
            'provider-einstellungen',
            'provider einstellungen',
          ],
        },
        { how: 'fixed', url: 'https://login.personio.com/login/callback' },
      ],
      callbackHosts: ['login.personio.com', 'auth.personio.de'],
      button: { beside: 'block', at: 'top-right' },
      save: { labels: ['save', 'submit', 'speichern'] },
      // The enable switch and "mandatory" lock people out; no button of this page is ours to press.
      neverTouch: ['button', '[role="switch"]', 'input[type="checkbox"]'],
      authentik: { needs: 'provider', signingKey: true, clientType: 'confidential' },
      afterwards: ['enable-connection', 'emails-must-match', 'public-https'],
    },
  ],
  notices: [
    {
      // Shares labels with the form above, and asks for neither issuer nor key set (sheet 2 and 4).
      id: 'old-oauth-form',
      declines: true,
      page: {
        hosts: ['*.app.personio.com', '*.personio.de'],
        reservedLabels: ['www', 'support', 'developer', 'api', 'login', 'auth', 'jobs'],
      },
      markers: {
        present: ['body'],
        fields: { every: ['authorization', 'client_id', 'client_secret'], none: ['issuer', 'jwks'] },
      },
      form: 'oidc',
    },
  ],
} satisfies Recipe;
