/** What the page of an OAuth2 provider shows: a list of values and the addresses, and nowhere the secret; sheet 4.2. */
import { html, LitElement } from 'lit';
import { call } from './api.js';
import { style } from './style.js';
import { words } from './words.js';

const { redirects } = globalThis.standInAuthentik;
const addresses = [
  ['provider_info', 'providerInfo'],
  ['issuer', 'issuer'],
  ['authorize', 'authorize'],
  ['token', 'token'],
  ['user_info', 'userInfo'],
  ['logout', 'logout'],
  ['jwks', 'jwks'],
];

class OAuth2View extends LitElement {
  static properties = { providerID: { type: Number }, provider: { state: true }, urls: { state: true } };
  static styles = style;

  constructor() {
    super();
    this.addEventListener('ak-refresh', () => this.load());
  }

  willUpdate(changed) {
    if (changed.has('providerID')) this.load();
  }

  /** Two requests, neither of which waits for the other; until they are answered, what was there stays. */
  load() {
    const path = `/providers/oauth2/${this.providerID}/`;
    void call(path).then((provider) => {
      this.provider = provider;
    });
    void call(`${path}setup_urls/`).then((urls) => {
      this.urls = urls;
    });
  }

  render() {
    if (this.provider === undefined) return html``;
    return html`<h1>${this.provider.name}</h1>
      <ak-tabs>
        <section slot="page-overview" title=${words.overview}>
          ${this.values()} ${this.editing()}
          <form>${addresses.map(([key, id]) => this.address(key, id))}</form>
        </section>
      </ak-tabs>`;
  }

  values() {
    const { name, assigned_application_slug: slug, assigned_application_name: application } = this.provider;
    const { client_id: id, client_type: type, redirect_uris: uris } = this.provider;
    const link = html`<a href="#/core/applications/${slug}">${application}</a>`;
    const group = (label, value) => html`<div><dt><span>${label}</span></dt><dd><div>${value}</div></dd></div>`;
    return html`<dl>
      ${group(words.name, name)} ${group(words.application, slug === null ? words.notAssigned : link)}
      ${group(words.clientType, words[type])} ${group(words.clientId, id)}
      ${group(words.redirectUris, redirects === 'text' ? uris : this.redirectUris(uris))}
    </dl>`;
  }

  redirectUris(uris) {
    return html`<ul>${uris.map(({ matching_mode: mode, url }) => html`<li>${mode}: ${url}</li>`)}</ul>`;
  }

  editing() {
    return html`<ak-forms-modal>
      <span slot="submit">${words.update}</span>
      <span slot="header">${this.provider.name}</span>
      <ak-provider-oauth2-form slot="form" .instancePk=${this.provider.pk}></ak-provider-oauth2-form>
      <button slot="trigger">${words.edit}</button>
    </ak-forms-modal>`;
  }

  address(key, id) {
    const value = this.urls?.[key] || '-';
    if (redirects === 'text') return html`<label>${words[key]}</label><input readonly type="text" value=${value}>`;
    return html`<label for="«ak-${id}»">${words[key]}</label>
      <input id="«ak-${id}»" readonly type="text" value=${value}>`;
  }
}

customElements.define('ak-provider-oauth2-view', OAuth2View);
