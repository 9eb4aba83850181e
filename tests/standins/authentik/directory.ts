/** Who is in the stand-in authentik's directory: the test user, the owners of its tokens, and one group. */
import { createHash } from 'node:crypto';
import type { TestUser } from '../standin.ts';

interface DirectoryUser {
  pk: number;
  username: string;
  name: string;
  email: string;
  is_active: boolean;
  is_superuser: boolean;
  type: 'internal' | 'service_account';
  uid: string;
}

interface DirectoryGroup {
  pk: string;
  name: string;
  is_superuser: boolean;
  users: number[];
  users_obj: DirectoryUser[];
}

/** Promises the same numbers and ids for the same names. */
export function directoryOf(user: TestUser, accounts: readonly string[]) {
  const person = entry(1, user.username, user.name, user.email, 'internal');
  const others = [...new Set(accounts)].filter((name) => name !== user.username);
  const services = others.map((name, index) => entry(index + 2, name, name, '', 'service_account'));
  const staff: DirectoryGroup = {
    pk: '5f0c7a30-0000-4000-8000-000000000001',
    name: 'staff',
    is_superuser: false,
    users: [person.pk],
    users_obj: [person],
  };
  return { users: [person, ...services], groups: [staff] };
}

function entry(pk: number, username: string, name: string, email: string, type: DirectoryUser['type']): DirectoryUser {
  const uid = createHash('sha256').update(`stand-in account ${username}`).digest('hex');
  return { pk, username, name, email, is_active: true, is_superuser: false, type, uid };
}
