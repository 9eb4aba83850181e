/** The fields of a form. They have no shadow root: what they draw is in that of the form. */
import { html, LitElement } from 'lit';
import { words } from './words.js';

class Field extends LitElement {
  static properties = {
    name: { type: String },
    label: { type: String },
    value: { type: String },
    revealed: { type: Boolean },
  };

  createRenderRoot() {
    return this;
  }

  render() {
    return html`<label>${this.label}</label>${this.control()}`;
  }
}

class TextInput extends Field {
  control() {
    return html`<input type="text" name=${this.name} .value=${this.value} spellcheck="false" required>`;
  }
}

class TextareaInput extends Field {
  control() {
    return html`<textarea name=${this.name} .value=${this.value} rows="4"></textarea>`;
  }
}

/** Holds the whole secret all the time, and shows it on demand. */
class HiddenTextInput extends Field {
  control() {
    return html`<input part="input" type=${this.revealed ? 'text' : 'password'} name=${this.name} .value=${this.value}
        autocomplete="off" spellcheck="false" required>
      <button type="button" part="toggle" @click=${this.toggle}>${words.reveal}</button>`;
  }

  toggle() {
    this.value = this.querySelector('input').value;
    this.revealed = !this.revealed;
  }
}

/** Shows the name of what is chosen, never its id. */
class SearchSelect extends Field {
  control() {
    return html`<input type="text" role="combobox" aria-expanded="false" name=${this.name} .value=${this.value} readonly>`;
  }
}

customElements.define('ak-text-input', TextInput);
customElements.define('ak-textarea-input', TextareaInput);
customElements.define('ak-hidden-text-input', HiddenTextInput);
customElements.define('ak-search-select', SearchSelect);
