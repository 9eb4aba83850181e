/** The one page of the app, with the marks each version carries on it (page sheet portainer.md 1). */
import { type Chosen, isOld } from './options.ts';

/** The complete document; the folder it is served under is found out by the page itself. */
export function indexPage({ version, edition }: Chosen): string {
  const base = isOld(version) ? '' : '<base id="base" />\n    <script src="app/base.js"></script>';
  return `<!doctype html>
<html lang="en" ng-app="portainer" ng-strict-di${isOld(version) ? '' : ` data-edition="${edition}"`}>
  <head>
    <meta charset="utf-8" />
    <link rel="icon" href="data:," />
    <title>Portainer</title>
    <meta name="description" content="" />
    <meta name="author" content="Portainer.io" />
    ${base}
    <script src="app/counters.js"></script>
    <link rel="stylesheet" href="app/portainer.css" />
    <script src="vendor/angular.js"></script>
    <script src="vendor/react.js"></script>
    <script src="vendor/react-dom.js"></script>
    <script type="module" src="app/main.js" data-version="${version}" data-edition="${edition}"></script>
  </head>
  <body>
    <div id="page-wrapper">
      <div id="sideview" ng-controller="SidebarController" ng-show="user">
        <button type="button" ng-click="toggle()" title="Toggle sidebar">☰</button>
        <ul class="sidebar">
          <li><a href="#!/home">Home</a></li>
          <li><a href="#!/settings">Settings</a>
            <ul ng-if="!collapsed">
              <li><a href="#!/settings/auth">Authentication</a></li>
              <li><a href="#!/settings/edge">Edge Compute</a></li>
            </ul>
          </li>
        </ul>
      </div>
      <div id="content-wrapper"><div class="page-content"><div id="view" view></div></div></div>
    </div>
  </body>
</html>`;
}
