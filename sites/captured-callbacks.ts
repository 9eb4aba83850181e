/** Callbacks captured from pages: kept once per address, use, app and page origin. */
import { recordKind } from '@/vault/record-kind';
import type { Transaction } from '@/vault/transaction';
import { type CapturedCallback, capturedCallbackSchema } from './schema';

export const callbackKind = recordKind('captured-callback', capturedCallbackSchema);

/** Stores a callback that has passed `judgeCallback`; the same one again only renews its time, profile and source. */
export function storeCallback(transaction: Transaction, found: Omit<CapturedCallback, 'id'>): CapturedCallback {
  const known = transaction.list(callbackKind).find((callback) => isSameCallback(callback, found));
  const callback = { ...found, id: known?.id ?? crypto.randomUUID() };
  transaction.put(callbackKind, callback);
  return callback;
}

/** The same address for the same use, seen in the same place. */
export function isSameCallback(one: Omit<CapturedCallback, 'id'>, other: Omit<CapturedCallback, 'id'>): boolean {
  return (['app', 'origin', 'url', 'kind'] as const).every((name) => one[name] === other[name]);
}

/** Removes one; false when there is none of that id. */
export function removeCallback(transaction: Transaction, id: string): boolean {
  if (!transaction.find(callbackKind, id)) return false;
  transaction.remove(id);
  return true;
}
