/** The files the app's page asks for: its own scripts and the libraries it is made with. */
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { FileList } from '../http.ts';

const require = createRequire(import.meta.url);
const appFiles = [
  ...['base', 'counters', 'main', 'services', 'router', 'islands', 'legacy-boxes', 'providers', 'oauth-settings'],
  ...['settings-view', 'auth-view'],
];
export const files: FileList = {
  ...Object.fromEntries(appFiles.map((name) => [`/app/${name}.js`, new URL(`public/${name}.js`, import.meta.url)])),
  '/app/portainer.css': new URL('public/portainer.css', import.meta.url),
  '/vendor/angular.js': pathToFileURL(require.resolve('angular/angular.js')),
  '/vendor/react.js': pathToFileURL(require.resolve('react-17/umd/react.production.min.js')),
  '/vendor/react-dom.js': pathToFileURL(require.resolve('react-dom-17/umd/react-dom.production.min.js')),
};
