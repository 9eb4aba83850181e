/** Bindings: (exact origin, base path, app, form) -> one profile. Choosing again moves the binding. */
import type { Profile } from '@/profiles/schema';
import { recordKind } from '@/vault/record-kind';
import type { Snapshot, Transaction } from '@/vault/transaction';
import { type Binding, bindingSchema } from './schema';

/** One form of one app at one place; compared by exact text, never by suffix or port rules. */
export interface Place {
  /** Serialised origin: scheme, host and port. */
  origin: string;
  basePath: string;
  app: string;
  form: string;
}

export const bindingKind = recordKind('binding', bindingSchema);

/** The binding of exactly this place, if any. */
export function findBinding(snapshot: Snapshot, place: Place): Binding | undefined {
  return snapshot.list(bindingKind).find((binding) => isAt(binding, place));
}

/** Origins that are bound to something, each once. */
export function boundOrigins(snapshot: Snapshot): string[] {
  return [...new Set(snapshot.list(bindingKind).map((binding) => binding.origin))];
}

/** Binds the place to a profile; an earlier binding of the place moves and keeps its choices, not its fill. */
export function bind(transaction: Transaction, place: Place, profileId: string): Binding {
  const earlier = findBinding(transaction, place);
  if (earlier?.profileId === profileId) return earlier;
  const { origin, basePath, app, form } = place;
  const binding = {
    id: earlier?.id ?? crypto.randomUUID(),
    ...{ origin, basePath, app, form },
    profileId,
    choices: earlier?.choices ?? {},
  };
  transaction.put(bindingKind, binding);
  return binding;
}

/** Removes one binding; false when there is none of that id. */
export function unbind(transaction: Transaction, bindingId: string): boolean {
  if (!transaction.find(bindingKind, bindingId)) return false;
  transaction.remove(bindingId);
  return true;
}

/** Removes every binding of a profile and answers them, so that they can be put back. */
export function unbindProfile(transaction: Transaction, profileId: string): Binding[] {
  const removed = transaction.list(bindingKind).filter((binding) => binding.profileId === profileId);
  for (const { id } of removed) transaction.remove(id);
  return removed;
}

/** Puts removed bindings back, except where the place was bound to something else meanwhile. */
export function rebind(transaction: Transaction, bindings: readonly Binding[]): void {
  for (const binding of bindings) {
    if (!findBinding(transaction, binding)) transaction.put(bindingKind, binding);
  }
}

/** Remembers what the administrator picked in the preview. */
export function rememberChoices(transaction: Transaction, binding: Binding, choices: Record<string, string>): void {
  transaction.put(bindingKind, { ...binding, choices });
}

/** Remembers which revision of the profile was filled last, and which of its secret, if that was filled, too. */
export function rememberFill(
  transaction: Transaction,
  binding: Binding,
  { revision, secretRevision }: { revision: number; secretRevision: number | undefined },
): void {
  const secret = secretRevision === undefined ? {} : { filledSecretRevision: secretRevision };
  transaction.put(bindingKind, { ...binding, filledRevision: revision, ...secret });
}

/** The site was filled, and not with the present secret of its profile. */
export function lacksNewSecret(
  { filledRevision, filledSecretRevision = 0 }: Binding,
  { secretRevision = 0 }: Pick<Profile, 'secretRevision'>,
): boolean {
  return filledRevision !== undefined && filledSecretRevision < secretRevision;
}

/** The binding is for exactly this place. */
export function isAt(binding: Binding, place: Place): boolean {
  return (
    binding.origin === place.origin &&
    binding.basePath === place.basePath &&
    binding.app === place.app &&
    binding.form === place.form
  );
}
