/** A stand-in of Personio: the OIDC settings page of the tenant acme and a real login with what was saved. */
import { requestUrl } from '../http.ts';
import type { StandIn } from '../standin.ts';
import { loginHost } from './login.ts';
import { handleLoginHost } from './login-host.ts';
import { freshState, type PersonioOptions, type Press, tenantHost } from './state.ts';
import { stored, tamper } from './store.ts';
import { handleTenant } from './tenant.ts';

export interface Personio extends StandIn {
  /** How often each control that is none of ours was pressed; all 0 after a fill. */
  presses(): Record<Press, number>;
}

/** Page variants (sheet personio.md 7) come from `options.page` or from the parameters of a settings address. */
export function createPersonio(options: PersonioOptions): Personio {
  const state = freshState(options);
  return {
    app: 'personio',
    hosts: [tenantHost, loginHost, ...(options.moreHosts ?? [])],
    settingsUrl: `https://${tenantHost}/settings/security-and-authentication`,
    loginUrl: `https://${tenantHost}/login`,
    writes: state.writes,
    handle: (request, response) =>
      requestUrl(request).host === loginHost
        ? handleLoginHost(state, request, response)
        : handleTenant(state, request, response),
    stored: () => stored(state.store),
    tamper: (key, value) => tamper(state.store, key, value),
    lastLoginError: () => state.lastLoginError,
    presses: () => ({ ...state.presses }),
  };
}
