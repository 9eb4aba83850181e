/** Neighbours that must not be taken for the form; sheet personio.md 4 and 7. Nothing here is ever saved. */
import { Button, TextInput } from './controls.js';
import { Field } from './field.js';
import { FormFields } from './form-fields.js';
import { callbacks, classes, fieldOrder, wording } from './page.js';

const { createElement: h, useState } = window.React;

function useBoxes() {
  const [values, setValues] = useState({
    ...Object.fromEntries(fieldOrder.map((name) => [name, ''])),
    userinfo_method: 'GET',
  });
  return { values, onChange: (name, text) => setValues((before) => ({ ...before, [name]: text })) };
}

/** A dead duplicate, as narrow-screen layouts leave them in the document. */
export function HiddenCopy() {
  return h('div', { className: classes.hidden }, h('h3', null, wording.configuration), h(FormFields, useBoxes()));
}

function Form({ heading, labels, children }) {
  const { values, onChange } = useBoxes();
  return h(
    'section',
    { className: classes.panel },
    h('h1', null, heading),
    children,
    Object.entries(labels).map(([name, label]) =>
      h(Field, {
        key: name,
        label,
        control: (naming) =>
          h(TextInput, {
            naming,
            value: values[name],
            onChange: (text) => onChange(name, text),
            ...(name === 'client_secret' ? { type: 'password' } : {}),
          }),
      }),
    ),
    h(Button, null, wording.save),
  );
}

/** The form of before 2025: five labels shared, neither issuer nor key set; its callback is called so in every language. */
export function OldOAuthForm() {
  const { authorization, token, scopes, client_id, client_secret } = wording.labels;
  return h(
    Form,
    { heading: 'OAuth 2.0', labels: { authorization, token, scopes, client_id, client_secret } },
    h('h3', null, wording.providerSettings),
    h('span', { className: classes.label }, 'Callback URI'),
    h(TextInput, { value: callbacks.tenant, readOnly: true }),
    h('h3', null, wording.configuration),
  );
}

/** Credentials of the app's own API. */
export function ApiCredentials() {
  const { client_id, client_secret } = wording.labels;
  return h(Form, { heading: 'API credentials', labels: { client_id, client_secret } });
}
