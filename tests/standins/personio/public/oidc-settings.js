/** What "Configure" opens: after a while the provider settings and the form, in the page or as a dialog in a portal. */
import { loadConnection } from './api.js';
import { Button } from './controls.js';
import { HiddenCopy } from './decoys.js';
import { OidcForm } from './oidc-form.js';
import { classes, options } from './page.js';
import { ProviderSettings } from './provider-settings.js';

const { createElement: h, useEffect, useState } = window.React;
const { createPortal } = window.ReactDOM;

export function OidcSettings({ onClose }) {
  const [loaded, setLoaded] = useState(null);
  useEffect(() => {
    let isGone = false;
    const timer = setTimeout(async () => {
      const { answer } = await loadConnection();
      if (!isGone) setLoaded(answer);
    }, options.delay);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, []);

  const content = h(
    'div',
    { className: classes.panel },
    h('h2', null, 'Open ID Connect (OIDC)'),
    loaded === null ? h('p', { role: 'status' }, '…') : h(Content, { loaded, setLoaded }),
    h(Button, { onClick: onClose }, '×'),
  );
  return options.opening === 'dialog' ? h(Dialog, { onClose }, content) : content;
}

function Content({ loaded, setLoaded }) {
  return [
    options.hiddenCopy === 'on' && h(HiddenCopy, { key: 'copy' }),
    h(ProviderSettings, { key: 'provider' }),
    h(OidcForm, {
      key: 'form',
      loaded: loaded.connection,
      enforced: loaded.enforced,
      onSaved: (connection) => setLoaded({ ...loaded, connection }),
      onEnforced: ({ answer }) => setLoaded({ ...loaded, enforced: answer.enforced }),
    }),
  ];
}

/** At the end of the body, outside the app's root; Escape and a click beside it close it. */
function Dialog({ onClose, children }) {
  useEffect(() => {
    const onKey = (event) => {
      if (event.key === 'Escape') onClose();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [onClose]);
  const closeBeside = (event) => {
    if (event.target === event.currentTarget) onClose();
  };
  const dialog = h('div', { role: 'dialog', 'aria-modal': true, className: classes.dialog }, children);
  return createPortal(h('div', { className: classes.backdrop, onClick: closeBeside }, dialog), document.body);
}
