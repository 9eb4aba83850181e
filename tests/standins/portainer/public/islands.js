/** React 17 components living inside AngularJS: controlled boxes, the Auth Style list, switches and the page heading. */

const { React, ReactDOM } = window;
const h = React.createElement;

const joined = (...names) => names.filter(Boolean).join(' ');

/** Around the two texts: a link on what CE only shows, a picture, the tick. */
function boxContents({ label, description }, selected, limited) {
  const picture = h('svg', { width: 24, height: 24, 'aria-hidden': true }, h('path', { d: 'M2 2h20v20H2z' }));
  const tick = h('svg', { className: 'lucide', width: 10, height: 10 }, h('path', { d: 'M1 5l3 3 5-6' }));
  return h(
    React.Fragment,
    null,
    limited && h('div', { className: 'be-link' }, h('a', { href: '#!/settings', target: '_blank' }, 'BE Feature')),
    h(
      'div',
      { className: joined('box-texts', limited && 'opacity-30') },
      h('div', null, picture),
      h('div', { className: 'box-selector-header' }, label),
      h('p', { className: 'mb-0' }, description),
    ),
    h('div', { className: 'box-tick' }, selected && tick),
  );
}

function Box({ radioName, option, selected, limited, onSelect }) {
  return h(
    'div',
    { className: joined('box-selector-item', limited && 'business limited') },
    h('input', {
      type: 'radio',
      name: radioName,
      id: option.id,
      checked: selected,
      value: String(option.value),
      onChange: () => onSelect(option.value),
    }),
    h(
      'label',
      { htmlFor: option.id, 'data-cy': `${radioName}_${option.value}` },
      boxContents(option, selected, limited),
    ),
  );
}

function BoxSelector({ radioName, value, options, onChange }) {
  return h(
    'div',
    { className: 'form-group' },
    h(
      'div',
      { className: 'col-sm-12' },
      h(
        'div',
        { className: 'boxselector_wrapper', role: 'radiogroup' },
        options.map((option) =>
          h(Box, {
            key: option.id,
            radioName,
            option,
            selected: option.value === value,
            limited: option.limited,
            onSelect: onChange,
          }),
        ),
      ),
    ),
  );
}

function AuthStyle({ value, onChange }) {
  const options = ['Auto Detect', 'In Params', 'In Header'];
  return h(
    'select',
    {
      id: 'oauth_authstyle',
      className: 'form-control',
      'data-cy': 'setting-oauth-authstyle-select',
      value,
      onChange: (event) => onChange(Number(event.target.value)),
    },
    options.map((label, index) => h('option', { key: label, value: index }, label)),
  );
}

function SwitchField({ label, checked, disabled, onChange }) {
  const [id] = React.useState(() => `switch_${Math.random().toString(36).slice(2, 10)}`);
  return h(
    'div',
    { className: 'switch-field' },
    h('label', { htmlFor: id, className: 'control-label text-left space-right' }, label),
    h(
      'label',
      { className: 'switch', htmlFor: id },
      h('input', {
        type: 'checkbox',
        id,
        checked: Boolean(checked),
        disabled: Boolean(disabled),
        onChange: (event) => onChange(event.target.checked),
      }),
      h('span', { className: 'slider round' }),
    ),
  );
}

function PageHeader({ title, onReload }) {
  const heading = h('h1', { className: 'm-0 text-2xl font-medium', 'data-cy': 'page-title' }, title);
  const refresh = h(
    'button',
    { type: 'button', className: 'm-0 btn-none', title: 'Refresh page', onClick: onReload },
    '⟳',
  );
  const user = h('button', { type: 'button', className: 'user-menu', 'aria-haspopup': true }, 'admin ▾');
  return h('div', { className: 'row' }, h('div', { className: 'col-sm-12 page-header' }, heading, refresh, user));
}

/** Draws the component anew whenever a binding changes, and takes it away with its AngularJS scope. */
function bridge(component, names) {
  const bindings = Object.fromEntries(names.map((name) => [name, '<']));
  const controller = [
    '$element',
    function bridgeController($element) {
      this.$onChanges = () => {
        const props = Object.fromEntries(names.map((name) => [name, this[name]]));
        ReactDOM.render(h(component, props), $element[0]);
      };
      this.$onDestroy = () => ReactDOM.unmountComponentAtNode($element[0]);
    },
  ];
  return { bindings, controller };
}

export function registerIslands(app) {
  app.component('boxSelector', bridge(BoxSelector, ['radioName', 'value', 'options', 'onChange']));
  app.component('authStyle', bridge(AuthStyle, ['value', 'onChange']));
  app.component('porSwitchField', bridge(SwitchField, ['label', 'checked', 'disabled', 'onChange']));
  app.component('pageHeader', bridge(PageHeader, ['title', 'onReload']));
}
