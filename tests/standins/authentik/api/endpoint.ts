/** What an endpoint of the stand-in authentik's API is given, and what it answers. */
import type { TestUser } from '../../standin.ts';
import type { Accounts } from '../accounts.ts';
import type { ApiTokens, Right } from '../api-tokens.ts';
import type { Catalogue } from '../catalogue.ts';
import type { Contract } from '../contract/contract.ts';
import type { JsonSchema } from '../contract/json-schema.ts';
import type { Registry } from '../registry.ts';
import type { Roles } from '../roles.ts';
import type { Account } from '../sessions.ts';

/** Everything the API reads and changes. */
export interface ApiState {
  baseUrl: string;
  user: TestUser;
  contract: Contract;
  accounts: Accounts;
  tokens: ApiTokens;
  registry: Registry;
  catalogue: Catalogue;
  roles: Roles;
  /** Whether providers come without their `client_secret`, as announced for 2026.11. */
  hidesSecrets: boolean;
}

export interface ApiCall {
  url: URL;
  /** Values in the path, by their names in the template. */
  params: Readonly<Record<string, string>>;
  /** The parsed body, checked against the contract; empty where none is taken. */
  body: JsonSchema;
  caller: Account;
  state: ApiState;
}

export interface Reply {
  status: number;
  body: unknown;
}

export interface Endpoint {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/api/v3`, with its final slash: without it there is nothing. */
  template: string;
  /** What the account must be allowed to; null for any account, `anybody` for no account at all. */
  right: Right | null | 'anybody';
  answer(call: ApiCall): Reply;
}

export function found(body: unknown): Reply {
  return { status: 200, body };
}

export function refused(detail: string): Reply {
  return { status: 403, body: { detail } };
}

export function notFound(kind: string): Reply {
  return { status: 404, body: { detail: `No ${kind} matches the given query.` } };
}

export function invalid(body: JsonSchema): Reply {
  return { status: 400, body };
}

/** Superusers may do everything. */
export function may({ rights, isSuperuser }: Account, right: Right): boolean {
  return isSuperuser || rights.includes(right);
}
