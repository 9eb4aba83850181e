/** The documents the server sends: the app's one page, and what the callback shows after a login. */
import { escapeHtml } from '../http.ts';
import { atLeast, type Chosen } from './options.ts';

const classicScripts = ['app/counters.js', 'vendor/jquery.js', 'vendor/selectize.js'];

/** The app's page; attributes of the body and the parameters of the loader came with later versions. */
export function indexPage({ version, isDark }: Chosen, nonce: string): string {
  const theme = `data-theme-name="${isDark ? 'Dark' : 'Espo'}" data-is-dark="${isDark}"`;
  const scripts = classicScripts.map((src) => `<script src="${src}" nonce="${nonce}"></script>`).join('\n    ');
  const loader = `<script type="application/json" data-name="loader-params">{"basePath":"","cacheTimestamp":1}</script>`;
  return `<!DOCTYPE html>
<html>
  <head>
    <title>EspoCRM</title>
    <meta charset="utf-8">
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="vendor/selectize.css">
    <link rel="stylesheet" href="app/espocrm.css">
    ${atLeast(version, 8) ? loader : ''}
    ${scripts}
    <script type="module" src="app/main.js" nonce="${nonce}"></script>
  </head>
  <body${atLeast(version, 8.4) ? ` data-id="espocrm" ${theme}` : ''}>
    <header id="header"><div id="navbar" class="navbar navbar-inverse">
      <a href="#" class="nav-link">EspoCRM</a> <a href="#Admin" class="nav-link">Administration</a>
    </div></header>
    <div id="content" class="container content"></div>
    <footer id="footer" class="container"><p class="credit small">&copy;
      <a href="https://www.espocrm.com" target="_blank" rel="noopener">EspoCRM</a></p></footer>
  </body>
</html>`;
}

const page = (content: string): string =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"><title>EspoCRM</title></head><body>${content}</body></html>`;

export function signedInPage(name: string): string {
  const safe = escapeHtml(name);
  return page(`<main data-signed-in="${safe}">Signed in as ${safe}</main><p><a href="./">EspoCRM</a></p>`);
}

export function failedPage(complaint: string): string {
  return page(`<p data-login-error>${escapeHtml(complaint)}</p><p><a href="./#Login">EspoCRM</a></p>`);
}
