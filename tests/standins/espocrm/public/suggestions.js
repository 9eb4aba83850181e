/** A list of suggestions under a text field: for every start of one, typed or set by script; gone a moment after the field is left. */

const { $ } = window;

const hideTime = 200;

export function attachSuggestions($input, suggestions) {
  let $list = null;
  let seen = $input.val();
  const close = () => {
    $list?.remove();
    $list = null;
  };
  const open = () => {
    close();
    const typed = $input.val().toLowerCase();
    const fitting = suggestions.filter((text) => text.startsWith(typed) && text !== typed);
    if (fitting.length === 0) return;
    const { left, top } = $input.offset();
    $list = $('<div class="autocomplete-suggestions">').css({ left, top: top + $input.outerHeight() });
    for (const text of fitting) {
      const choose = (event) => {
        event.preventDefault();
        $input.val(text).trigger('change');
        close();
      };
      $list.append($('<div class="autocomplete-suggestion">').text(text).on('mousedown', choose));
    }
    $list.appendTo('body');
  };
  const follow = () => {
    if ($input.val() === seen) return;
    seen = $input.val();
    open();
  };
  $input.on('keyup input change', follow);
  $input.on('focus', () => {
    if ($input.val() === '') open();
  });
  $input.on('blur', () => setTimeout(close, hideTime));
}
