/** The files the app's page asks for: its own scripts and the libraries it is made with. */
import type { FileList } from '../http.ts';

const appFiles = [
  ...['counters', 'main', 'api', 'labels', 'login-view', 'messages', 'pages', 'definitions', 'model', 'record-view'],
  ...['form-markup', 'fields', 'espo-select', 'suggestions', 'validation'],
];
const selectize = '@selectize/selectize/dist';
export const files: FileList = {
  ...Object.fromEntries(appFiles.map((name) => [`/app/${name}.js`, new URL(`public/${name}.js`, import.meta.url)])),
  '/app/espocrm.css': new URL('public/espocrm.css', import.meta.url),
  '/vendor/jquery.js': 'jquery/dist/jquery.js',
  '/vendor/selectize.js': `${selectize}/js/standalone/selectize.js`,
  '/vendor/selectize.css': `${selectize}/css/selectize.default.css`,
};
