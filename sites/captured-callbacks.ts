/** Callbacks captured from pages: kept once per address, use, app and page origin. */
import { recordKind } from '@/vault/record-kind';
import type { Transaction } from '@/vault/transaction';
import { type CapturedCallback, capturedCallbackSchema } from './schema';

export const callbackKind = recordKind('captured-callback', capturedCallbackSchema);

/** Stores a callback that has passed `judgeCallback`; the same one again only renews its time, profile and source. */
export function storeCallback(transaction: Transaction, found: Omit<CapturedCallback, 'id'>): CapturedCallback {
  const known = transaction
    .list(callbackKind)
    .filter(({ app, origin }) => app === found.app && origin === found.origin)
    .find(({ url, kind }) => url === found.url && kind === found.kind);
  const callback = { ...found, id: known?.id ?? crypto.randomUUID() };
  transaction.put(callbackKind, callback);
  return callback;
}

/** Removes one; false when there is none of that id. */
export function removeCallback(transaction: Transaction, id: string): boolean {
  if (!transaction.find(callbackKind, id)) return false;
  transaction.remove(id);
  return true;
}
