/** The tokens of the stand-in authentik's API: who may call it with what, as authentik's own check decides. */
import { randomBytes } from 'node:crypto';

/** What a role lets its members do; names as authentik's permissions have them. */
export const rights = [
  'view_user',
  'view_group',
  'view_system_info',
  'view_brand',
  'view_oauth2provider',
  'add_oauth2provider',
  'change_oauth2provider',
  'delete_oauth2provider',
  'view_application',
  'add_application',
  'delete_application',
  'view_flow',
  'view_certificatekeypair',
  'view_scopemapping',
  'add_user',
  'add_token',
  'view_token_key',
  'view_role',
  'add_role',
  'assign_role_permissions',
  'add_group',
] as const;

export type Right = (typeof rights)[number];

/** Everything a directory sync with an installation check needs. */
export const readingRights: readonly Right[] = ['view_user', 'view_group', 'view_system_info', 'view_brand'];

export interface ApiToken {
  key: string;
  /** An app password looks the same and is no key to the API. */
  intent: 'api' | 'app_password';
  /** The account the token belongs to. */
  username: string;
  rights: readonly Right[];
  /** May do everything. */
  isSuperuser?: boolean;
  /** Its name in the API; none for a key that only a test knows. */
  identifier?: string;
  /** Whether it has an end; authentik's default for new ones. */
  expiring?: boolean;
  /** authentik puts a new key into an expired API token, so the old one is unknown from then on. */
  expired: boolean;
}

/** An account, or the words in which authentik refuses the request. */
type Caller = { ok: true; token: ApiToken } | { ok: false; detail: string };

export interface ApiTokens {
  /** Adds a token, in place of the one with the same key. */
  put(token: ApiToken): void;
  find(key: string): ApiToken | undefined;
  all(): readonly ApiToken[];
  /** As authentik does at the end of every token that has one: the same token, another key. */
  rekey(): void;
  /** Reads an Authorization header; authentik/api/authentication.py of 2025.10. */
  check(header: string | undefined): Caller;
}

export function createApiTokens(given: readonly ApiToken[]): ApiTokens {
  const tokens = new Map(given.map((token) => [token.key, structuredClone(token)]));
  return {
    put: (token) => {
      tokens.set(token.key, structuredClone(token));
    },
    find: (key) => tokens.get(key),
    all: () => [...tokens.values()],
    rekey: () => {
      for (const token of [...tokens.values()].filter(({ expiring }) => expiring === true)) {
        tokens.delete(token.key);
        const key = randomBytes(30).toString('hex');
        tokens.set(key, { ...token, key });
      }
    },
    check: (header = '') => {
      const blank = header.trim().indexOf(' ');
      if (blank < 0) return { ok: false, detail: 'Authentication credentials were not provided.' };
      if (header.trim().slice(0, blank).toLowerCase() !== 'bearer') {
        return { ok: false, detail: 'Unsupported authentication type' };
      }
      const token = tokens.get(header.trim().slice(blank + 1));
      const isGood = token?.intent === 'api' && !token.expired;
      return isGood ? { ok: true, token } : { ok: false, detail: 'Token invalid/expired' };
    },
  };
}
