/** Small things that live until the browser closes, by name: drafts, consents, what an unlock is waited for. */
import { browser } from 'wxt/browser';
import type * as z from 'zod/mini';
import { ok, type Result } from '@/lib/result';
import { attempt } from './attempt';
import { isSessionOver, keptPrefix, parseSession, sessionKey, underSessionLock } from './session';

export interface SessionItem<T> {
  /** Its key in `storage.session`. */
  key: string;
  parse(data: unknown): T | undefined;
}

/** Declares an item. Locking deletes it, unless it `survivesLock`; such an item must hold nothing confidential. */
export function sessionItem<T>(
  name: string,
  schema: z.ZodMiniType<T>,
  { survivesLock = false }: { survivesLock?: boolean } = {},
): SessionItem<T> {
  return {
    key: `${survivesLock ? keptPrefix : 'item:'}${name}`,
    parse: (data) => schema.safeParse(data).data,
  };
}

/** The item, or undefined when it is not there, not what it should be, gone with a lock, or the storage fails. */
export async function readSessionItem<T>(item: SessionItem<T>): Promise<T | undefined> {
  const found = await find(item);
  return found.ok ? found.value : undefined;
}

export function writeSessionItem<T>(item: SessionItem<T>, value: T): Promise<Result<null>> {
  return changeSessionItem(item, () => ({ next: value, result: null }));
}

export function removeSessionItem<T>(item: SessionItem<T>): Promise<Result<null>> {
  return changeSessionItem(item, () => ({ next: undefined, result: null }));
}

/**
 * Reads, changes and writes an item in one go: two calls never see the same value, so a consent is spent once.
 * `next: undefined` removes the item. Answers with `result`, or with `storage-failed`, in which case it is uncertain
 * whether the item changed, and `result` must not be relied on.
 */
export function changeSessionItem<T, R>(
  item: SessionItem<T>,
  work: (value: T | undefined) => { next: T | undefined; result: R },
): Promise<Result<R>> {
  return underSessionLock(async (): Promise<Result<R>> => {
    const found = await find(item);
    if (!found.ok) return found;
    const { next, result } = work(found.value);
    const written = await attempt(() =>
      next === undefined ? browser.storage.session.remove(item.key) : browser.storage.session.set({ [item.key]: next }),
    );
    return written.ok ? ok(result) : written;
  });
}

/** What a lock would have deleted is gone from the moment it is due, even when the lock itself comes late. */
async function find<T>(item: SessionItem<T>): Promise<Result<T | undefined>> {
  const stored = await attempt(() => browser.storage.session.get([item.key, sessionKey]));
  if (!stored.ok) return stored;
  const isGone = !item.key.startsWith(keptPrefix) && isSessionOver(parseSession(stored.value), Date.now());
  return ok(isGone ? undefined : item.parse(stored.value[item.key]));
}
