/** The page of one provider: which protocol it speaks is asked first, and decides what is inside. */
import { html, LitElement } from 'lit';
import { call } from './api.js';
import { style } from './style.js';
import { words } from './words.js';

class ProviderView extends LitElement {
  static properties = { providerID: { type: Number }, provider: { state: true }, fault: { state: true } };
  static styles = style;

  willUpdate(changed) {
    if (changed.has('providerID')) void this.load();
  }

  async load() {
    try {
      this.provider = await call(`/providers/all/${this.providerID}/`);
      this.fault = undefined;
    } catch (error) {
      this.fault = error.message;
    }
  }

  render() {
    if (this.fault !== undefined) return html`<p role="alert">${this.fault}</p>`;
    if (this.provider === undefined) return html`<ak-loading></ak-loading>`;
    const { component, pk } = this.provider;
    return component === 'ak-provider-oauth2-form'
      ? html`<ak-provider-oauth2-view .providerID=${pk}></ak-provider-oauth2-view>`
      : html`<ak-provider-saml-view .provider=${this.provider}></ak-provider-saml-view>`;
  }
}

class SamlView extends LitElement {
  static properties = { provider: { attribute: false } };
  static styles = style;

  render() {
    return html`<h1>${this.provider.name}</h1>
      <ak-tabs>
        <section slot="page-overview" title=${words.overview}>
          <dl><dt>${words.name}</dt><dd>${this.provider.name}</dd></dl>
        </section>
      </ak-tabs>`;
  }
}

customElements.define('ak-provider-saml-view', SamlView);
customElements.define('ak-provider-view', ProviderView);
