/** The script on authentik's own page: says which authentik it is, and carries calls to its API with the page's session. */

import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { readOpenForm } from '@/authentik/admin/read-form';
import { readAdminPage } from '@/authentik/admin/read-page';
import { createTransport, type Send } from '@/authentik/api/transport';
import { followLogin } from '@/authentik/check/follow-login';
import type { ApiFailure } from '@/authentik/model';
import { listenAsAdmin } from '@/messaging/listen-admin';

declare global {
  /** Set in the extension's own script world: the script is injected anew for every job. */
  var latchkeyAdminRuns: string | undefined;
}

/** Handed to what decides what is sent and where. */
const send: Send = (url, init) => fetch(url, init);

export default defineContentScript({
  registration: 'runtime',
  allFrames: false,
  noScriptStartedPostMessage: true,
  main() {
    // An update of the extension leaves the old script behind, dead; its successor has another id of its own.
    const mine = browser.runtime.getURL('/');
    if (globalThis.latchkeyAdminRuns === mine || window.top !== window) return;
    globalThis.latchkeyAdminRuns = mine;
    const read = () => readAdminPage(document, new URL(location.href));
    listenAsAdmin({
      'admin.read': read,
      'admin.form': ({ baseUrl, clientIds }) => {
        const page = read();
        return page.ok && page.value.baseUrl === baseUrl ? readOpenForm(document, clientIds) : null;
      },
      'admin.follow': async ({ baseUrl, query }) => {
        const page = read();
        return page.ok && page.value.baseUrl === baseUrl ? followLogin({ baseUrl, send }, query) : failed('no-api');
      },
      'admin.call': async ({ baseUrl, request }) => {
        const page = read();
        if (!page.ok) return failed(page.failure.kind === 'signed-out' ? 'not-signed-in' : 'no-api');
        // The page may have moved on to another authentik under the same origin.
        if (page.value.baseUrl !== baseUrl) return failed('no-api');
        const signIn = { by: 'session', pageOrigin: location.origin, csrf: csrfCookie } as const;
        const transport = createTransport({ baseUrl, signIn, send });
        return transport.ok ? transport.value(request) : failed('no-api');
      },
    });
  },
});

function failed(kind: 'not-signed-in' | 'no-api'): { ok: false; failure: ApiFailure } {
  return { ok: false, failure: { kind } };
}

/** Readable for scripts by authentik's own design: it is to come back as a header (authentik sheet 2.1). */
function csrfCookie(): string | undefined {
  return /(?:^|;\s*)authentik_csrf=([^;]+)/.exec(document.cookie)?.[1];
}
