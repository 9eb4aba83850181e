/** The views beside the one that matters: login, home, and the neighbouring settings pages. */
import type { PortainerVersion } from './options.ts';

/** The login page; `data-cy` as from 2.22. */
export function authView(version: PortainerVersion): string {
  const cy = (name: string): string => (version === '2.23' || version === '2.45' ? ` data-cy="${name}"` : '');
  return `
<div class="page-wrapper" ng-controller="AuthenticationController">
  <div class="container simple-box">
    <div class="row" ng-if="state.checking">Authentication in progress...</div>
    <div ng-if="!state.checking">
      <div class="panel panel-default" ng-if="state.method === 3"><div class="panel-body">
        <a id="oauth-login" data-login="oidc" ng-href="{{ state.oauthUri }}"${cy('auth-oauthLoginButton')}>
          <div class="btn btn-primary btn-lg btn-block">Login with OAuth</div>
        </a>
      </div></div>
      <form class="simple-box-form form-horizontal" ng-submit="login()">
        <label for="username">Username</label>
        <input id="username" type="text" class="form-control" name="username" ng-model="form.Username"
          autocomplete="username"${cy('auth-usernameInput')} />
        <label for="password">Password</label>
        <input id="password" type="password" class="form-control" name="password" ng-model="form.Password"
          autocomplete="current-password"${cy('auth-passwordInput')} />
        <button type="submit" class="btn btn-primary btn-lg btn-block">Login</button>
      </form>
      <div class="text-danger small" ng-if="state.error" data-login-error>{{ state.error }}</div>
    </div>
  </div>
</div>`;
}

export const homeView = `
<page-header title="'Home'" on-reload="(reload)"></page-header>
<main data-signed-in="{{ user.Username }}">Signed in as {{ user.Username }}</main>`;

export const generalView = `
<page-header title="'Settings'" on-reload="(reload)"></page-header>
<form class="form-horizontal">
  <div class="col-sm-12 form-section-title">Application settings</div>
  <div class="form-group">
    <label for="snapshot_interval" class="control-label">Snapshot interval</label>
    <input type="text" class="form-control" id="snapshot_interval" value="5m" />
  </div>
  <p><a href="#!/settings/auth">Authentication</a> <a href="#!/settings/edge">Edge Compute</a></p>
</form>`;

export const edgeView = `
<page-header title="'Edge Compute settings'" on-reload="(reload)"></page-header>
<form class="form-horizontal"><div class="col-sm-12 form-section-title">Edge Compute</div></form>`;
