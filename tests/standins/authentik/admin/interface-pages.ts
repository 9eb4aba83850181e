/** The pages that authentik's interfaces start from, which all say the same about the instance; sheet authentik.md 4.1. */
import { escapeHtml } from '../../http.ts';
import { type ContractVersion, played } from '../contract/versions.ts';
import type { AdminOptions } from './options.ts';

interface PageParts extends AdminOptions {
  /** Base URL without its final slash. */
  baseUrl: string;
  version: ContractVersion;
}

export interface InterfacePages {
  /** The same for everybody: the script at this address finds out who is signed in. */
  admin(script: string): string;
  library(): string;
  /** The login flow, with what was wrong at the last try. */
  signIn(fault: string): string;
}

export function interfacePages(parts: PageParts): InterfacePages {
  return {
    admin: (script) =>
      shell(
        parts,
        '<ak-interface-admin><ak-loading></ak-loading></ak-interface-admin>',
        `<script src="${escapeHtml(script)}" type="module"></script>`,
      ),
    library: () => shell(parts, '<ak-interface-user></ak-interface-user>'),
    signIn: (fault) => shell(parts, signInForm(fault)),
  };
}

function shell(parts: PageParts, body: string, script = ''): string {
  return `<!doctype html>
<html lang="${parts.language ?? 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>authentik (stand-in)</title>
<link rel="icon" href="data:,">
${script}
${parts.saysBaseIn === 'meta' ? metaElements(parts) : inlineScript(parts)}
</head>
<body>
<ak-message-container></ak-message-container>
${body}
</body>
</html>`;
}

function signInForm(fault: string): string {
  return `<ak-flow-executor>
<h1>Welcome to authentik!</h1>
<form method="post">
<label>Username <input name="uidField" autocomplete="username" required></label>
<label>Password <input name="password" type="password" autocomplete="current-password" required></label>
<p role="alert">${fault}</p>
<button>Log in</button>
</form>
</ak-flow-executor>`;
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
