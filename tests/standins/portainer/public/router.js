/** Hash routes with late contents: every change of route throws the old view away and builds a new one. */

const routes = {
  '/auth': { template: 'auth', open: true },
  '/home': { template: 'home' },
  '/settings': { template: 'settings', administrator: true },
  '/settings/auth': { template: 'settings-auth', administrator: true },
  '/settings/edge': { template: 'settings-edge', administrator: true },
};

/** Back from the provider, with a code or a refusal. */
function isAnswered() {
  const query = new URLSearchParams(window.location.search);
  return query.has('code') || query.has('error');
}

/** A spelling the router does not know ends at the login page, which sends signed-in people home. */
function start(session) {
  return session.user && !isAnswered() ? '/home' : '/auth';
}

/** The path really shown to this person. */
function allowed(path, session) {
  const route = routes[path];
  if (!route) return start(session);
  if (route.open) return session.user && !session.user.Preset ? '/home' : path;
  if (!session.user) return '/auth';
  return route.administrator && !session.isAdministrator ? '/home' : path;
}

function view($rootScope, $location, $compile, $http, Session) {
  return {
    restrict: 'A',
    link(scope, element) {
      let shown = null;
      let child = null;

      function clear() {
        child?.$destroy();
        child = null;
        element.empty();
      }

      async function build(path) {
        const template = await $http.get(`templates/${routes[path].template}.html`);
        if (shown !== path) return;
        $rootScope.$evalAsync(() => {
          clear();
          child = scope.$new();
          element.html(template.data);
          $compile(element.contents())(child);
        });
      }

      async function go(force) {
        if (Session.user === null) await Session.load();
        $rootScope.user = Session.user;
        const path = $location.path();
        const target = allowed(path, Session);
        if (target !== path) {
          $rootScope.$evalAsync(() => $location.path(target).search({}).hash(null).replace());
          return;
        }
        if (path === shown && !force) return;
        shown = path;
        clear();
        await build(path);
      }

      $rootScope.$on('$locationChangeSuccess', () => go(false));
      $rootScope.reload = () => go(true);
      $rootScope.signedIn = async (path) => {
        await Session.load();
        $rootScope.$evalAsync(() => $location.path(path));
        await go(false);
      };
    },
  };
}

export function registerRouter(app) {
  app.directive('view', ['$rootScope', '$location', '$compile', '$http', 'Session', view]);
  app.controller('SidebarController', [
    '$scope',
    '$window',
    ($scope, $window) => {
      $scope.collapsed = $window.innerWidth < 992;
      $scope.toggle = () => {
        $scope.collapsed = !$scope.collapsed;
      };
    },
  ]);
}
