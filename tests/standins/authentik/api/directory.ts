/** Who is in the stand-in authentik's directory: the test user, the owners of its tokens, and groups. */
import { createHash } from 'node:crypto';
import { idOf } from '../catalogue.ts';
import type { JsonSchema } from '../contract/json-schema.ts';
import type { ApiState } from './endpoint.ts';

const madeAt = '2026-01-01T00:00:00.000000Z';
const staff = { pk: idOf('group staff'), name: 'staff' };

/** Promises the same numbers and ids for the same names; fields of all versions together. */
export function directoryOf({ user, accounts, roles }: Pick<ApiState, 'user' | 'accounts' | 'roles'>) {
  const users = accounts.names().map((username, index) => {
    const isPerson = username === user.username;
    return entry(index + 1, username, isPerson ? user : { name: username, email: '' }, isPerson);
  });
  const person = users.find(({ type }) => type === 'internal');
  const members = person === undefined ? [] : [person];
  const made = roles.groups.map((group, index) => {
    const ofGroup = users.filter(({ pk }) => group.users.includes(pk));
    return groupOf(group, index + 2, ofGroup, group.roles);
  });
  return { users, groups: [groupOf(staff, 1, members, []), ...made] };
}

function entry(pk: number, username: string, { name, email }: { name: string; email: string }, isPerson: boolean) {
  return {
    pk,
    username,
    name,
    email,
    is_active: true,
    is_superuser: false,
    type: isPerson ? 'internal' : 'service_account',
    uid: createHash('sha256').update(`stand-in account ${username}`).digest('hex'),
    uuid: idOf(`account ${username}`),
    path: isPerson ? 'users' : 'goauthentik.io/service-accounts',
    avatar: 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=',
    attributes: {},
    groups: isPerson ? [staff.pk] : [],
    groups_obj: null,
    roles: [],
    roles_obj: null,
    last_login: null,
    date_joined: madeAt,
    password_change_date: madeAt,
    last_updated: madeAt,
  };
}

function groupOf(
  { pk, name }: { pk: string; name: string },
  number: number,
  members: ReturnType<typeof entry>[],
  roles: readonly string[],
): JsonSchema {
  return {
    pk,
    name,
    num_pk: number,
    is_superuser: false,
    parent: null,
    parent_name: null,
    parents: [],
    parents_obj: null,
    children: [],
    children_obj: null,
    users: members.map((member) => member.pk),
    users_obj: members,
    attributes: {},
    roles: [...roles],
    roles_obj: [],
    inherited_roles_obj: null,
  };
}
