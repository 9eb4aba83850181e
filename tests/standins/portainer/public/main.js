/** Starts the app: one AngularJS module, its routes and its views, in strict injection mode like the real one. */
import { registerAuthView } from './auth-view.js';
import { registerIslands } from './islands.js';
import { registerLegacyBoxes } from './legacy-boxes.js';
import { registerOauthSettings } from './oauth-settings.js';
import { registerRouter } from './router.js';
import { registerServices } from './services.js';
import { registerSettingsView } from './settings-view.js';

const app = window.angular.module('portainer', []);

app.config([
  '$locationProvider',
  ($locationProvider) => {
    $locationProvider.hashPrefix('!');
  },
]);

registerServices(app);
registerRouter(app);
registerIslands(app);
registerLegacyBoxes(app);
registerAuthView(app);
registerSettingsView(app);
registerOauthSettings(app);
