/** What a new recipe and its page begin with: a small form that works, to be turned into the app's own. */

export function recipeFor(app: string): string {
  return `/** ${nameOf(app)} VERSION, the page's place in the app's menus; where its facts were seen. */
import type { Recipe } from '../schema';

export default {
  schema: 1,
  id: '${app}',
  name: '${nameOf(app)}',
  docs: 'https://integrations.goauthentik.io/',
  versions: 'VERSION',
  tried: 'not tried on the live page',
  forms: [
    {
      id: 'oidc',
      page: { paths: ['*/settings/oidc'] },
      markers: { present: ['form#oidc'] },
      within: 'form#oidc',
      basePath: { from: 'origin' },
      fields: [
        {
          key: 'issuer',
          find: { selectors: ['#issuer'] },
          control: { kind: 'text' },
          value: { from: 'authentik', name: 'issuer' },
        },
        {
          key: 'client_id',
          find: { selectors: ['#client-id'] },
          control: { kind: 'text' },
          value: { from: 'profile', name: 'client_id' },
        },
        {
          key: 'client_secret',
          find: { selectors: ['#client-secret'] },
          control: { kind: 'password' },
          value: { from: 'profile', name: 'client_secret' },
        },
      ],
      callbacks: [{ how: 'computed', template: '{origin}{basePath}auth/callback' }],
      button: { beside: 'block', at: 'top-right' },
      save: { selectors: ['button[type="submit"]'] },
      authentik: { needs: 'provider', signingKey: true, clientType: 'confidential' },
      afterwards: [],
    },
  ],
} satisfies Recipe;
`;
}

export function pageFor(app: string): string {
  return `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <title>${nameOf(app)}</title>
  <!-- Seen: ${nameOf(app)} VERSION, where and when. Ids, names, roles, labels and nesting as there; the markup is our own. -->
  <meta name="answer:address" content="https://${app}.company/settings/oidc">
  <meta name="answer:language" content="en">
  <meta name="answer:form" content="oidc">
  <meta name="answer:base-path" content="/">
  <meta name="answer:callback" content="computed https://${app}.company/auth/callback">
</head>
<body>
  <main>
    <form id="oidc">
      <label for="issuer">Issuer</label>
      <input id="issuer" data-answer="issuer" data-answer-value="{base}/application/o/{slug}/">
      <label for="client-id">Client ID</label>
      <input id="client-id" data-answer="client_id" data-answer-value="{client_id}">
      <label for="client-secret">Client secret</label>
      <input id="client-secret" type="password" data-answer="client_secret" data-answer-value="{client_secret}">
      <button type="submit" data-answer-save="Save">Save</button>
    </form>
  </main>
</body>
</html>
`;
}

function nameOf(app: string): string {
  return app.charAt(0).toUpperCase() + app.slice(1);
}
