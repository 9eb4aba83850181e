/** Makes a service account that may read the directory, with an API token that does not expire; authentik sheet 2.7. */

import { ok, type Result } from '@/lib/result';
import type { AccessFailure, AccessGap, AccessStep, ApiFailure, DirectoryRead } from '../model';
import { findAccount, findGroup, findRights, findRole, findToken, permissionsFor, readKey } from './access-records';
import { wasRefused } from './edit-provider';
import { isFreeName } from './free-name';
import type { Transport } from './transport';

export interface AccessPlan {
  /** Of account, token, role and group alike: letters, digits, `-` and `_`. */
  name: string;
  description: string;
  reads: readonly DirectoryRead[];
}

/** What was sent under this name so far; kept by the caller, so that another try goes on instead of beginning anew. */
export interface Ledger {
  has(step: AccessStep): boolean;
  /** Before the write is sent: it may be made from now on, whatever becomes of the answer. */
  add(step: AccessStep): Promise<void>;
  /** The write was refused. */
  drop(step: AccessStep): Promise<void>;
}

export interface Access {
  /** Read back, in order. */
  made: AccessStep[];
  /** What could not be made, and why; what would have come after is in neither list. */
  gaps: AccessGap[];
  /** For the vault alone. Only ever that of the token: the app password of the account is not even read. */
  key?: string;
}

interface Work {
  transport: Transport;
  plan: AccessPlan;
  ledger: Ledger;
  signal: AbortSignal | undefined;
  onStep: ((done: number) => void) | undefined;
  access: Access;
}

/**
 * Makes what is not there, and reads back each of it. Nothing is sent while something of that name is there that no
 * earlier try has made. A token that is not as asked for is named and not used. Rights that can't be given leave account
 * and token as they are.
 */
export async function makeAccess(
  transport: Transport,
  { plan, ledger, onStep }: { plan: AccessPlan; ledger: Ledger; onStep?: (done: number) => void },
  signal?: AbortSignal,
): Promise<Access> {
  const work: Work = { transport, plan, ledger, signal, onStep, access: { made: [], gaps: [] } };
  if (!(await mayBegin(work))) return work.access;
  const account = await makeAccount(work);
  if (account === undefined) return work.access;
  const key = (await makeToken(work, account)) ? await takeKey(work) : undefined;
  if (key !== undefined) await giveRights(work, account);
  return { ...work.access, ...(key !== undefined && { key }) };
}

async function mayBegin({ transport, plan, ledger, signal, access }: Work): Promise<boolean> {
  if (ledger.has('account')) return true;
  const isFree = await isFreeName(transport, plan.name, signal);
  if (isFree.ok && isFree.value) return true;
  access.gaps.push({ step: 'account', failure: isFree.ok ? { kind: 'name-taken' } : isFree.failure });
  return false;
}

function makeAccount(work: Work): Promise<number | undefined> {
  const { name } = work.plan;
  return make(work, 'account', {
    find: (signal) => findAccount(work.transport, name, signal),
    path: 'core/users/service_account/',
    body: { name, create_group: false, expiring: false },
  });
}

async function makeToken(work: Work, account: number): Promise<boolean> {
  const { name, description } = work.plan;
  const token = await make(work, 'token', {
    find: (signal) => findToken(work.transport, name, signal),
    path: 'core/tokens/',
    body: { identifier: name, intent: 'api', user: account, description, expiring: false },
    flaw: ({ intent, user, expiring }) => {
      if (user !== account) return 'token-of-another';
      if (intent !== 'api') return 'token-no-api';
      return expiring ? 'token-expires' : undefined;
    },
  });
  return token !== undefined;
}

async function takeKey(work: Work): Promise<string | undefined> {
  const key = await readKey(work.transport, work.plan.name, work.signal);
  if (!key.ok) work.access.gaps.push({ step: 'key', failure: key.failure });
  else note(work, 'key');
  return key.ok ? key.value : undefined;
}

/** By a group, since in older versions an account has no roles of its own. */
async function giveRights(work: Work, account: number): Promise<void> {
  const { transport, plan } = work;
  const role = await make(work, 'role', {
    find: (signal) => findRole(transport, plan.name, signal),
    path: 'rbac/roles/',
    body: { name: plan.name },
  });
  if (role === undefined) return;
  const wanted = permissionsFor(plan.reads);
  const rights = await make(work, 'rights', {
    find: (signal) => findRights(transport, { role, wanted }, signal),
    path: `rbac/permissions/assigned_by_roles/${role}/assign/`,
    body: { permissions: wanted },
  });
  if (rights === undefined) return;
  await make(work, 'group', {
    find: (signal) => findGroup(transport, plan.name, signal),
    path: 'core/groups/',
    body: { name: plan.name, users: [account], roles: [role] },
    flaw: ({ users, roles }) => (users.includes(account) && roles.includes(role) ? undefined : 'not-kept'),
  });
}

interface Making<T> {
  /** Undefined where it is not there. */
  find: (signal?: AbortSignal) => Promise<Result<T | undefined, ApiFailure>>;
  /** Where it is posted, and what. The answer is not used: what counts is what is read back. */
  path: string;
  body: unknown;
  /** Why it can't be used, though it is there. */
  flaw?: (found: T) => 'token-of-another' | 'token-expires' | 'token-no-api' | 'not-kept' | undefined;
}

/** One step: what is read back, or undefined with the reason among the gaps. */
async function make<T>(work: Work, step: AccessStep, making: Making<T>): Promise<T | undefined> {
  const { access } = work;
  const found = await ensure(work, step, making);
  const flaw = found.ok ? making.flaw?.(found.value) : undefined;
  if (found.ok && flaw === undefined) {
    note(work, step);
    return found.value;
  }
  access.gaps.push({ step, failure: found.ok ? { kind: flaw ?? 'not-kept' } : found.failure });
  return undefined;
}

function note({ access, onStep }: Work, step: AccessStep): void {
  access.made.push(step);
  onStep?.(access.made.length);
}

async function ensure<T>(
  { transport, ledger, signal }: Work,
  step: AccessStep,
  { find, path, body }: Making<T>,
): Promise<Result<T, AccessFailure>> {
  const before = await find(signal);
  if (!before.ok) return before;
  if (before.value !== undefined) {
    return ledger.has(step) || step === 'rights' ? ok(before.value) : { ok: false, failure: { kind: 'name-taken' } };
  }
  await ledger.add(step);
  const written = await transport({ method: 'POST', path, body, signal });
  if (!written.ok && wasRefused(written.failure)) {
    await ledger.drop(step);
    return written;
  }
  // Whatever became of the answer, it may be made: that is read in any case, cancelled or not.
  const after = await find();
  if (!after.ok) return { ok: false, failure: { kind: 'unsure', cause: after.failure } };
  if (after.value !== undefined) return ok(after.value);
  return written.ok ? { ok: false, failure: { kind: 'not-kept' } } : written;
}
