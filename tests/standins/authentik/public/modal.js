/** A form in a dialog: it is in the page from the start, and draws itself when the dialog opens. */
import { css, html, LitElement, nothing } from 'lit';
import { style } from './style.js';
import { words } from './words.js';

class FormsModal extends LitElement {
  static properties = { open: { type: Boolean }, fault: { state: true } };
  static styles = [
    style,
    css`
      .backdrop { background: rgb(0 0 0 / 40%); inset: 0; overflow: auto; padding: 2rem; position: fixed; }
      .box { background: white; margin: auto; max-width: 44rem; padding: 1rem; }
    `,
  ];

  get form() {
    return this.querySelector('[slot="form"]');
  }

  show(isOpen) {
    this.open = isOpen;
    this.fault = undefined;
    this.form.isShown = isOpen;
  }

  async submit() {
    try {
      await this.form.submit();
    } catch (error) {
      this.fault = error.message;
      return;
    }
    this.show(false);
    this.dispatchEvent(new CustomEvent('ak-refresh', { bubbles: true, composed: true }));
  }

  render() {
    return html`<slot name="trigger" @click=${() => this.show(true)}></slot>${this.open ? this.dialog() : nothing}`;
  }

  dialog() {
    return html`<div class="backdrop"><div class="box" role="dialog" aria-modal="true">
      <h1><slot name="header"></slot></h1>
      <slot name="form"></slot>
      <p role="alert">${this.fault}</p>
      <button part="submit" @click=${() => this.submit()}><slot name="submit"></slot></button>
      <button part="cancel" @click=${() => this.show(false)}>${words.cancel}</button>
    </div></div>`;
  }
}

customElements.define('ak-forms-modal', FormsModal);
