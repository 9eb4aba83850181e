/** Controls as the published UI packages build them: bare input in two hashed wrappers, no id, no name (sheet 5). */
import { classes, options } from './page.js';

const { createElement: h, useRef, useState } = window.React;

/** A click anywhere in the wrapper is caught: default prevented, focus moved to the input. */
export function TextInput({ value, onChange, onBlur, type, naming = {}, testId, readOnly }) {
  const input = useRef(null);
  const catchClick = (event) => {
    event.preventDefault();
    input.current.focus();
  };
  return h(
    'div',
    { role: 'none', className: `${classes.wrapperOuter} ${classes.wrapper}`, onClick: catchClick },
    h('input', {
      ...naming,
      ...(type === undefined ? {} : { type }),
      ...(options.testIds === 'on' ? { 'data-test-id': testId } : {}),
      ref: input,
      className: classes.input,
      value,
      readOnly,
      autoComplete: 'off',
      onChange: (event) => onChange?.(event.target.value),
      onBlur,
    }),
  );
}

/** A choice list that is none of the browser's own: a button that opens a list. */
export function Choice({ value, choices, onChange, naming = {} }) {
  const [isOpen, setOpen] = useState(false);
  const toggle = (event) => {
    event.preventDefault();
    setOpen(!isOpen);
  };
  const choose = (choice) => () => {
    onChange(choice);
    setOpen(false);
  };
  return h(
    'div',
    null,
    h('button', { ...naming, role: 'button', className: classes.choice, onClick: toggle }, h('span', null, value)),
    isOpen &&
      h(
        'ul',
        { role: 'listbox', className: classes.options },
        choices.map((choice) => h('li', { key: choice, role: 'option', onClick: choose(choice) }, choice)),
      ),
  );
}

export function Button({ onClick, disabled, primary, hook = {}, children }) {
  const className = primary ? `${classes.button} ${classes.primary}` : classes.button;
  return h('button', { ...hook, type: 'button', className, disabled, onClick }, h('span', null, children));
}

export function Switch({ checked, label, onChange }) {
  return h(
    'button',
    { type: 'button', role: 'switch', 'aria-checked': checked, className: classes.button, onClick: onChange },
    h('span', null, label),
  );
}

let checkboxes = 0;

/** The one control whose id is known: `checkbox-<n>` with a label beside it. */
export function Checkbox({ checked, label, onChange }) {
  const [id] = useState(() => {
    checkboxes += 1;
    return `checkbox-${checkboxes}`;
  });
  return h('div', null, h('input', { id, type: 'checkbox', checked, onChange }), h('label', { htmlFor: id }, label));
}
