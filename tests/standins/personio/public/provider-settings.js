/** The read-only part above the form: the callback, shown in one of six ways. */
import { Button, TextInput } from './controls.js';
import { callbacks, classes, options, wording } from './page.js';

const { createElement: h, Fragment } = window.React;

const copy = (text) => () => navigator.clipboard.writeText(text);

const ways = {
  input: () =>
    h(
      Fragment,
      null,
      h(TextInput, { value: callbacks.tenant, readOnly: true, testId: 'oidc-callback' }),
      h(Button, { onClick: copy(callbacks.tenant) }, wording.copy),
    ),
  text: () => h('p', null, callbacks.tenant),
  'two-lines': () => h('p', null, callbacks.tenant, h('br'), callbacks.fixed),
  twice: () => h('ul', null, h('li', null, callbacks.tenant), h('li', null, callbacks.tenant)),
  'fixed-only': () => h('p', null, callbacks.fixed),
  none: () => null,
};

export function ProviderSettings() {
  return h(
    'section',
    { className: classes.panel },
    h('h3', null, wording.providerSettings),
    h('span', { className: classes.label }, wording.callbacks),
    ways[options.callback](),
  );
}
