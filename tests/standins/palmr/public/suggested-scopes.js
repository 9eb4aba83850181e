/** What a provider added by hand is given as scopes when its Provider URL is left, unless they were chosen. */

const given = ['', 'openid profile email', 'profile email'];

/** Null where the scopes stay. */
export function suggestedScopes(url, { scope, type }) {
  if (url.trim() === '' || !given.includes(scope)) return null;
  return type === 'oidc' || url.toLowerCase().includes('authentik') ? 'openid profile email' : 'profile email';
}
