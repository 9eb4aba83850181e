/** Palmr's users, and which of them a provider's answer signs in: by a link made before, by e-mail, or a new one. */
import type { Claims, Outcome } from '../sign-in.ts';
import type { PalmrUser, PalmrVersion } from './options.ts';
import type { Provider } from './providers.ts';

export class Accounts {
  readonly #users: PalmrUser[];
  /** Users by provider and the id they have there. */
  readonly #links = new Map<string, PalmrUser>();
  readonly #heedsAutoRegister: boolean;

  constructor(users: readonly PalmrUser[], version: PalmrVersion) {
    this.#users = [...users];
    this.#heedsAutoRegister = version === '3.3';
  }

  /** The user of these claims, or the server's own words. */
  find(claims: Claims, provider: Provider): Outcome<PalmrUser> {
    const id = textOf(claims['sub']);
    const email = textOf(claims['email']);
    if (email === '') return { ok: false, error: 'No email address found in account' };
    if (id === '') return { ok: false, error: 'Missing required user information (email or external ID)' };
    const link = `${provider.id} ${id}`;
    const known = this.#links.get(link) ?? this.#users.find((user) => user.email === email);
    if (known === undefined && this.#heedsAutoRegister && !provider.autoRegister) {
      return { ok: false, error: `User registration via ${provider.displayName} is disabled` };
    }
    const user = known ?? this.#make(email);
    this.#links.set(link, user);
    return { ok: true, value: user };
  }

  #make(email: string): PalmrUser {
    const user = { username: email.split('@')[0] ?? email, email };
    this.#users.push(user);
    return user;
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
