/** The view Settings > Authentication: its settings come late, and until then "Internal" is shown as chosen. */

const isCommunity = document.querySelector('script[data-version]').dataset.edition === 'CE';

const authOptions = [
  { id: 'auth_internal', value: 1, label: 'Internal', description: 'Internal authentication mechanism' },
  { id: 'auth_ldap', value: 2, label: 'LDAP', description: 'LDAP authentication' },
  {
    id: 'auth_ad',
    value: 4,
    label: 'Microsoft Active Directory',
    description: 'AD authentication',
    limited: isCommunity,
  },
  { id: 'auth_oauth', value: 3, label: 'OAuth', description: 'OAuth authentication' },
];

const sessionLifetimes = [
  ['1 hour', '1h'],
  ['4 hours', '4h'],
  ['8 hours', '8h'],
  ['24 hours', '24h'],
  ['1 week', '168h'],
].map(([key, value]) => ({ key, value }));

function withPort(address) {
  return address.includes(':') ? address : `${address}:389`;
}

function controller($scope, $http, Notifications) {
  $scope.authOptions = authOptions;
  $scope.sessionLifetimes = sessionLifetimes;
  $scope.state = { inProgress: false };
  $scope.authMethod = 1;

  // Before the settings are there this throws, as in the real app: the box moves, nothing follows.
  $scope.onChangeAuthMethod = (value) => {
    $scope.$evalAsync(() => {
      $scope.authMethod = value;
      $scope.settings.AuthenticationMethod = value;
    });
  };

  $scope.isOauthEnabled = () => $scope.settings?.AuthenticationMethod === 3;

  $scope.saveSettings = async () => {
    const settings = window.angular.copy($scope.settings);
    settings.LDAPSettings.URL = withPort(settings.LDAPSettings.URL);
    $scope.state.inProgress = true;
    try {
      await $http.put('api/settings', settings);
      Notifications.success('Success', 'Authentication settings updated');
    } catch (error) {
      Notifications.error('Failure', error, 'Unable to update authentication settings');
    }
    $scope.$evalAsync(() => {
      $scope.state.inProgress = false;
    });
  };

  $http.get('api/settings').then(
    (answer) => {
      $scope.settings = answer.data;
      $scope.authMethod = answer.data.AuthenticationMethod;
    },
    (error) => Notifications.error('Failure', error, 'Unable to retrieve application settings'),
  );
}

export function registerSettingsView(app) {
  app.controller('SettingsAuthenticationController', ['$scope', '$http', 'Notifications', controller]);
}
