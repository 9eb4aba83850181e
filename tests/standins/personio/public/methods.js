/** The list of login methods, which comes before any form. */
import { countPress, loadConnection, saveSwitches } from './api.js';
import { Button, Switch } from './controls.js';
import { OidcSettings } from './oidc-settings.js';
import { classes, wording } from './page.js';

const { createElement: h, Fragment, useEffect, useState } = window.React;

export function Methods({ isOpen, onOpen, onClose }) {
  const [switches, setSwitches] = useState({ enabled: false, enforced: false });
  useEffect(() => {
    loadConnection().then(({ answer }) => setSwitches({ enabled: answer.enabled, enforced: answer.enforced }));
  }, [isOpen]);
  const enable = async () => {
    await countPress('enable');
    setSwitches((await saveSwitches({ enabled: !switches.enabled })).answer);
  };
  const row = (name, ...controls) =>
    h('div', { key: name, className: classes.row }, h('strong', null, name), ...controls);
  return h(
    Fragment,
    null,
    h('h1', null, wording.methods),
    row(wording.credentials),
    row(wording.google, h(Button, null, wording.manage)),
    row(
      'Open ID Connect (OIDC)',
      h(Switch, { checked: switches.enabled, label: wording.enable, onChange: enable }),
      h(Button, { hook: { 'data-open': 'oidc' }, onClick: onOpen }, wording.configure),
    ),
    isOpen && h(OidcSettings, { onClose }),
  );
}
