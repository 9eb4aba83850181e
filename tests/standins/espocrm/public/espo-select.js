/** Selectize as the app uses it: choices are made on mouse up, Ctrl+Enter passes, Escape closes an open list only. */

const { Selectize, $ } = window;

const stopsEscape = (self, event) => {
  if (event.key === 'Escape' && self.isOpen) {
    event.stopPropagation();
    self.close();
  }
};

/** After a press on an option the list cannot be closed for a moment, or it would be gone before the button is released. */
const holdTime = 100;
/** A moment after a choice the control takes the focus again, wherever it went meanwhile. */
const returnTime = 50;

/** Single choice: opened by a pressed mouse button, chosen by a released one; an emptied box gets its value back. */
Selectize.define('espo_select', function () {
  const { setup, onOptionSelect, onKeyDown, onBlur, onFocus, onMouseDown, blur, close } = this;
  let isHeld = false;
  let isReturning = false;
  let isClosing = false;

  const hold = () => {
    isHeld = true;
    setTimeout(() => {
      isHeld = false;
    }, holdTime);
  };
  const takeFocus = () => {
    isReturning = true;
    this.$control_input[0].focus();
    isReturning = false;
  };

  this.setup = (...args) => {
    setup.apply(this, args);
    this.chosen = this.items[0];
    this.$dropdown.on('mouseup', '[data-selectable]', (event) => this.onOptionSelect(event));
  };
  // A click without the button having been pressed on the control opens nothing.
  this.onClick = () => {};
  this.onMouseDown = (event) => {
    isClosing = this.isOpen;
    return onMouseDown.call(this, event);
  };
  this.onFocus = (event) => {
    const isIgnored = isReturning || isClosing;
    if (!isReturning) isClosing = false;
    return isIgnored ? undefined : onFocus.call(this, event);
  };
  this.onOptionSelect = (event) => {
    if (event.type === 'mousedown' || event.type === 'click') {
      hold();
      return;
    }
    isHeld = false;
    if (event.type === 'mouseup') setTimeout(takeFocus, returnTime);
    onOptionSelect.call(this, event);
    this.chosen = this.items[0];
  };
  this.onKeyDown = (event) => {
    if (event.ctrlKey || event.metaKey) return;
    stopsEscape(this, event);
    onKeyDown.call(this, event);
  };
  this.blur = (target) => (isHeld ? this : blur.call(this, target));
  this.close = () => (isHeld ? undefined : close.call(this));
  this.onBlur = (...args) => {
    if (isHeld) return;
    if (this.items.length === 0) this.setValue(this.chosen, true);
    onBlur.apply(this, args);
  };
});

const isScripted = (event) => event?.isTrusted === false;

/** The list stays open for scripted blur, mouse and Escape events; only losing the focus for real closes it. */
Selectize.define('espo_list', function () {
  const { onKeyDown, onBlur, blur } = this;
  this.onKeyDown = (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return;
    if (event.key === 'Escape' && isScripted(event.originalEvent)) return;
    onKeyDown.call(this, event);
  };
  this.onBlur = (event, target) => {
    if (!isScripted(event?.originalEvent)) onBlur.call(this, event, target);
  };
  this.blur = (target) => (isScripted(window.event) ? this : blur.call(this, target));
});

export const delimiter = ':,:';

/** Turns the select into the app's single choice box. */
export function makeSelect($element, options) {
  $element.selectize({
    plugins: ['espo_select'],
    highlight: false,
    copyClassesToDropdown: false,
    selectOnTab: false,
    allowEmptyOption: '' in options,
    showEmptyOptionInDropdown: true,
    sortField: [{ field: '$order', direction: 'asc' }],
  });
}

const startsWith = (text, search) => text.toLowerCase().startsWith(search.toLowerCase());

/** Every chip carries two remove links, one on top of the other: one written here, one by the plugin. */
function chip(data, escaped) {
  return `<div class="item">${escaped(data.label)}<a href="javascript:" class="remove" tabindex="-1">&times;</a></div>`;
}

/** Turns the input into the app's list of chips; own items only where allowed. */
export function makeList($element, { options, values, allowsOwn }) {
  const all = [...new Set([...values, ...options])];
  $element.val(values.join(delimiter));
  $element.selectize({
    plugins: ['remove_button', 'espo_list'],
    delimiter,
    options: all.map((value) => ({ value, label: value })),
    labelField: 'label',
    valueField: 'value',
    searchField: ['label'],
    selectOnTab: false,
    highlight: false,
    copyClassesToDropdown: false,
    persist: !allowsOwn,
    create: allowsOwn ? (input) => ({ value: input, label: input }) : false,
    render: {
      item: chip,
      option_create: (data) => $('<div>').addClass('create').text(`${data.input}…`).prop('outerHTML'),
    },
    score(search) {
      const score = this.getScoreFunction(search);
      return (item) => (startsWith(item.label, search) ? score(item) : 0);
    },
  });
}
