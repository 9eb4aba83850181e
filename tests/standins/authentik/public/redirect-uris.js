/** The rows of redirect URIs, each with a shadow root of its own, inside that of the list. */
import { css, html, LitElement, nothing } from 'lit';
import { style } from './style.js';
import { words } from './words.js';

const { redirects } = globalThis.standInAuthentik;
const fresh = {
  matching_mode: 'strict',
  url: '',
  ...(redirects === 'typed' ? { redirect_uri_type: 'authorization' } : {}),
};

class RedirectUri extends LitElement {
  static properties = { redirectURI: { attribute: false }, name: { type: String } };
  static styles = [style, css`div { display: flex; gap: 0.5rem; }`];

  json() {
    const value = (name) => this.renderRoot.querySelector(`[name="${name}"]`).value;
    const type = redirects === 'typed' ? { redirect_uri_type: value('redirectUriType') } : {};
    return { matching_mode: value('matchingMode'), ...type, url: value('url') };
  }

  render() {
    const { matching_mode: mode, redirect_uri_type: type, url } = this.redirectURI;
    const option = (value, word, isChosen) => html`<option value=${value} ?selected=${isChosen}>${word}</option>`;
    return html`<div>
      <select name="matchingMode" aria-label=${words.matchingMode}>
        ${option('strict', words.strict, mode === 'strict')} ${option('regex', words.regex, mode === 'regex')}
      </select>
      ${
        redirects === 'typed'
          ? html`<select name="redirectUriType" aria-label=${words.redirectUriType}>
              ${option('authorization', words.authorization, type !== 'logout')}
              ${option('logout', words.logoutType, type === 'logout')}
            </select>`
          : nothing
      }
      <input type="text" name="url" .value=${url} spellcheck="false">
    </div>`;
  }
}

class ArrayInput extends LitElement {
  static properties = { items: { attribute: false } };
  static styles = style;

  json() {
    return [...this.renderRoot.querySelectorAll('ak-provider-oauth2-redirect-uri')].map((row) => row.json());
  }

  render() {
    const row = (item) =>
      html`<ak-provider-oauth2-redirect-uri name="oauth2-redirect-uri" .redirectURI=${item}></ak-provider-oauth2-redirect-uri>`;
    return html`${this.items.map(row)}
      <button type="button" @click=${() => {
        this.items = [...this.json(), fresh];
      }}>${words.add}</button>`;
  }
}

customElements.define('ak-provider-oauth2-redirect-uri', RedirectUri);
customElements.define('ak-array-input', ArrayInput);
