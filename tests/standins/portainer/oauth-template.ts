/** The OAuth block's mark-up per version: field rows, the Custom block and the block of the other providers. */
import { isPlain, type PortainerVersion } from './options.ts';
import { saveButton } from './save-button.ts';

interface Row {
  label: string;
  id: string;
  model: string;
  /** Without the version's own rules; see `attributes`. */
  cy?: string;
  placeholder?: string;
  type?: 'password';
}

const secretMask = 'xxxxxxxxxxxxxxxxxxxx';

function clientRows(cy: boolean): Row[] {
  const idCy = cy ? { cy: 'oauth-client-id' } : {};
  return [
    {
      label: `{{ $ctrl.state.provider == 'microsoft' ? 'Application ID' : 'Client ID' }}`,
      id: 'oauth_client_id',
      model: '$ctrl.settings.ClientID',
      placeholder: secretMask,
      ...idCy,
    },
    {
      label: `{{ $ctrl.state.provider == 'microsoft' ? 'Application key' : 'Client secret' }}`,
      id: 'oauth_client_secret',
      model: '$ctrl.settings.ClientSecret',
      placeholder: secretMask,
      type: 'password',
    },
  ];
}

function uriRow(label: string, id: string, key: string, placeholder?: string): Row {
  const row = { label, id, model: `$ctrl.settings.${key}`, cy: id.replaceAll('_', '-') };
  return placeholder === undefined ? row : { ...row, placeholder };
}

function addressRows(version: PortainerVersion): Row[] {
  const scopeHint = version === '2.45' ? 'id email name' : 'id,email,name';
  return [
    uriRow('Authorization URL', 'oauth_authorization_uri', 'AuthorizationURI', 'https://example.com/oauth/authorize'),
    uriRow('Access token URL', 'oauth_access_token_uri', 'AccessTokenURI', 'https://example.com/oauth/token'),
    uriRow('Resource URL', 'oauth_resource_uri', 'ResourceURI', 'https://example.com/user'),
    uriRow('Redirect URL', 'oauth_redirect_uri', 'RedirectURI', 'http://yourportainer.com/'),
    ...(version === '2.0' ? [] : [uriRow('Logout URL', 'oauth_logout_url', 'LogoutURI')]),
    uriRow('User identifier', 'oauth_user_identifier', 'UserIdentifier', 'id'),
    uriRow('Scopes', 'oauth_scopes', 'Scopes', scopeHint),
  ];
}

function attributes(row: Row, version: PortainerVersion): string {
  const hasCy = version === '2.23' || version === '2.45';
  return [
    `type="${row.type ?? 'text'}"`,
    hasCy && row.cy ? `data-cy="${row.cy}"` : '',
    `id="${row.id}" ng-model="${row.model}"`,
    row.placeholder ? `placeholder="${row.placeholder}"` : '',
    row.type === 'password' ? 'autocomplete="new-password"' : '',
    isPlain(version) ? '' : `ng-disabled="$ctrl.isBlocked" ng-class="{ 'limited-be': $ctrl.isBlocked }"`,
  ].join(' ');
}

function field(row: Row, version: PortainerVersion): string {
  const hint = row.id.includes('secret') ? '' : '<portainer-tooltip></portainer-tooltip>';
  return `
    <div class="form-group">
      <label for="${row.id}" class="col-sm-3 col-lg-2 control-label text-left">
        ${row.label}
        ${hint}
      </label>
      <div class="col-sm-9 col-lg-10"><input class="form-control" ${attributes(row, version)} /></div>
    </div>`;
}

const fields = (rows: Row[], version: PortainerVersion): string => rows.map((row) => field(row, version)).join('');

const authStyle = `
    <div class="form-group">
      <label for="oauth_authstyle" class="col-sm-3 col-lg-2 control-label text-left">Auth Style</label>
      <div class="col-sm-9 col-lg-10">
        <auth-style value="$ctrl.settings.AuthStyle" on-change="($ctrl.onAuthStyle)"></auth-style>
      </div>
    </div>`;

const title = '<div class="col-sm-12 form-section-title">OAuth Configuration</div>';

const tenant = `
      <div class="form-group" ng-if="$ctrl.state.provider == 'microsoft'">
        <label for="oauth_microsoft_tenant_id" class="col-sm-3 col-lg-2 control-label text-left">Tenant ID</label>
        <div class="col-sm-9 col-lg-10">
          <input type="text" class="form-control" id="oauth_microsoft_tenant_id" ng-model="$ctrl.state.tenant"
            placeholder="${secretMask}" ng-disabled="$ctrl.isBlocked" />
        </div>
      </div>`;

const override = `
      <div class="form-group"><div class="col-sm-12">
        <a class="small interactive vertical-center" ng-if="!$ctrl.state.override"
          ng-click="$ctrl.state.override = true">Override default configuration</a>
        <a class="small interactive vertical-center" ng-if="$ctrl.state.override"
          ng-click="$ctrl.useDefault()">Use default configuration</a>
      </div></div>`;

const sso = `
  <div class="col-sm-12 form-section-title">Single Sign-On</div>
  <div class="form-group"><div class="col-sm-12">
    <por-switch-field label="'Use SSO'" checked="$ctrl.settings.SSO" on-change="($ctrl.onToggle.SSO)"></por-switch-field>
  </div></div>
  <div class="form-group" ng-if="$ctrl.settings.SSO"><div class="col-sm-12">
    <por-switch-field label="'Hide internal authentication prompt'" checked="$ctrl.settings.HideInternalAuth"
      disabled="$ctrl.limited" on-change="($ctrl.onNothing)"></por-switch-field>
  </div></div>`;

const provisioning = `
  <div class="col-sm-12 form-section-title">Automatic user provisioning</div>
  <div class="form-group"><div class="col-sm-12">
    <por-switch-field label="'Automatic user provisioning'" checked="$ctrl.settings.OAuthAutoCreateUsers"
      on-change="($ctrl.onToggle.OAuthAutoCreateUsers)"></por-switch-field>
  </div></div>
  <div class="col-sm-12 form-section-title">Team membership</div>
  <div class="form-group"><div class="col-sm-12">
    <por-switch-field label="'Automatic team membership'" checked="false" disabled="$ctrl.limited"
      on-change="($ctrl.onNothing)"></por-switch-field>
  </div></div>`;

function providerBoxes(version: PortainerVersion): string {
  const element = version === '2.9.1' ? 'label-box-selector' : 'box-selector';
  return `
  <div class="col-sm-12 form-section-title">Provider</div>
  <${element} radio-name="'oauth_provider'" value="$ctrl.state.provider" options="$ctrl.providerOptions"
    on-change="($ctrl.onSelectProvider)"></${element}>`;
}

const save = (className: string): string =>
  saveButton(className, '$ctrl.onSave()', '$ctrl.inProgress || $ctrl.isBlocked');

const ownSave = save('oauth-save-settings-button');

/** 2.0 to 2.9.0 CE: no boxes, the fields follow at once. */
function plainBlock(version: PortainerVersion): string {
  return `${title}${fields([...clientRows(false), ...addressRows(version)], version)}${save('')}`;
}

/** 2.9.1 to 2.19.1: one block; the addresses only for Custom or with the override link. Save is the view's own here. */
function sharedBlock(version: PortainerVersion): string {
  return `${providerBoxes(version)}
  ${title}
  ${tenant}
  ${fields(clientRows(false), version)}
  <div ng-if="$ctrl.state.provider == 'custom' || $ctrl.state.override">${fields(addressRows(version), version)}</div>
  <div ng-if="$ctrl.state.provider != 'custom'">${override}</div>`;
}

/** 2.19.2 and later: two blocks, whose client fields share their ids. */
function twoBlocks(version: PortainerVersion): string {
  return `${providerBoxes(version)}
  <div ng-if="$ctrl.state.provider == 'custom' || $ctrl.state.override">
    ${title}
    ${fields([...clientRows(false), ...addressRows(version)], version)}
    ${authStyle}
    ${ownSave}
  </div>
  <div ng-if="$ctrl.state.provider != 'custom'" class="be-indicator-container" ng-class="{ 'limited-be': $ctrl.isBlocked }">
    <div class="limited-be-content">
      ${title}
      ${tenant}
      ${fields(clientRows(true), version)}
      ${override}
      ${ownSave}
    </div>
  </div>`;
}

/** The whole block as the version writes it. */
export function oauthTemplate(version: PortainerVersion): string {
  const blocks = { '2.0': plainBlock, '2.6': plainBlock, '2.9.1': sharedBlock, '2.23': twoBlocks, '2.45': twoBlocks };
  return `<ng-form name="oauthSettingsForm">${version === '2.0' ? '' : sso}${provisioning}${blocks[version](version)}</ng-form>`;
}
