/** The OAuth block: provider boxes, fields, and what switching the provider empties (page sheet portainer.md 6). */
import { providerOf, providerOptions, providers } from './providers.js';

const { version, edition } = document.querySelector('script[data-version]').dataset;
const hasBoxes = version !== '2.0' && version !== '2.6';
const hasBase = hasBoxes && version !== '2.9.1';

/** The Redirect URL that a never saved field starts with, or null where it stays empty. */
function startRedirect(limited) {
  if (!hasBoxes) return window.location.origin;
  if (limited) return null;
  return window.location.origin + (hasBase ? document.getElementById('base').getAttribute('href') : '');
}

class OauthSettingsController {
  constructor($scope) {
    this.$scope = $scope;
    this.limited = edition !== 'BE';
    this.state = { provider: 'custom', override: false, tenant: '' };
    this.providerOptions = providerOptions(this.limited);
    this.onSelectProvider = this.onSelectProvider.bind(this);
    this.onAuthStyle = this.onAuthStyle.bind(this);
    this.onToggle = { SSO: this.toggle('SSO'), OAuthAutoCreateUsers: this.toggle('OAuthAutoCreateUsers') };
    this.onNothing = () => {};
  }

  $onInit() {
    const redirect = startRedirect(this.limited);
    if (redirect !== null && this.settings.RedirectURI === '') this.settings.RedirectURI = redirect;
    if (!this.limited && this.settings.AuthorizationURI) {
      this.state.provider = providerOf(this.settings.AuthorizationURI);
    }
  }

  get isBlocked() {
    return this.limited && this.state.provider !== 'custom';
  }

  toggle(key) {
    return (checked) =>
      this.$scope.$evalAsync(() => {
        this.settings[key] = checked;
      });
  }

  onAuthStyle(value) {
    this.$scope.$evalAsync(() => {
      this.settings.AuthStyle = value;
    });
  }

  onSelectProvider(provider) {
    this.$scope.$evalAsync(() => {
      this.state.provider = provider;
      this.useDefault();
    });
  }

  /** Other providers in CE lose the client, every other choice replaces the addresses. */
  useDefault() {
    this.state.override = false;
    if (this.isBlocked) {
      this.settings.ClientID = '';
      this.settings.ClientSecret = '';
      return;
    }
    Object.assign(this.settings, providers[this.state.provider]);
  }
}

export function registerOauthSettings(app) {
  app.component('oauthSettings', {
    templateUrl: 'templates/oauth-settings.html',
    bindings: { settings: '=', onSave: '<', inProgress: '<' },
    controller: ['$scope', OauthSettingsController],
  });
}
