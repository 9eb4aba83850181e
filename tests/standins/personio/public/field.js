/** A label and its control, in one of the five ways a page may tie them; sheet personio.md 7. */
import { classes, options } from './page.js';

const { createElement: h, Fragment, useState } = window.React;

let made = 0;

/** An id as libraries generate them: another one with every mount. */
function useGeneratedId() {
  const [id] = useState(() => {
    made += 1;
    return `r${made}${Math.random().toString(36).slice(2, 8)}`;
  });
  return id;
}

/** `control` is a function from naming attributes to the control. */
export function Field({ label, help, control }) {
  const id = useGeneratedId();
  const caption = (properties) => h('span', { className: classes.label, ...properties }, label);
  const ways = {
    wrapping: () => h('label', null, caption(), control({})),
    for: () => h(Fragment, null, h('label', { className: classes.label, htmlFor: id }, label), control({ id })),
    labelledby: () => h(Fragment, null, caption({ id }), control({ 'aria-labelledby': id })),
    'aria-label': () => control({ 'aria-label': label }),
    plain: () => h(Fragment, null, caption(), control({}), help && h('p', { className: classes.help }, help)),
  };
  return h('div', { className: classes.field }, ways[options.labels]());
}
