/** The list of applications, all of them. */
import { html } from 'lit';
import { Table } from './table.js';
import { words } from './words.js';

class ApplicationList extends Table {
  source = '/core/applications/?superuser_full_list=true';
  heading = words.applications;
  head = [words.name, words.slug, words.provider];

  cells({ name, slug, provider_obj: provider }) {
    return [
      html`<a href="#/core/applications/${slug}">${name}</a>`,
      slug,
      provider === null ? '-' : html`<a href="#/core/providers/${provider.pk}">${provider.name}</a>`,
    ];
  }
}

customElements.define('ak-application-list', ApplicationList);
