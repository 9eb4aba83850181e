/** Accounts, tokens, roles and groups of an authentik, each found by its exact name; authentik sheet 2.7. */

import * as z from 'zod/mini';
import { ok, type Result } from '@/lib/result';
import type { ApiFailure, DirectoryRead } from '../model';
import { ask } from './ask';
import { listAll } from './list-all';
import type { Transport } from './transport';

export interface AccessToken {
  intent: string;
  /** Number of the account it belongs to. */
  user: number | undefined;
  expiring: boolean;
}

export interface AccessGroup {
  users: number[];
  roles: string[];
}

/** Undefined where there is none of that name. */
type Found<T> = Promise<Result<T | undefined, ApiFailure>>;

/** The permissions behind each of an app's readings, as authentik names them. */
const permissions: Record<DirectoryRead, string> = {
  users: 'authentik_core.view_user',
  groups: 'authentik_core.view_group',
  system: 'authentik_rbac.view_system_info',
  brands: 'authentik_brands.view_brand',
};

export function permissionsFor(reads: readonly DirectoryRead[]): string[] {
  return reads.map((read) => permissions[read]);
}

/** Its number. */
export async function findAccount(transport: Transport, name: string, signal?: AbortSignal): Found<number> {
  const item = z.object({ pk: z.number(), username: z.string() });
  const users = await listAll(transport, { path: 'core/users/', query: { username: name }, item }, { signal });
  return users.ok ? ok(users.value.find(({ username }) => username === name)?.pk) : users;
}

export async function findToken(transport: Transport, identifier: string, signal?: AbortSignal): Found<AccessToken> {
  const item = z.object({
    pk: z.string(),
    identifier: z.string(),
    intent: z.optional(z.string()),
    user: z.optional(z.number()),
    expiring: z.optional(z.boolean()),
  });
  const tokens = await listAll(transport, { path: 'core/tokens/', query: { identifier }, item }, { signal });
  if (!tokens.ok) return tokens;
  const token = tokens.value.find((one) => one.identifier === identifier);
  // What authentik leaves unsaid counts as what the app can't use.
  return ok(token && { intent: token.intent ?? '', user: token.user, expiring: token.expiring ?? true });
}

/** The key itself: authentik logs that it was looked at. Never for a screen. */
export async function readKey(
  transport: Transport,
  identifier: string,
  signal?: AbortSignal,
): Promise<Result<string, ApiFailure>> {
  const path = `core/tokens/${encodeURIComponent(identifier)}/view_key/`;
  const answer = await ask(transport, { path, signal }, z.object({ key: z.string().check(z.minLength(1)) }));
  return answer.ok ? ok(answer.value.key) : answer;
}

/** Its id. */
export async function findRole(transport: Transport, name: string, signal?: AbortSignal): Found<string> {
  const item = z.object({ pk: z.string(), name: z.string() });
  const roles = await listAll(transport, { path: 'rbac/roles/', query: {}, item }, { search: name, signal });
  return roles.ok ? ok(roles.value.find((role) => role.name === name)?.pk) : roles;
}

/** True when the role allows all of these; undefined when one is missing. */
export async function findRights(
  transport: Transport,
  { role, wanted }: { role: string; wanted: readonly string[] },
  signal?: AbortSignal,
): Found<true> {
  const item = z.object({ app_label: z.string(), codename: z.string() });
  const query = { role, page: '1', page_size: '100' };
  const answer = await ask(
    transport,
    { path: 'rbac/permissions/', query, signal },
    z.object({ results: z.array(item) }),
  );
  if (!answer.ok) return answer;
  const held = answer.value.results.map(({ app_label: app, codename }) => `${app}.${codename}`);
  return ok(wanted.every((one) => held.includes(one)) ? true : undefined);
}

export async function findGroup(transport: Transport, name: string, signal?: AbortSignal): Found<AccessGroup> {
  const item = z.object({
    pk: z.string(),
    name: z.string(),
    users: z.optional(z.array(z.number())),
    roles: z.optional(z.array(z.string())),
  });
  const groups = await listAll(transport, { path: 'core/groups/', query: {}, item }, { search: name, signal });
  if (!groups.ok) return groups;
  const group = groups.value.find((one) => one.name === name);
  return ok(group && { users: group.users ?? [], roles: group.roles ?? [] });
}
