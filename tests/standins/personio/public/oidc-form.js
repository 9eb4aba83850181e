/** The OIDC form: state is the only truth, Save only when dirty and valid, written back to the boxes on blur. */
import { countPress, saveConnection, saveSwitches } from './api.js';
import { Button, Checkbox } from './controls.js';
import { FormFields } from './form-fields.js';
import { classes, fieldOrder, options, wording } from './page.js';

const { createElement: h, useEffect, useState } = window.React;

const dots = '••••••••••••';
const addresses = ['issuer', 'authorization', 'token', 'userinfo', 'jwks'];

/** What the boxes hold before anything is typed; the stored secret never comes back from the server. */
function startValues(connection) {
  const { has_secret: hasSecret, ...values } = connection;
  return { ...values, client_secret: hasSecret && options.secret === 'dots' ? dots : '' };
}

function isValid(values, hasSecret) {
  return fieldOrder.every((name) => {
    if (addresses.includes(name)) return /^https:\/\/\S+$/.test(values[name]);
    if (name === 'client_secret' && hasSecret) return true;
    return name === 'secret_expiry' || values[name].trim() !== '';
  });
}

/** Without the secret when the stored one stays. */
function bodyOf(values, start) {
  const { client_secret: secret, ...rest } = values;
  return secret === start.client_secret ? rest : { ...rest, client_secret: secret };
}

export function OidcForm({ loaded, enforced, onSaved, onEnforced }) {
  const start = startValues(loaded);
  const [values, setValues] = useState(start);
  const [mount, setMount] = useState(0);
  const [, renderAgain] = useState(0);
  const [note, setNote] = useState('');
  const isDirty = Object.keys(start).some((name) => values[name] !== start[name]);

  useEffect(() => {
    window.standIn = { state: () => values };
  }, [values]);
  useEffect(() => {
    if (!isDirty || options.remount === 'off' || mount > 0) return undefined;
    const timer = setTimeout(() => setMount(1), 150);
    return () => clearTimeout(timer);
  }, [isDirty, mount]);

  const change = (name, text) => setValues((before) => ({ ...before, [name]: text }));
  const save = async () => {
    await countPress('save');
    const { ok, answer } = await saveConnection(bodyOf(values, start));
    setNote(ok ? 'OK' : `! ${answer.refused.join(', ')}`);
    if (!ok) return;
    setValues(startValues(answer.connection));
    onSaved(answer.connection);
  };
  const submit = (event) => {
    event.preventDefault();
    countPress('submit');
  };
  const enforce = async () => {
    await countPress('enforce');
    onEnforced(await saveSwitches({ enforced: !enforced }));
  };

  return h(
    'form',
    { key: mount, className: classes.panel, noValidate: true, onSubmit: submit },
    h('h3', null, wording.configuration),
    h(FormFields, { values, onChange: change, onBlur: () => renderAgain((count) => count + 1) }),
    h(Checkbox, { checked: enforced, label: wording.enforce, onChange: enforce }),
    h(
      Button,
      {
        primary: true,
        hook: { 'data-save': 'oidc' },
        disabled: !isDirty || !isValid(values, loaded.has_secret),
        onClick: save,
      },
      wording.save,
    ),
    h(Button, { onClick: () => countPress('test') }, wording.test),
    h('p', { role: 'status' }, note),
  );
}
