/** A list of suggestions under a text field, shown while somebody is in it; filling by script does not open it. */

const { $ } = window;

export function attachSuggestions($input, suggestions) {
  let $list = null;
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
  $input.on('focus keyup', open);
  $input.on('blur', close);
}
