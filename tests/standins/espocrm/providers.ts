/** The records behind the portal provider pages: their own OIDC settings; and the callbacks of the portals. */
import { type Chosen, callbackOf } from './options.ts';
import { type Attributes, oidcDefaults, withoutSecrets } from './settings.ts';

export class Providers {
  readonly #chosen: Chosen;
  readonly #records = new Map<string, Attributes>();

  constructor(chosen: Chosen) {
    this.#chosen = chosen;
    this.#records.set('1', { name: 'Customers', method: 'Oidc', ...oidcDefaults(chosen) });
  }

  /** One callback per portal, repeated where portals share an address. */
  get callbacks(): string[] {
    const { siteUrl, portals } = this.#chosen;
    return (portals.length > 0 ? portals : [siteUrl, siteUrl]).map(callbackOf);
  }

  /** The record without its secret; the id `new` gives the empty one. */
  read(id: string): Attributes | null {
    const record = id === 'new' ? { method: '', ...oidcDefaults(this.#chosen) } : this.#records.get(id);
    return record ? withoutSecrets(record) : null;
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
