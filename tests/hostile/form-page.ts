/** A page with the sign-in form of a tenant's settings, plain enough for any attack to be written around it. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { requestUrl, sendHtml } from '../standins/http.ts';
import type { Hosted } from '../standins/server.ts';

/** A host of the recipe for Personio, whose form is known by its labels and lives at any address. */
const formHost = 'acme.app.personio.com';
export const formUrl = `https://${formHost}/configuration/security`;

/** The form's boxes by what they are for; the labels are the recipe's, and nothing else on the page names a box. */
const boxes = {
  button_text: 'Button Display Text',
  issuer: 'Issuer *',
  authorization: 'Authorization URI',
  token: 'Token URI *',
  userinfo: 'Userinfo URI',
  jwks: 'JSON Web Key Set URI',
  scopes: 'Scopes',
  client_id: 'Client ID',
  client_secret: 'Client Secret',
  claim: 'Claim Field',
} as const;

/** The form alone, as it also stands in the frames of other pages. */
export const formHtml = `<main><section id="sso"><h2>Open ID Connect (OIDC)</h2>
  <p>Callback URLs/Redirect URIs <span>${formUrl}/callback</span></p>
  ${Object.entries(boxes)
    .map(([key, label], at) => {
      const type = key === 'client_secret' ? 'password' : 'text';
      return `<p class="row"><label for="b${at}">${label}</label> <input id="b${at}" data-key="${key}" type="${type}"></p>`;
    })
    .join('\n')}
  <p><button type="button">Submit</button></p></section></main><form onsubmit="return false"></form>`;

const style = `body { margin: 0; min-height: 2400px; font: 16px sans-serif; background: #eef }
  #sso { margin: 80px 0 0 40px; width: 420px; height: 640px; background: #fff } .row { margin: 8px } input { width: 180px }`;

/** The whole page; `head` runs before anything of the extension. */
export function formPage(head = '', body = formHtml): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Settings</title><style>${style}</style>
  <script>${head}</script></head><body>${body}</body></html>`;
}

/** In the page: whether any of the boxes holds something. */
export function isFilled(): boolean {
  return [...document.querySelectorAll('[data-key]')].some(
    (box) => box instanceof HTMLInputElement && box.value !== '',
  );
}

/** A site that nobody has bound, with the same form. */
export const unboundUrl = 'https://other.app.personio.com/configuration/security';

/** Serves the named pages by their path, and the form everywhere else. A page may bring a policy of its own. */
export function hostForm(pages: Record<string, { html: string; policy?: string }>): Hosted {
  return {
    hosts: [formHost, new URL(unboundUrl).host],
    handle: (request: IncomingMessage, response: ServerResponse) => {
      const page = pages[requestUrl(request).pathname];
      if (page?.policy !== undefined) response.setHeader('content-security-policy', page.policy);
      sendHtml(response, page?.html ?? formPage());
    },
  };
}
