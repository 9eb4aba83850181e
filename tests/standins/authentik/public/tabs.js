/** Tabs of a page: the open one is remembered in the hash as soon as they are there. */
import { html, LitElement } from 'lit';
import { rememberedInHash, rememberInHash } from './hash.js';
import { style } from './style.js';

class Tabs extends LitElement {
  static properties = { open: { state: true } };
  static styles = style;

  firstUpdated() {
    const names = [...this.children].map((page) => page.slot);
    const { page } = rememberedInHash();
    this.show(names.includes(page) ? page : names[0]);
  }

  show(name) {
    this.open = name;
    rememberInHash({ page: name });
  }

  render() {
    const pages = [...this.children];
    return html`<div role="tablist">
        ${pages.map(
          ({ slot, title }) =>
            html`<button role="tab" aria-selected=${slot === this.open} @click=${() => this.show(slot)}>${title}</button>`,
        )}
      </div>
      <slot name=${this.open ?? ''}></slot>`;
  }
}

customElements.define('ak-tabs', Tabs);
