/** Roles and the groups that carry them to accounts: how an account comes by its rights in authentik. */
import type { Right } from './api-tokens.ts';
import { idOf } from './catalogue.ts';

interface Role {
  pk: string;
  name: string;
  rights: readonly Right[];
}

interface RoleGroup {
  pk: string;
  name: string;
  /** Numbers of accounts. */
  users: number[];
  roles: string[];
}

export interface Roles {
  readonly roles: Map<string, Role>;
  readonly groups: RoleGroup[];
  addRole(name: string): Role;
  addGroup(group: Omit<RoleGroup, 'pk'>): RoleGroup;
  rightsOf(account: number): readonly Right[];
}

export function createRoles(): Roles {
  const roles = new Map<string, Role>();
  const groups: RoleGroup[] = [];
  return {
    roles,
    groups,
    addRole: (name) => {
      const role: Role = { pk: idOf(`role ${name}`), name, rights: [] };
      roles.set(role.pk, role);
      return role;
    },
    addGroup: (group) => {
      const added = { ...structuredClone(group), pk: idOf(`group ${group.name}`) };
      groups.push(added);
      return added;
    },
    rightsOf: (account) => {
      const own = groups.filter(({ users }) => users.includes(account)).flatMap((group) => group.roles);
      return own.flatMap((pk) => roles.get(pk)?.rights ?? []);
    },
  };
}
