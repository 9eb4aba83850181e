/** The interface for administrators: everything it is made of, and who may see it. */
import { css, html, LitElement } from 'lit';
import { libraryAddress, me } from './api.js';
import './application-view.js';
import './application-list.js';
import './modal.js';
import './oauth2-form.js';
import './oauth2-view.js';
import './provider-list.js';
import './provider-view.js';
import './router-outlet.js';
import { style } from './style.js';
import './tabs.js';
import './token-list.js';
import { words } from './words.js';

class LocaleContext extends LitElement {
  render() {
    return html`<slot></slot>`;
  }
}

class Sidebar extends LitElement {
  static styles = [style, css`a { display: block; padding: 0.4rem; }`];

  render() {
    return html`<nav>
      <a href="#/core/applications">${words.applications}</a>
      <a href="#/core/providers">${words.providers}</a>
      <a href="#/core/tokens">${words.tokens}</a>
    </nav>`;
  }
}

/** Empty until the server has said who is signed in; whoever may not be here is sent to the library. */
class AdminInterface extends LitElement {
  static properties = { user: { state: true } };
  static styles = css`
    :host { display: block; font-family: sans-serif; }
    .pf-c-page { display: grid; gap: 1rem; grid-template-columns: 14rem 1fr; padding: 1rem; }
  `;

  connectedCallback() {
    super.connectedCallback();
    void this.ask();
  }

  async ask() {
    const user = await me();
    const mayStay = user?.system_permissions.includes('access_admin_interface');
    if (mayStay) this.user = user;
    else if (user !== null) location.assign(libraryAddress);
  }

  render() {
    if (!this.user) return html`<ak-loading></ak-loading>`;
    return html`<ak-locale-context>
      <div class="pf-c-page">
        <ak-sidebar></ak-sidebar>
        <ak-router-outlet role="main" class="pf-c-page__main" id="main-content"></ak-router-outlet>
      </div>
    </ak-locale-context>`;
  }
}

customElements.define('ak-locale-context', LocaleContext);
customElements.define('ak-sidebar', Sidebar);
customElements.define('ak-interface-admin', AdminInterface);
