/** Which fields a version has, of which kind, and in which panel and row they stand (page sheet espocrm.md 2). */

const algorithms = ['RS256', 'RS384', 'RS512', 'HS256', 'HS384', 'HS512'];
const isOidc = (model) => (model.get('authenticationMethod') ?? model.get('method')) === 'Oidc';
const usesRs = (model) => (model.get('oidcJwtSignatureAlgorithmList') ?? []).some((name) => name.startsWith('RS'));

/** Locks everybody out, so it is refused. */
const isLockedOut = (model) => isOidc(model) && !model.get('oidcAllowAdminUser') && !model.get('oidcFallback');
const isContradiction = (model) =>
  isOidc(model) && Boolean(model.get('oidcAllowRegularUserFallback')) && !model.get('oidcFallback');

export const fieldDefinitions = {
  name: { type: 'text', required: () => true },
  authenticationMethod: { type: 'enum', options: { Espo: 'Espo', LDAP: 'LDAP', Oidc: 'OIDC' } },
  method: { type: 'enum', options: { '': '', Oidc: 'OIDC' } },
  authTokenLifetime: { type: 'text' },
  authTokenMaxIdleTime: { type: 'text' },
  authTokenPreventConcurrent: { type: 'bool' },
  passwordGenerateLength: { type: 'text' },
  ldapHost: { type: 'text' },
  ldapPassword: { type: 'password' },
  oidcClientId: { type: 'text', required: isOidc },
  oidcClientSecret: { type: 'password' },
  oidcAuthorizationRedirectUri: { type: 'redirectUri' },
  oidcAuthorizationEndpoint: { type: 'url', required: isOidc },
  oidcTokenEndpoint: { type: 'url', required: isOidc },
  oidcUserInfoEndpoint: { type: 'url' },
  oidcJwksEndpoint: { type: 'url', required: (model) => isOidc(model) && usesRs(model) },
  oidcJwtSignatureAlgorithmList: { type: 'list', options: algorithms, required: isOidc },
  oidcScopes: { type: 'list', options: ['profile', 'email', 'phone', 'address'], allowsOwn: true },
  oidcUsernameClaim: { type: 'text', required: isOidc, suggestions: ['sub', 'preferred_username', 'email'] },
  oidcCreateUser: { type: 'bool' },
  oidcSync: { type: 'bool' },
  oidcTeams: { type: 'links' },
  oidcGroupClaim: { type: 'text' },
  oidcSyncTeams: { type: 'bool' },
  oidcFallback: { type: 'bool' },
  oidcAllowRegularUserFallback: { type: 'bool', invalid: isContradiction },
  oidcAllowAdminUser: { type: 'bool', invalid: isLockedOut },
  oidcLogoutUrl: { type: 'text' },
  oidcAuthorizationPrompt: {
    type: 'enum',
    options: { none: 'none', consent: 'consent', login: 'login', select_account: 'select_account' },
  },
  oidcAuthorizationPkce: { type: 'bool' },
};

/** Not in the method's own list of fields: only the panel around them is hidden. */
export const hiddenWithPanel = ['oidcUserInfoEndpoint', 'oidcAuthorizationPrompt'];

const atLeast = (version, wanted) => Number(version) >= wanted;

function oidcRows(version) {
  return [
    ['oidcClientId', 'oidcClientSecret'],
    ['oidcAuthorizationRedirectUri', null],
    ['oidcAuthorizationEndpoint', 'oidcTokenEndpoint'],
    ['oidcJwksEndpoint', 'oidcJwtSignatureAlgorithmList'],
    ...(atLeast(version, 9.1) ? [['oidcUserInfoEndpoint', null]] : []),
    ['oidcScopes', 'oidcUsernameClaim'],
    ['oidcCreateUser', 'oidcSync'],
    ['oidcTeams', 'oidcGroupClaim'],
    ['oidcSyncTeams', null],
    ['oidcFallback', 'oidcAllowRegularUserFallback'],
    ['oidcAllowAdminUser', 'oidcLogoutUrl'],
    ...(atLeast(version, 8.3) ? [['oidcAuthorizationPrompt', null]] : []),
    ...(atLeast(version, 10) ? [['oidcAuthorizationPkce', null]] : []),
  ];
}

/** The main Authentication page. */
export function settingsLayout(version) {
  return {
    scope: 'Settings',
    methodField: 'authenticationMethod',
    hasTabs: atLeast(version, 8.3),
    hasCopyLink: atLeast(version, 7.5),
    panels: [
      {
        name: 'panel-0',
        label: 'General',
        rows: [
          ['authenticationMethod', null],
          ['authTokenLifetime', 'authTokenMaxIdleTime'],
          ['authTokenPreventConcurrent', null],
        ],
      },
      { name: 'panel-1', label: 'Passwords', rows: [['passwordGenerateLength', null]] },
      { name: 'LDAP', label: 'LDAP', method: 'LDAP', rows: [['ldapHost', 'ldapPassword']] },
      { name: 'Oidc', label: 'OIDC', method: 'Oidc', rows: oidcRows(version) },
    ],
  };
}

const notForPortals = [
  'oidcTeams',
  'oidcGroupClaim',
  'oidcSyncTeams',
  'oidcFallback',
  'oidcAllowRegularUserFallback',
  'oidcAllowAdminUser',
];

/** A portal's own provider: the same OIDC names under another method field, without tabs. */
export function providerLayout(version) {
  const rows = oidcRows(version).map((row) => row.map((name) => (notForPortals.includes(name) ? null : name)));
  return {
    scope: 'AuthenticationProvider',
    methodField: 'method',
    hasTabs: false,
    hasCopyLink: atLeast(version, 7.5),
    panels: [
      { name: 'panel-0', label: 'General', rows: [['name', 'method']] },
      { name: 'Oidc', label: 'OIDC', method: 'Oidc', rows: rows.filter((row) => row.some(Boolean)) },
    ],
  };
}
