/** The files the app's page asks for: its own scripts and the libraries it is made with. */
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { FileList } from '../http.ts';

const require = createRequire(import.meta.url);

const appFiles = [
  ...['counters', 'main', 'api', 'labels', 'login-view', 'messages', 'pages', 'definitions', 'model', 'record-view'],
  ...['form-markup', 'fields', 'espo-select', 'suggestions', 'validation'],
];
export const files: FileList = {
  ...Object.fromEntries(appFiles.map((name) => [`/app/${name}.js`, new URL(`public/${name}.js`, import.meta.url)])),
  '/app/espocrm.css': new URL('public/espocrm.css', import.meta.url),
  '/vendor/jquery.js': pathToFileURL(require.resolve('jquery/dist/jquery.js')),
  '/vendor/selectize.js': pathToFileURL(require.resolve('@selectize/selectize/dist/js/standalone/selectize.js')),
  '/vendor/selectize.css': pathToFileURL(require.resolve('@selectize/selectize/dist/css/selectize.default.css')),
};
