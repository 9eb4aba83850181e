/** The fields of the OIDC form in the guide's order, as a list of elements. */
import { Choice, TextInput } from './controls.js';
import { Field } from './field.js';
import { fieldOrder, options, wording } from './page.js';

const { createElement: h } = window.React;

/** `values` is the state and the only truth; `onChange(name, text)` is the only way into it. */
export function FormFields({ values, onChange, onBlur }) {
  const control = (name) => (naming) =>
    name === 'claim' && options.claim === 'list'
      ? h(Choice, {
          naming,
          value: values.claim,
          choices: ['email', 'preferred_username', 'sub'],
          onChange: (text) => onChange('claim', text),
        })
      : h(TextInput, {
          naming,
          testId: `oidc-${name.replace('_', '-')}`,
          value: values[name],
          onChange: (text) => onChange(name, text),
          onBlur,
          ...(name === 'client_secret' ? { type: 'password' } : {}),
        });
  return fieldOrder
    .filter((name) => wording.labels[name] !== undefined)
    .flatMap((name) => {
      const field = h(Field, {
        key: name,
        label: wording.labels[name],
        help: wording.help[name],
        control: control(name),
      });
      return name === 'userinfo' && wording.method !== undefined ? [field, methodChoice(values, onChange)] : [field];
    });
}

function methodChoice(values, onChange) {
  return h(Field, {
    key: 'userinfo_method',
    label: wording.method,
    control: (naming) =>
      h(Choice, {
        naming,
        value: values.userinfo_method,
        choices: ['GET', 'POST'],
        onChange: (text) => onChange('userinfo_method', text),
      }),
  });
}
