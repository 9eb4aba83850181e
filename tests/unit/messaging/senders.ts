/** Every kind of sender a browser can name, as seen in Chromium and Firefox (security rules, section 5). */
import { browser } from 'wxt/browser';
import type { RawSender } from '@/messaging/sender';

const ownOrigin = 'chrome-extension://test-extension-id';
export const appOrigin = 'https://portainer.company';

const id = browser.runtime.id;
const tab = { id: 7 };

export const popup: RawSender = { id, origin: ownOrigin, url: `${ownOrigin}/popup.html` };
export const optionsTab: RawSender = { ...popup, url: `${ownOrigin}/options.html`, frameId: 0, tab };
export const page: RawSender = {
  id,
  origin: appOrigin,
  url: `${appOrigin}/#!/settings/auth`,
  frameId: 0,
  documentId: 'DOCUMENT-A',
  tab,
};

/** Nobody: every message of theirs is dropped. */
export const nobody: Record<string, RawSender> = {
  'own page in a frame': { ...optionsTab, frameId: 3 },
  'content script in a sub-frame': { ...page, frameId: 4 },
  'content script without a frame id': {
    id,
    origin: appOrigin,
    url: `${appOrigin}/`,
    documentId: 'DOCUMENT-A',
    tab,
  },
  'content script without a tab': { id, origin: appOrigin, url: `${appOrigin}/`, frameId: 0 },
  'sandboxed frame with origin null': { ...page, origin: 'null' },
  'top document with a blob address': { ...page, url: `blob:${appOrigin}/4711` },
  'srcdoc frame': { ...page, url: 'about:srcdoc', frameId: 5 },
  'file page': { ...page, origin: 'file://', url: 'file:///etc/passwd' },
  'data page': { ...page, origin: 'null', url: 'data:text/html,x' },
  'origin that is not serialised': { ...page, origin: `${appOrigin}/` },
  'foreign extension': { ...popup, id: 'foreign-extension-id' },
  'foreign extension with its own origin': {
    id: 'foreign-extension-id',
    origin: 'chrome-extension://foreign-extension-id',
  },
  "own id with another extension's origin": { ...popup, origin: 'chrome-extension://foreign-extension-id' },
  'page that names our id only': { id },
  'nothing at all': {},
};
