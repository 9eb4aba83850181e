/** The page a newcomer sees first: what to click, where, and a small authentik form to register the callback URL. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { escapeHtml, readForm, redirect, sendHtml } from '../../tests/standins/http.ts';
import type { Hosted } from '../../tests/standins/server.ts';
import type { Stage } from './stage.ts';
import { type DemoApp, type DemoWorld, demoApps, type LoginApp, loginApps } from './world.ts';

/** Only the demo serves it; the extension has no business there. */
export const startHost = 'start.company';

const style = `
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
  body { max-width: 46rem; margin: 3rem auto; padding: 0 1.5rem; }
  section { border-top: 1px solid light-dark(#ddd, #444); padding: 1rem 0; }
  textarea { width: 100%; box-sizing: border-box; font: inherit; }
  button { font: inherit; padding: .3rem 1rem; }
  code { background: light-dark(#f1efec, #2b2b2b); padding: .1rem .35rem; border-radius: 4px; }
`;

export function createStartPage(stage: Stage, world: DemoWorld): Hosted {
  return {
    hosts: [startHost],
    handle: async (request, response) => {
      if (request.method === 'POST') return register(request, response, stage, world);
      sendHtml(response, startPage(stage, world));
    },
  };
}

/** What an administrator does in authentik: one redirect URI per line, matching mode strict. */
async function register(
  request: IncomingMessage,
  response: ServerResponse,
  stage: Stage,
  world: DemoWorld,
): Promise<void> {
  const form = await readForm(request);
  const app = loginApps.find((one) => one === form.get('app'));
  const urls = (form.get('urls') ?? '').split(/\s+/).filter((url) => url !== '');
  if (app !== undefined) stage.authentik.configure(world.clients[app].slug, { redirectUris: urls });
  redirect(response, '/');
}

function startPage(stage: Stage, world: DemoWorld): string {
  return `<!doctype html><html lang="en"><title>Latchkey demo</title><style>${style}</style>
    <h1>Latchkey demo</h1>
    <p>Everything here runs on this machine: a stand-in of authentik and of five apps. Latchkey is in the toolbar
      (behind the puzzle piece, where the browser hides it), with one profile per app. Its passphrase is
      <code>${escapeHtml(world.passphrase)}</code>.</p>
    <ol>
      <li>Open an app's settings page below.</li>
      <li>Press Latchkey in the toolbar, then <strong>Use on this site</strong>.</li>
      <li>Press the Latchkey button on the page, look at the preview, press <strong>Fill</strong>.</li>
      <li>Press the page's own Save. Copy the callback URL from Latchkey's report into the box below.</li>
      <li>Log in as <code>${escapeHtml(world.user.username)}</code>.</li>
    </ol>
    ${demoApps.map((app) => section(app, stage, world)).join('')}</html>`;
}

function section(app: DemoApp, stage: Stage, world: DemoWorld): string {
  const { settingsUrl, loginUrl } = stage.apps[app];
  const login = app === 'openlane' ? '' : ` · <a href="${escapeHtml(loginUrl)}" target="_blank">Login page</a>`;
  return `<section><h2>${app}</h2>
    <p><a href="${escapeHtml(settingsUrl)}" target="_blank">Settings page</a>${login}</p>
    ${app === 'openlane' ? '<p>No login and no callback: look at the badge after Save.</p>' : registerForm(app, stage, world)}
    </section>`;
}

function registerForm(app: LoginApp, stage: Stage, world: DemoWorld): string {
  const registered = stage.authentik.settings(world.clients[app].slug).redirectUris;
  return `<form method="post"><input type="hidden" name="app" value="${app}">
      <label>Redirect URIs in authentik, one per line
        <textarea name="urls" rows="2">${escapeHtml(registered.join('\n'))}</textarea></label>
      <button>Register in authentik</button></form>`;
}
