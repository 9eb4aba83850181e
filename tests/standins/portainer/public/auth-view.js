/** The login page: internal login, the way to the provider, and the way back with `code` and `state` in the query. */

const STATE_KEY = 'portainer.LOGIN_STATE_UUID';

function loginUri(uri) {
  const state = crypto.randomUUID();
  window.localStorage.setItem(STATE_KEY, state);
  return `${uri}&state=${state}`;
}

/** The code of an answer that belongs to a login begun in this browser. */
function answeredCode() {
  const query = new URLSearchParams(window.location.search);
  const state = query.get('state');
  if (!state || state !== window.localStorage.getItem(STATE_KEY)) return null;
  window.localStorage.removeItem(STATE_KEY);
  return query.get('code');
}

/** The provider's refusal. The real app says nothing about it; here it is shown, so that a test need not wait. */
function refusal() {
  const query = new URLSearchParams(window.location.search);
  return query.get('error_description') ?? query.get('error') ?? '';
}

function controller($scope, $rootScope, $http, Notifications) {
  $scope.form = { Username: '', Password: '' };
  $scope.state = { checking: true, method: 1, oauthUri: '', error: refusal() };

  const fail = (error, fallback) => {
    $scope.state.checking = false;
    $scope.state.error = error?.data?.message ?? fallback;
    Notifications.error('Failure', error, fallback);
  };

  $scope.login = () =>
    $http.post('api/auth', $scope.form).then(
      () => $rootScope.signedIn('/home'),
      (error) => fail(error, 'Unable to login'),
    );

  const showPage = () =>
    $http.get('api/settings/public').then(({ data }) => {
      $scope.state.checking = false;
      $scope.state.method = data.AuthenticationMethod;
      $scope.state.oauthUri = data.OAuthLoginURI ? loginUri(data.OAuthLoginURI) : '';
    });

  async function takeAnswer(code) {
    try {
      await $http.post('api/auth/oauth/validate', { code });
      window.history.replaceState(null, '', `${window.location.pathname}#!/auth`);
      await $rootScope.signedIn('/home');
    } catch (error) {
      fail(error, 'Unable to login via OAuth');
      await showPage();
    }
  }

  const code = answeredCode();
  if (code) takeAnswer(code);
  else showPage();
}

export function registerAuthView(app) {
  app.controller('AuthenticationController', ['$scope', '$rootScope', '$http', 'Notifications', controller]);
}
