/** The records behind the portal provider pages: their own OIDC settings, one callback per portal. */
import { type Chosen, callbackOf } from './options.ts';
import { type Attributes, oidcDefaults, withoutSecrets } from './settings.ts';

export class Providers {
  readonly #chosen: Chosen;
  readonly #records = new Map<string, Attributes>();

  constructor(chosen: Chosen) {
    this.#chosen = chosen;
    this.#records.set('1', { name: 'Customers', method: 'Oidc', ...oidcDefaults(chosen) });
  }

  /** The record with the callbacks of all portals; the id `new` gives the empty one, which no portal uses yet. */
  read(id: string): Attributes | null {
    const { siteUrl, portals } = this.#chosen;
    const addresses = portals.length > 0 ? portals : [siteUrl, siteUrl];
    const record = id === 'new' ? { method: '', ...oidcDefaults(this.#chosen) } : this.#records.get(id);
    return record ? { ...withoutSecrets(record), redirectUris: addresses.map(callbackOf) } : null;
  }

  write(id: string, changes: Attributes): Attributes {
    const record = { ...this.#records.get(id), ...changes };
    this.#records.set(id, record);
    return withoutSecrets(record);
  }

  get nextId(): string {
    return String(this.#records.size + 1);
  }
}
