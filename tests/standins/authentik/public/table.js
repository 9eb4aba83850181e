/** A list page: one page of rows at a time, searched on the server; both are remembered in the hash. */
import { html, LitElement } from 'lit';
import { listOf } from './api.js';
import { rememberedInHash, rememberInHash } from './hash.js';
import { style } from './style.js';
import { words } from './words.js';

const { redirects } = globalThis.standInAuthentik;

/** Lists say where their rows come from (`source`), their `heading`, what heads them (`head`) and what is in them (`cells`). */
export class Table extends LitElement {
  static properties = { data: { state: true }, fault: { state: true } };
  static styles = style;

  connectedCallback() {
    super.connectedCallback();
    const { page = 1, search = '' } = this.remembered();
    void this.load(page, search);
  }

  async load(page, search) {
    try {
      this.data = await listOf(this.source, page, search);
    } catch (error) {
      this.fault = error.message;
      return;
    }
    rememberInHash({ [this.key('page')]: page, [this.key('search')]: search });
  }

  /** Lists have put the name of their element in front since 2025. */
  key(name) {
    return redirects === 'text' ? name : `${this.localName}-${name}`;
  }

  remembered() {
    const all = rememberedInHash();
    return { page: all[this.key('page')], search: all[this.key('search')] };
  }

  render() {
    if (this.fault !== undefined) return html`<p role="alert">${this.fault}</p>`;
    if (this.data === undefined) return html`<ak-loading></ak-loading>`;
    const { results, pagination } = this.data;
    const { search = '' } = this.remembered();
    return html`<h1>${this.heading}</h1>
      <input type="search" placeholder=${words.search} .value=${search}
        @change=${({ target }) => this.load(1, target.value)}>
      <table>
        <thead><tr>${this.head.map((word) => html`<th>${word}</th>`)}</tr></thead>
        <tbody>${results.map((row) => html`<tr>${this.cells(row).map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody>
      </table>
      <button ?disabled=${pagination.next === 0} @click=${() => this.load(pagination.next, search)}>${words.next}</button>`;
  }
}
