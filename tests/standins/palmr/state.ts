/** Everything one running stand-in of Palmr remembers. */
import { randomUUID } from 'node:crypto';
import { Sessions } from '../sessions.ts';
import type { Write } from '../standin.ts';
import { Accounts } from './accounts.ts';
import type { Pending } from './login.ts';
import type { Chosen } from './options.ts';
import { freshProviders, type Provider } from './providers.ts';

export interface State {
  readonly chosen: Chosen;
  readonly providers: Provider[];
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly writes: Write[];
  /** Logins under way, by state; known to the server alone, and good for more than one answer, as in the app. */
  readonly pending: Map<string, Pending>;
  /** Another one for every stand-in: the page forgets what its browser kept of an earlier one. */
  readonly run: string;
  lastLoginError: string | null;
}

export function freshState(chosen: Chosen): State {
  return {
    chosen,
    providers: freshProviders(chosen),
    accounts: new Accounts(chosen.users, chosen.version),
    sessions: new Sessions('token'),
    writes: [],
    pending: new Map(),
    run: randomUUID(),
    lastLoginError: null,
  };
}

export function authentikOf({ providers }: State): Provider {
  const provider = providers.find(({ name }) => name === 'authentik');
  if (provider === undefined) throw new Error('Palmr is seeded with authentik, which cannot be deleted.');
  return provider;
}
