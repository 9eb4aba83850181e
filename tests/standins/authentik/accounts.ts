/** The accounts of the stand-in authentik: who there is, by number, and what a role lets each do. */
import type { Right } from './api-tokens.ts';

export interface Accounts {
  /** Adds an account; one that is there stays as it is. Promises its number. */
  register(username: string): number;
  /** Names in the order of their numbers, which start at one. */
  names(): readonly string[];
  /** Gives an account a role with these rights, beside what it has. */
  grant(username: string, rights: readonly Right[]): void;
  rightsOf(username: string): readonly Right[];
}

export function createAccounts(): Accounts {
  const rights = new Map<string, readonly Right[]>();
  const rightsOf = (username: string): readonly Right[] => rights.get(username) ?? [];
  return {
    register: (username) => {
      if (!rights.has(username)) rights.set(username, []);
      return [...rights.keys()].indexOf(username) + 1;
    },
    names: () => [...rights.keys()],
    grant: (username, more) => {
      rights.set(username, [...rightsOf(username), ...more]);
    },
    rightsOf,
  };
}
