/** The app's views by name, as each version writes them (page sheet portainer.md 2, 3, 7 and 9). */

import { oauthTemplate } from './oauth-template.ts';
import { authView, edgeView, generalView, homeView } from './open-views.ts';
import { isOld, isPlain, type PortainerVersion } from './options.ts';
import { saveButton, sectionTitle } from './save-button.ts';

const oldHeader = `
<rd-header>
  <div class="row header meta"><div class="page white-space-normal">
    <div class="col-xs-12"><div class="meta title">Authentication settings</div></div>
    <div class="col-xs-12"><a href="#!/settings">Settings</a> &gt; Authentication
      <a class="reload" ng-click="reload()">refresh</a></div>
  </div></div>
</rd-header>`;

const newHeader = `<page-header title="'Authentication settings'" on-reload="(reload)"></page-header>`;

const lifetime = `
  ${sectionTitle('Configuration')}
  <div class="form-group">
    <label for="user_timeout" class="col-sm-2 control-label text-left">Session lifetime</label>
    <div class="col-sm-10">
      <select id="user_timeout" class="form-control" ng-model="settings.UserSessionTimeout"
        ng-options="opt.value as opt.key for opt in sessionLifetimes"></select>
    </div>
  </div>`;

function plainRadio(id: string, value: number, label: string): string {
  return `
      <div>
        <input type="radio" id="${id}" ng-model="settings.AuthenticationMethod" ng-value="${value}" />
        <label for="${id}"><div class="boxselector_header">${label}</div><p>${label} authentication</p></label>
      </div>`;
}

const plainRadios = `
  <div class="form-group"><div class="boxselector_wrapper">
    ${plainRadio('registry_quay', 1, 'Internal')}
    ${plainRadio('registry_custom', 2, 'LDAP')}
    ${plainRadio('registry_auth', 3, 'OAuth')}
  </div></div>`;

function methodBoxes(version: PortainerVersion): string {
  if (isPlain(version)) return plainRadios;
  const element = version === '2.9.1' ? 'label-box-selector' : 'box-selector';
  const boxes = `<${element} radio-name="'authOptions'" value="authMethod" options="authOptions"
    on-change="(onChangeAuthMethod)"></${element}>`;
  // 2.45 draws nothing before the settings are there.
  return version === '2.45' ? `<div ng-if="settings">${boxes}</div>` : boxes;
}

/** 2.9.1 to 2.11: one plain button behind whatever the method shows; later every method's block has its own. */
const save = saveButton('', 'saveSettings()', 'state.inProgress || authSettingsForm.$invalid');

function settingsAuth(version: PortainerVersion): string {
  const name = isPlain(version) ? '' : ' name="authSettingsForm"';
  return `${isOld(version) ? oldHeader : newHeader}
<div class="row" ng-controller="SettingsAuthenticationController"><div class="col-sm-12"><div class="widget">
  <div class="widget-header">Authentication</div>
  <div class="widget-body">
    <form class="form-horizontal"${name}>
      ${lifetime}
      ${sectionTitle('Authentication method')}
      ${methodBoxes(version)}
      <div ng-if="settings.AuthenticationMethod === 1">
        ${sectionTitle('Information')}
        <div class="form-group col-sm-12 text-muted small">Passwords are kept by Portainer itself.</div>
        ${version === '2.9.1' ? '' : save}
      </div>
      <div ng-if="settings.AuthenticationMethod === 2">
        ${sectionTitle('LDAP configuration')}
        <div class="form-group">
          <label for="ldap_url" class="col-sm-3 col-lg-2 control-label text-left">LDAP Server</label>
          <div class="col-sm-9 col-lg-10">
            <input type="text" class="form-control" id="ldap_url" ng-model="settings.LDAPSettings.URL" />
          </div>
        </div>
        ${version === '2.9.1' ? '' : save}
      </div>
      <oauth-settings ng-if="isOauthEnabled()" settings="settings.OAuthSettings" on-save="saveSettings"
        in-progress="state.inProgress"></oauth-settings>
      ${version === '2.9.1' ? save : ''}
    </form>
  </div>
</div></div></div>`;
}

/** One view by its name, or null. */
export function template(name: string, version: PortainerVersion): string | null {
  const views: Record<string, () => string> = {
    auth: () => authView(version),
    home: () => homeView,
    settings: () => generalView,
    'settings-edge': () => edgeView,
    'settings-auth': () => settingsAuth(version),
    'oauth-settings': () => oauthTemplate(version),
  };
  return views[name]?.() ?? null;
}
