/** One control per kind of field: how it is drawn, and how its value is read for the model. */
import { delimiter, makeList, makeSelect } from './espo-select.js';
import { attachSuggestions } from './suggestions.js';

const { $ } = window;

const input = (name, type, classes = '') =>
  $('<input>').attr({
    type,
    class: `main-element form-control ${classes}`.trim(),
    'data-name': name,
    autocomplete: `espo-${name}`,
    spellcheck: 'false',
  });

/** Read again as the address it stands for; the screen shows it decoded. */
function encoded(value) {
  const trimmed = value.trim();
  return trimmed === decodeURI(trimmed) ? encodeURI(trimmed) : trimmed;
}

const text = {
  draw({ name, model, $field, definition }) {
    const $input = input(name, 'text').val(model.get(name) ?? '');
    $field.append($input);
    if (definition.suggestions) attachSuggestions($input, definition.suggestions);
  },
  read: ({ name, $main }) => ({ [name]: $main.val().trim() || null }),
};

const url = {
  draw({ name, model, $field }) {
    const $input = input(name, 'text').val(decodeURI(model.get(name) ?? ''));
    $field.append($input);
    $input.on('change', () => $input.val(decodeURI(encoded($input.val()))));
  },
  read: ({ name, $main }) => ({ [name]: encoded($main.val()) || null }),
};

const password = {
  draw(view) {
    const { name, model, $field, labels } = view;
    view.isChanging = model.isNew;
    const $input = input(name, 'password', model.isNew ? '' : 'hidden').attr('autocomplete', 'new-password');
    $input.val(model.get(name) ?? '');
    if (model.isNew) return $field.append($input);
    const $link = $('<a role="button" tabindex="0" data-action="change">').text(labels.change);
    $link.on('click', () => {
      view.isChanging = true;
      $link.addClass('hidden');
      $input.removeClass('hidden');
    });
    return $field.append($link, $input);
  },
  // Without a click on "change" the field has nothing to say.
  read: ({ name, $main, isChanging }) => (isChanging ? { [name]: $main.val() || null } : {}),
};

const bool = {
  draw({ name, model, $field }) {
    const $input = input(name, 'checkbox', 'form-checkbox').removeClass('form-control');
    $field.append($input.prop('checked', Boolean(model.get(name))));
  },
  read: ({ name, $main }) => ({ [name]: $main.prop('checked') }),
};

const choice = {
  draw({ name, model, $field, definition }) {
    const $select = $('<select class="form-control main-element">').attr('data-name', name);
    for (const [value, label] of Object.entries(definition.options)) {
      $select.append($('<option>').attr('value', value).text(label));
    }
    $field.append($select.val(model.get(name) ?? ''));
    makeSelect($select, definition.options);
  },
  read: ({ name, $main }) => ({ [name]: $main.val() }),
};

const list = {
  draw({ name, model, $field, definition }) {
    const $input = input(name, 'text');
    $field.append($input);
    makeList($input, { ...definition, values: model.get(name) ?? [] });
  },
  read: ({ name, $main }) => ({ [name]: $main.val() === '' ? [] : $main.val().split(delimiter) }),
};

const links = {
  draw({ name, $field }) {
    const $box = $('<div class="input-group add-team">').append(input(name, 'text'));
    $field.append($('<div class="link-container list-group">'), $box);
  },
  read: ({ name }) => ({ [`${name}Ids`]: [], [`${name}Names`]: {} }),
};

const redirectUri = {
  draw({ $field, redirectUris, hasCopyLink }) {
    const icon =
      '<a role="button" data-action="copyToClipboard" class="pull-right text-soft"><span class="far fa-copy"></span></a>';
    $field.html(`\n        ${hasCopyLink ? icon : ''}\n        `);
    redirectUris.forEach((uri, index) => {
      if (index > 0) $field.append('<br>');
      $field.append(document.createTextNode(`\n            ${uri}\n        `));
    });
  },
  read: () => ({}),
};

const kinds = { text, url, password, bool, enum: choice, list, links, redirectUri };

let views = 0;

/** One field of the form. Its container stays, everything in it is drawn anew by `draw`. */
export class Field {
  constructor({ name, definition, model, labels, redirectUris, hasCopyLink, $field }) {
    Object.assign(this, { name, definition, model, labels, redirectUris, hasCopyLink, $field });
    this.kind = kinds[definition.type];
    this.isChanging = false;
    // Delegated: an event that does not bubble never gets here.
    $field.on('change', '.main-element', () => model.set(this.fetch()));
  }

  get $main() {
    // The choice boxes copy the class to their wrapper; the control itself also has the name.
    return this.$field.find(`.main-element[data-name="${this.name}"]`);
  }

  draw() {
    views += 1;
    this.$field.empty().attr('data-view-cid', `view${views}`);
    this.kind.draw(this);
  }

  fetch() {
    return this.kind.read(this);
  }
}
