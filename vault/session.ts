/** Whether the vault is unlocked, and until when: the data key in `storage.session`, which lives in memory only. */
import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { fail, ok, type Result } from '@/lib/result';
import { attempt } from './attempt';
import { type AutoLock, autoLockSchema } from './auto-lock-setting';
import { fromBase64, toBase64 } from './base64';
import { importKey } from './crypto';
import { isOver, lockTime } from './lock-time';

export const sessionKey = 'key';

/** Session entries that outlive a lock begin with this; everything else is deleted by it. */
export const keptPrefix = 'kept:';

const sessionSchema = z.object({
  /** The data key in base64, since Chromium keeps no bytes there; null in the mode without secrets, which has none. */
  key: z.nullable(z.string().check(z.regex(/^[A-Za-z0-9+/]{43}=$/))),
  /** Milliseconds since 1970, null for never. */
  lockAt: z.nullable(z.number()),
  autoLock: autoLockSchema,
});

type Session = z.infer<typeof sessionSchema>;

/** Shuts content scripts out of both areas where the browser can (Chromium). To be called at every start. */
export function guardStorage(): Promise<Result<void>> {
  return attempt(async () => {
    for (const area of [browser.storage.session, browser.storage.local]) {
      if ('setAccessLevel' in area) await area.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' });
    }
  });
}

/** Runs `work` while nothing else of Latchkey changes the session, so that a late change cannot undo a lock. */
export function underSessionLock<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks.request('latchkey-session', work) as Promise<T>;
}

/** The session among what was read from `storage.session`, whether its time is over or not. */
export function parseSession(stored: Record<string, unknown>): Session | undefined {
  return sessionSchema.safeParse(stored[sessionKey]).data;
}

/** True when there is a session whose time is over: it is to be treated as locked, although nobody has locked it yet. */
export function isSessionOver(session: Session | undefined, now: number): boolean {
  return session !== undefined && isOver(session.lockAt, session.autoLock, now);
}

/** The session, over or not. Fails with `storage-failed`. */
export async function readSession(): Promise<Result<Session | undefined>> {
  const stored = await attempt(() => browser.storage.session.get(sessionKey));
  return stored.ok ? ok(parseSession(stored.value)) : stored;
}

/** The data key, or undefined when the vault is locked or should be: alarms can be late, so the clock decides. */
export async function sessionDataKey(now = Date.now()): Promise<Result<CryptoKey | undefined>> {
  const session = await readSession();
  if (!session.ok) return session;
  const isOpen = !isSessionOver(session.value, now);
  const bytes = isOpen && session.value?.key ? fromBase64(session.value.key) : undefined;
  return ok(bytes && (await importKey(bytes)));
}

/**
 * Keeps the data key (null: there is none) until the next lock or the end of the browser session. Answers when the
 * automatic lock is due, null for never.
 */
export function startSession(
  dataKey: Uint8Array | null,
  autoLock: AutoLock,
  now = Date.now(),
): Promise<Result<number | null>> {
  return underSessionLock(() =>
    store({ key: dataKey && toBase64(dataKey), lockAt: lockTime(autoLock, now), autoLock }),
  );
}

/**
 * Starts the time without use anew and answers when it will be over; `autoLock` is a new setting to go by.
 * Fails with `vault-locked` when there is no session or its time is over: what is late stays late.
 */
export function extendSession(now: number, autoLock?: AutoLock): Promise<Result<number | null>> {
  return underSessionLock(async (): Promise<Result<number | null>> => {
    const stored = await readSession();
    if (!stored.ok) return stored;
    const session = stored.value;
    if (!session || isSessionOver(session, now)) return fail('vault-locked');
    const setting = autoLock ?? session.autoLock;
    return store({ ...session, autoLock: setting, lockAt: lockTime(setting, now) });
  });
}

/** Deletes the data key and every session entry that does not outlive a lock: drafts, consents, what can be undone. */
export function endSession(): Promise<Result<void>> {
  return underSessionLock(() =>
    attempt(async () => {
      const names = Object.keys(await browser.storage.session.get(null));
      await browser.storage.session.remove(names.filter((name) => !name.startsWith(keptPrefix)));
    }),
  );
}

async function store(session: Session): Promise<Result<number | null>> {
  const written = await attempt(() => browser.storage.session.set({ [sessionKey]: session }));
  return written.ok ? ok(session.lockAt) : written;
}
