/** The background: registers every listener at once, as a worker that is woken by an event must. */
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { createPace } from '@/messaging/pace';
import { createRegistry } from '@/messaging/registry';
import { forgetInvitation } from '@/sites/known-origins';
import { guardStorage } from '@/vault/session';
import { checkHandlers } from './authentik/check-handlers';
import { clientImportHandlers } from './authentik/client-import-handlers';
import { connectionHandlers } from './authentik/connection-handlers';
import { createHandlers } from './authentik/create-handlers';
import { tokenHandlers } from './authentik/token-handlers';
import { afterMessage, beforeMessage, watchTheClock } from './auto-lock';
import { draftHandlers } from './draft-handlers';
import { pageHandlers } from './page-handlers';
import { forgetRefusal } from './press';
import { profileHandlers } from './profile-handlers';
import { secretHandlers } from './secret-handlers';
import { siteHandlers } from './site-handlers';
import { sitesChanged } from './sites-changed';
import { transferHandlers } from './transfer-handlers';
import { forgetUnlockWindow } from './unlock-window';
import { vaultHandlers } from './vault-handlers';

export default defineBackground(() => {
  const handlers = {
    ...vaultHandlers,
    ...profileHandlers,
    ...draftHandlers,
    ...secretHandlers,
    ...siteHandlers,
    ...transferHandlers,
    ...connectionHandlers,
    ...clientImportHandlers,
    ...checkHandlers,
    ...tokenHandlers,
    ...createHandlers,
    ...pageHandlers,
  };
  const receive = createRegistry(handlers, { admits: createPace(), before: beforeMessage, after: afterMessage });

  browser.runtime.onMessage.addListener((message: unknown, sender, respond: (answer?: unknown) => void) => {
    const answer = receive(message, sender);
    if (answer === null) return undefined;
    // A handler that throws is a bug: the sender hears nothing, which it knows as `no-answer`.
    answer.then(respond, () => respond());
    return true;
  });

  browser.runtime.onInstalled.addListener(async ({ reason }) => {
    await sitesChanged();
    if (reason === 'install') await browser.tabs.create({ url: browser.runtime.getURL('/options.html') });
  });
  browser.runtime.onStartup.addListener(sitesChanged);
  browser.permissions.onAdded.addListener(sitesChanged);
  browser.permissions.onRemoved.addListener(sitesChanged);
  browser.tabs.onRemoved.addListener(forgetInvitation);
  browser.tabs.onRemoved.addListener(forgetRefusal);
  browser.windows.onRemoved.addListener(forgetUnlockWindow);
  watchTheClock();

  void guardStorage();
});
