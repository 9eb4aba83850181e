/** The form that changes an OAuth2 provider; sheet 4.3. Its fields are there once it is shown and its values are loaded. */
import { html, LitElement, nothing } from 'lit';
import { call } from './api.js';
import './fields.js';
import './redirect-uris.js';
import { style } from './style.js';
import { words } from './words.js';

const { redirects, secret } = globalThis.standInAuthentik;

class OAuth2Form extends LitElement {
  static properties = {
    instancePk: { type: Number },
    isShown: { type: Boolean, attribute: false },
    provider: { state: true },
    names: { state: true },
  };
  static styles = style;

  willUpdate(changed) {
    if (changed.has('isShown')) {
      this.provider = undefined;
      if (this.isShown) void this.load();
    }
  }

  /** Keys and flows are kept by id and shown by name. */
  async load() {
    const [provider, flows, keys] = await Promise.all([
      call(`/providers/oauth2/${this.instancePk}/`),
      call('/flows/instances/?ordering=slug'),
      call('/crypto/certificatekeypairs/?has_key=true&ordering=name'),
    ]);
    this.names = new Map([...flows.results, ...keys.results].map(({ pk, name }) => [pk, name]));
    this.provider = provider;
  }

  async submit() {
    const field = (name) => this.renderRoot.querySelector(`:is(input, textarea)[name="${name}"]`);
    const rows = this.renderRoot.querySelector('ak-array-input');
    await call(`/providers/oauth2/${this.instancePk}/`, 'PATCH', {
      name: field('name').value,
      client_id: field('clientId').value,
      ...(secret === 'picked' ? {} : { client_secret: field('clientSecret').value }),
      redirect_uris: redirects === 'text' ? field('redirectUris').value : rows.json(),
    });
  }

  render() {
    if (this.provider === undefined) return nothing;
    const { name, client_id: id } = this.provider;
    return html`<form>
      <ak-text-input name="name" .label=${words.name} .value=${name}></ak-text-input>
      ${this.chosen('authorizationFlow', 'authorization_flow')}
      <ak-text-input name="clientId" .label=${words.clientId} .value=${id}></ak-text-input>
      ${this.secret()} ${this.redirectUris()} ${this.chosen('signingKey', 'signing_key')}
      ${this.chosen('invalidationFlow', 'invalidation_flow')}
    </form>`;
  }

  secret() {
    const { client_secret: value } = this.provider;
    if (secret === 'picked') {
      const shown = `${this.provider.name} client secret`;
      return html`<ak-search-select name="secret" .label=${words.secret} .value=${shown}></ak-search-select>`;
    }
    return secret === 'masked'
      ? html`<ak-hidden-text-input name="clientSecret" .label=${words.clientSecret} .value=${value}></ak-hidden-text-input>`
      : html`<ak-text-input name="clientSecret" .label=${words.clientSecret} .value=${value}></ak-text-input>`;
  }

  redirectUris() {
    const { redirect_uris: uris } = this.provider;
    return redirects === 'text'
      ? html`<ak-textarea-input name="redirectUris" .label=${words.redirectUris} .value=${uris}></ak-textarea-input>`
      : html`<label>${words.redirectUriFields}</label><ak-array-input .items=${uris}></ak-array-input>`;
  }

  chosen(name, key) {
    const shown = this.names.get(this.provider[key]) ?? '';
    return html`<ak-search-select name=${name} .label=${words[name]} .value=${shown}></ak-search-select>`;
  }
}

customElements.define('ak-provider-oauth2-form', OAuth2Form);
