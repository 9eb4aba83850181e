/** The page that the hash names, in the outlet's own light DOM; an element that stays is only told its new number. */
import { html, LitElement } from 'lit';
import { pathInHash } from './hash.js';
import { words } from './words.js';

const home = '/administration/overview';
const routes = [
  [/^\/administration\/overview$/, () => html`<ak-admin-overview><h1>${words.overview}</h1></ak-admin-overview>`],
  [/^\/core\/providers$/, () => html`<ak-provider-list></ak-provider-list>`],
  [/^\/core\/providers\/(\d+)$/, (id) => html`<ak-provider-view .providerID=${Number(id)}></ak-provider-view>`],
  [/^\/core\/applications$/, () => html`<ak-application-list></ak-application-list>`],
  [
    /^\/core\/applications\/([-\w]+)$/,
    (slug) => html`<ak-application-view .applicationSlug=${slug}></ak-application-view>`,
  ],
  [/^\/core\/tokens$/, () => html`<ak-token-list></ak-token-list>`],
];

class RouterOutlet extends LitElement {
  static properties = { path: { state: true } };

  constructor() {
    super();
    this.navigate = () => {
      if (pathInHash() === '') location.hash = `#${home}`;
      this.path = pathInHash();
    };
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    window.addEventListener('hashchange', this.navigate);
    this.navigate();
  }

  render() {
    for (const [pattern, show] of routes) {
      const match = pattern.exec(this.path);
      if (match !== null) return show(match[1]);
    }
    return html`<ak-router-404><h1>${words.notFound}</h1></ak-router-404>`;
  }
}

customElements.define('ak-router-outlet', RouterOutlet);
