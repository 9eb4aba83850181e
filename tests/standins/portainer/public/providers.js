/** What choosing a provider writes into the settings, by provider. */

const microsoft = 'https://login.microsoftonline.com/TENANT_ID/oauth2/v2.0';

export const providers = {
  microsoft: {
    AuthorizationURI: `${microsoft}/authorize`,
    AccessTokenURI: `${microsoft}/token`,
    ResourceURI: 'https://graph.microsoft.com/v1.0/me',
    LogoutURI: `${microsoft}/logout`,
    UserIdentifier: 'userPrincipalName',
    Scopes: 'profile openid',
    AuthStyle: 1,
  },
  google: {
    AuthorizationURI: 'https://accounts.google.com/o/oauth2/auth',
    AccessTokenURI: 'https://accounts.google.com/o/oauth2/token',
    ResourceURI: 'https://www.googleapis.com/oauth2/v1/userinfo?alt=json',
    LogoutURI: 'https://www.google.com/accounts/Logout',
    UserIdentifier: 'email',
    Scopes: 'profile email',
    AuthStyle: 1,
  },
  github: {
    AuthorizationURI: 'https://github.com/login/oauth/authorize',
    AccessTokenURI: 'https://github.com/login/oauth/access_token',
    ResourceURI: 'https://api.github.com/user',
    LogoutURI: 'https://github.com/logout',
    UserIdentifier: 'login',
    Scopes: 'id email name',
    AuthStyle: 2,
  },
  custom: {
    AuthorizationURI: '',
    AccessTokenURI: '',
    ResourceURI: '',
    LogoutURI: '',
    UserIdentifier: '',
    Scopes: '',
    AuthStyle: 0,
  },
};

const hosts = [
  ['login.microsoftonline.com', 'microsoft'],
  ['accounts.google.com', 'google'],
  ['github.com', 'github'],
];

/** The box that BE ticks for a saved authorization URL. */
export function providerOf(authorizationUrl) {
  return hosts.find(([host]) => authorizationUrl.includes(host))?.[1] ?? 'custom';
}

export function providerOptions(limited) {
  const box = (id, label) => ({ id, value: id, label, description: `${label} OAuth provider` });
  return [
    { ...box('microsoft', 'Microsoft'), limited },
    { ...box('google', 'Google'), limited },
    { ...box('github', 'Github'), limited },
    box('custom', 'Custom'),
  ];
}
