/** Roles, their permissions, and groups that carry them: what a service account needs before it may read anything. */
import { permissionAnswer, rightNamed } from '../permissions.ts';
import { directoryOf } from './directory.ts';
import { type ApiCall, type Endpoint, found, invalid, notFound, type Reply } from './endpoint.ts';
import { pageOf } from './pages.ts';

export const roleEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    template: '/rbac/roles/',
    right: 'view_role',
    answer: ({ url, state }) => pageOf([...state.roles.roles.values()].map(roleAnswer), url, { searched: ['name'] }),
  },
  { method: 'POST', template: '/rbac/roles/', right: 'add_role', answer: addRole },
  {
    method: 'GET',
    template: '/rbac/permissions/',
    right: 'view_role',
    answer: ({ url, state }) => {
      const held = state.roles.roles.get(url.searchParams.get('role') ?? '')?.rights ?? [];
      return pageOf(held.map(permissionAnswer), url, { searched: ['codename'], filters: ['codename'] });
    },
  },
  {
    method: 'POST',
    template: '/rbac/permissions/assigned_by_roles/{uuid}/assign/',
    right: 'assign_role_permissions',
    answer: assign,
  },
  { method: 'POST', template: '/core/groups/', right: 'add_group', answer: addGroup },
];

function roleAnswer({ pk, name }: { pk: string; name: string }) {
  return { pk, name };
}

function addRole({ body, state }: ApiCall): Reply {
  const name = String(body['name']);
  const isTaken = [...state.roles.roles.values()].some((role) => role.name === name);
  if (isTaken) return invalid({ name: ['Role with this name already exists.'] });
  return { status: 201, body: roleAnswer(state.roles.addRole(name)) };
}

/** Permissions are named with their app in front, as `authentik_core.view_user`. */
function assign({ body, params, state }: ApiCall): Reply {
  const role = state.roles.roles.get(params['uuid'] ?? '');
  if (role === undefined) return notFound('Role');
  const wanted = [body['permissions'] ?? []].flat().map(String);
  const unknown = wanted.find((name) => rightNamed(name) === undefined);
  if (unknown !== undefined) return invalid({ permissions: [`"${unknown}" is not a valid choice.`] });
  role.rights = [...new Set([...role.rights, ...wanted.flatMap((name) => rightNamed(name) ?? [])])];
  return found(wanted.map((_name, index) => ({ id: String(index + 1) })));
}

function addGroup({ body, state }: ApiCall): Reply {
  const name = String(body['name']);
  const isTaken = directoryOf(state).groups.some((group) => group['name'] === name);
  if (isTaken) return invalid({ name: ['Group with this name already exists.'] });
  const unknown = [body['roles'] ?? []].flat().find((pk) => !state.roles.roles.has(String(pk)));
  if (unknown !== undefined) return invalid({ roles: [`Invalid pk "${String(unknown)}" - object does not exist.`] });
  const { pk } = state.roles.addGroup({
    name,
    users: [body['users'] ?? []].flat().map(Number),
    roles: [body['roles'] ?? []].flat().map(String),
  });
  return { status: 201, body: directoryOf(state).groups.find((group) => group['pk'] === pk) };
}
