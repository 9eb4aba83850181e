/** The HTML of the stand-in of Personio: the empty shell of the app, the login pages, the first page after a login. */
import { escapeHtml } from '../http.ts';
import type { TestUser } from '../standin.ts';
import { classNames } from './class-names.ts';
import { fixedCallback } from './login.ts';
import type { PageOptions } from './options.ts';
import { fieldOrder, wordings } from './wordings.ts';

const title = 'Stand-in for Personio (not Personio)';

/** No inline script, no inline style, nothing from elsewhere. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The single-page app's shell; `load` makes its class names. */
export function shellPage(options: PageOptions, load: string, tenantCallback: string): string {
  const wording = wordings[options.wording];
  const delay = options.delay === 'random' ? 300 + Math.floor(Math.random() * 500) : options.delay;
  const data = {
    options: { ...options, delay },
    wording,
    fieldOrder,
    callbacks: { tenant: tenantCallback, fixed: fixedCallback },
    classes: classNames(load),
  };
  return `<!doctype html>
<html lang="${wording.lang}">
<head>
<meta charset="utf-8">
<title>${title}</title>
<link rel="stylesheet" href="/assets/${load}/app.css">
<script type="application/json" data-page>${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>
<script src="/vendor/react.js" defer></script>
<script src="/vendor/react-dom.js" defer></script>
<script src="/app/app.js" type="module"></script>
</head>
<body><div></div></body>
</html>`;
}

/** The tenant's login page; the OIDC button only with an enabled connection. */
export function loginPage(startUrl: string | null, buttonText: string): string {
  const oidc =
    startUrl === null ? '' : `<a href="${escapeHtml(startUrl)}" data-login="oidc">${escapeHtml(buttonText)}</a>`;
  return plainPage(`<main><h1>${title}: log in</h1>${oidc}
<form method="post" action="/login/credentials"><button>Personio Credentials</button></form></main>`);
}

export function loginFailedPage(error: string): string {
  return plainPage(`<main data-login-error><h1>${title}</h1><p>${escapeHtml(error)}</p></main>`);
}

export function signedInPage(user: TestUser): string {
  const name = escapeHtml(user.username);
  return plainPage(`<main data-signed-in="${name}">Signed in as ${name}</main>`);
}

function plainPage(body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body>${body}</body></html>`;
}
