/** The OIDC logins that were begun and wait for the provider's answer. */

import type { Outcome } from '../sign-in.ts';
import { authorizationUrl, type Begun, begin, finish } from './login.ts';
import type { Chosen } from './options.ts';
import type { Attributes } from './settings.ts';

export class OidcLogins {
  readonly #settings: Attributes;
  readonly #chosen: Chosen;
  readonly #begun = new Map<string, Begun>();

  constructor(settings: Attributes, chosen: Chosen) {
    this.#settings = settings;
    this.#chosen = chosen;
  }

  /** The address to send the person to; null while OIDC is not the saved method. */
  begin(): string | null {
    if (this.#settings['authenticationMethod'] !== 'Oidc') return null;
    const begun = begin(this.#settings);
    this.#begun.set(begun.state, begun);
    return authorizationUrl(this.#settings, this.#chosen, begun);
  }

  /** Takes the query of the callback; each begun login is good for one answer. */
  async finish(query: URLSearchParams): Promise<Outcome<string>> {
    const state = query.get('state') ?? '';
    const begun = this.#begun.get(state);
    this.#begun.delete(state);
    const error = [query.get('error'), query.get('error_description')].filter(Boolean).join(': ');
    if (error !== '') return { ok: false, error: `OIDC: ${error}` };
    if (begun === undefined) return { ok: false, error: 'OIDC: State mismatch' };
    const backchannel = this.#chosen.backchannel ?? noBackchannel;
    return finish(backchannel, this.#settings, this.#chosen, { code: query.get('code') ?? '', begun });
  }
}

async function noBackchannel(): Promise<Response> {
  throw new TypeError('fetch failed');
}
