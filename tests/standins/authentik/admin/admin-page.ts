/** The page that the interface for administrators starts from; sheet authentik.md 4.1. */
import { escapeHtml } from '../../http.ts';
import { type ContractVersion, played } from '../contract/versions.ts';
import type { AdminOptions } from './options.ts';

interface PageParts extends AdminOptions {
  /** Base URL without its final slash. */
  baseUrl: string;
  version: ContractVersion;
  /** Address of the interface's script. */
  script: string;
}

/** The same for everybody: the script finds out who is signed in. */
export function adminPage(parts: PageParts): string {
  const { language = 'en', script } = parts;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>authentik (stand-in)</title>
<link rel="icon" href="data:,">
<script src="${escapeHtml(script)}" type="module"></script>
${parts.saysBaseIn === 'meta' ? metaElements(parts) : inlineScript(parts)}
</head>
<body>
<ak-message-container></ak-message-container>
<ak-interface-admin><ak-loading></ak-loading></ak-interface-admin>
</body>
</html>`;
}

/** The browser's scripts see the object, an extension's isolated world only this text. */
function inlineScript(parts: PageParts): string {
  const { language = 'en', version } = parts;
  const { full, saysBase } = played[version];
  const { base, relative } = said(parts);
  const api = saysBase
    ? `\n        api: {\n            base: "${base}",\n            relBase: "${relative}",\n        },`
    : '';
  return `<script>
    window.authentik = {
        locale: "${language}",
        config: JSON.parse('{\\u0022capabilities\\u0022: []}'),
        brand: JSON.parse('{\\u0022branding_title\\u0022: \\u0022authentik\\u0022}'),
        versionFamily: "${version}",
        versionSubdomain: "version-${version.replace('.', '-')}",
        build: "${full}",${api}
    };
    window.addEventListener("DOMContentLoaded", function () {});
</script>`;
}

function metaElements(parts: PageParts): string {
  const { base, relative } = said(parts);
  return `<meta name="ak-locale" content="${parts.language ?? 'en'}">
<meta name="ak-version-family" content="${parts.version}">
<meta name="ak-base-url" content="${base}">
<meta name="ak-base-url-rel" content="${relative}">`;
}

function said({ baseUrl, saidBase = `${baseUrl}/` }: PageParts): { base: string; relative: string } {
  return { base: escapeHtml(saidBase), relative: escapeHtml(`${new URL(baseUrl).pathname}/`.replace('//', '/')) };
}
