/** The page of one application: its name, and the way to its provider. */
import { html, LitElement } from 'lit';
import { call } from './api.js';
import { style } from './style.js';
import { words } from './words.js';

class ApplicationView extends LitElement {
  static properties = { applicationSlug: { type: String }, application: { state: true }, fault: { state: true } };
  static styles = style;

  willUpdate(changed) {
    if (changed.has('applicationSlug')) void this.load();
  }

  async load() {
    try {
      this.application = await call(`/core/applications/${this.applicationSlug}/`);
    } catch (error) {
      this.fault = error.message;
    }
  }

  render() {
    if (this.fault !== undefined) return html`<p role="alert">${this.fault}</p>`;
    if (this.application === undefined) return html`<ak-loading></ak-loading>`;
    const { name, provider_obj: provider } = this.application;
    const link = provider && html`<a href="#/core/providers/${provider.pk}">${provider.name}</a>`;
    return html`<h1>${name}</h1>
      <ak-tabs>
        <section slot="page-overview" title=${words.overview}>
          <dl><dt>${words.provider}</dt><dd>${link ?? '-'}</dd></dl>
        </section>
      </ak-tabs>`;
  }
}

customElements.define('ak-application-view', ApplicationView);
