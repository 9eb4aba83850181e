/** Takes profiles over from a file, inside a transaction of the vault. */
import type { Transaction } from '@/vault/transaction';
import type { ProfilePlan } from './import-plan';
import { dropUnusedInstances } from './instances';
import { instanceKind, profileKind } from './kinds';
import type { FieldChange, Instance, Profile } from './schema';
import { secretOf } from './secret';
import { secretRevision } from './secret-revision';

/** A changed profile under one of these names alone asks for no new fill. */
const notFilled: readonly FieldChange['field'][] = ['name', 'instanceName', 'redirectUris'];

/**
 * Puts new profiles, and those changed ones whose id here is in `replace`. Answers under which id each profile of the
 * file is here afterwards; those that were left out have none. A secret that the file does not hold stays.
 */
export function putProfiles(
  transaction: Transaction,
  plans: readonly ProfilePlan[],
  replace: ReadonlySet<string>,
): Map<string, string> {
  const ids = new Map<string, string>();
  for (const plan of plans) {
    const id = putPlanned(transaction, plan, replace);
    if (id !== undefined) ids.set(plan.incoming.id, id);
  }
  dropUnusedInstances(transaction);
  return ids;
}

function putPlanned(transaction: Transaction, plan: ProfilePlan, replace: ReadonlySet<string>): string | undefined {
  if (plan.state === 'left-out' || !plan.instance) return undefined;
  if (plan.state === 'new') return putNew(transaction, plan.incoming, plan.instance);
  if (plan.state === 'changed' && replace.has(plan.local.id)) putOver(transaction, plan, plan.instance);
  return plan.local.id;
}

function putNew(transaction: Transaction, incoming: Profile, instance: Instance): string {
  const id = freeId(transaction, incoming.id);
  const instanceId = instanceLike(transaction, instance).id;
  transaction.put(profileKind, { ...incoming, id, instanceId });
  return id;
}

function putOver(
  transaction: Transaction,
  { incoming, local, changes }: Extract<ProfilePlan, { local: Profile }>,
  instance: Instance,
): void {
  const here = instanceLike(transaction, instance);
  if (here.name !== instance.name) transaction.put(instanceKind, { ...here, name: instance.name });
  const isFilledAnew = changes.some(({ field }) => !notFilled.includes(field));
  const { id } = local;
  const revision = local.revision + (isFilledAnew ? 1 : 0);
  const next = withSecretOf(local, { ...incoming, id, revision, instanceId: here.id });
  transaction.put(profileKind, { ...next, ...secretRevision(local, next) });
}

function withSecretOf(local: Profile, next: Profile): Profile {
  const secret = secretOf(next) ?? secretOf(local);
  if (secret === undefined) return next;
  return next.kind === 'api-token' ? { ...next, token: secret } : { ...next, clientSecret: secret };
}

/** The instance that is here with this base URL and issuer mode, under the same id if there is a choice; else a new one. */
function instanceLike(transaction: Transaction, { id, name, baseUrl, issuerMode }: Instance): Instance {
  const alike = transaction
    .list(instanceKind)
    .filter((instance) => instance.baseUrl === baseUrl && instance.issuerMode === issuerMode);
  const found = alike.find((instance) => instance.id === id) ?? alike[0];
  if (found) return found;
  const added = { id: freeId(transaction, id), name, baseUrl, issuerMode };
  transaction.put(instanceKind, added);
  return added;
}

/** The file's own id, unless anything here has it. */
export function freeId(transaction: Transaction, wanted: string): string {
  return transaction.has(wanted) ? crypto.randomUUID() : wanted;
}
