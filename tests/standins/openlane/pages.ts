/** The HTML of the stand-in of Openlane: an empty shell, since everything is rendered in the browser. */
import type { PageOptions } from './options.ts';

/** The organisation's name comes first, and the title is the same for every provider. */
const title = 'Stand-in for Openlane (not Openlane) | Integration';

/** Styles from the page itself are allowed: Radix's dialogs bring a style element that locks the scroll bar. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

export function shellPage(options: PageOptions): string {
  const delay = options.delay === 'random' ? 300 + Math.floor(Math.random() * 500) : options.delay;
  const data = { options: { ...options, delay }, home: homeOf(options) };
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${title}</title>
<link rel="stylesheet" href="/app/console.css">
<script type="application/json" data-page>${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>
<script src="/app/console.js" defer></script>
</head>
<body><div></div></body>
</html>`;
}

/** The list page's path. */
export function homeOf({ path }: PageOptions): string {
  return `/${path}/integrations`;
}
