/** The list of providers of all protocols. */
import { html } from 'lit';
import { Table } from './table.js';
import { words } from './words.js';

class ProviderList extends Table {
  source = '/providers/all/';
  heading = words.providers;
  head = [words.name, words.application, words.type];

  cells({ pk, name, verbose_name, assigned_application_slug: slug, assigned_application_name: application }) {
    const assigned = html`<a href="#/core/applications/${slug}">${application}</a>`;
    return [
      html`<a href="#/core/providers/${pk}">${name}</a>`,
      slug === null ? words.notAssigned : assigned,
      verbose_name,
    ];
  }
}

customElements.define('ak-provider-list', ProviderList);
