/** Everything one running stand-in of Personio remembers. */
import type { Backchannel, TestUser, Write } from '../standin.ts';
import type { Pending } from './login.ts';
import { defaultPage, type PageOptions } from './options.ts';
import { freshStore, type Store } from './store.ts';

export interface PersonioOptions {
  backchannel: Backchannel;
  /** The employees; matched by e-mail address. */
  users: readonly TestUser[];
  /** Defaults of every page view; the page's address can change them. */
  page?: Partial<PageOptions>;
  /** Whether the connection is switched on from the start; default true. Off, the login page has no button. */
  enabled?: boolean;
  /** Puts the administrator's login in front of the settings; default false. */
  loginGate?: boolean;
  /** The callback this tenant displays. */
  tenantCallback?: string;
  /** Further hosts that show the same app, for instance a look-alike. */
  moreHosts?: readonly string[];
}

export const presses = ['save', 'test', 'enable', 'enforce', 'submit'] as const;
export type Press = (typeof presses)[number];

export interface State {
  readonly backchannel: Backchannel;
  readonly users: readonly TestUser[];
  readonly page: PageOptions;
  readonly loginGate: boolean;
  readonly tenantCallback: string;
  readonly store: Store;
  readonly writes: Write[];
  readonly presses: Record<Press, number>;
  /** Logins under way, by the cookie of the browser. */
  readonly pending: Map<string, Pending>;
  /** Finished logins on their way from the login host to the tenant; each is good once. */
  readonly tickets: Map<string, TestUser>;
  readonly sessions: Map<string, TestUser>;
  readonly administrators: Set<string>;
  lastLoginError: string | null;
}

export const tenantHost = 'acme.app.personio.com';

export function freshState(options: PersonioOptions): State {
  return {
    backchannel: options.backchannel,
    users: options.users,
    page: { ...defaultPage, ...options.page },
    loginGate: options.loginGate ?? false,
    tenantCallback: options.tenantCallback ?? `https://${tenantHost}/login/oidc/callback`,
    store: { ...freshStore(), enabled: options.enabled ?? true },
    writes: [],
    presses: { save: 0, test: 0, enable: 0, enforce: 0, submit: 0 },
    pending: new Map(),
    tickets: new Map(),
    sessions: new Map(),
    administrators: new Set(),
    lastLoginError: null,
  };
}
