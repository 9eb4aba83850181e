/** Small things that live until the browser closes, by name: drafts, consents, what an unlock is waited for. */
import { browser } from 'wxt/browser';
import type * as z from 'zod/mini';
import { ok, type Result } from '@/lib/result';
import { attempt } from './attempt';
import { keptPrefix } from './session';

export interface SessionItem<T> {
  /** Its key in `storage.session`. */
  key: string;
  parse(data: unknown): T | undefined;
}

const lockName = 'latchkey-session';

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

/** The item, or undefined when it is not there, not what it should be, or the storage fails. */
export async function readSessionItem<T>(item: SessionItem<T>): Promise<T | undefined> {
  const stored = await attempt(() => browser.storage.session.get(item.key));
  return stored.ok ? item.parse(stored.value[item.key]) : undefined;
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
  return navigator.locks.request(lockName, async (): Promise<Result<R>> => {
    const stored = await attempt(() => browser.storage.session.get(item.key));
    if (!stored.ok) return stored;
    const { next, result } = work(item.parse(stored.value[item.key]));
    const written = await attempt(() =>
      next === undefined ? browser.storage.session.remove(item.key) : browser.storage.session.set({ [item.key]: next }),
    );
    return written.ok ? ok(result) : written;
  });
}
